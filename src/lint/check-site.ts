import type { ArticleFacts } from "../facts/facts.js";
import type { Clock } from "../rule/clock.js";
import type { Finding } from "../rule/finding.js";
import type { SiteIndex, UnknownReference } from "../rule/site-index.js";
import type { WholeIndex } from "../site/contract.js";
import { createSiteIndex } from "../site/create-site-index.js";
import { applyDirectives, judgesDirectives } from "./apply-directives.js";
import { askSiteRule, type Use } from "./ask-site-rule.js";
import { type Cause, foldCauses } from "./causes.js";
import type {
  ArticleResult,
  Crash,
  ExternalVerdicts,
  FileResult,
  ProjectFiles,
  RuleSetting,
} from "./contract.js";
import { crashFinding } from "./crash.js";
import { byPlace, compare, withoutRepeats } from "./make-finding.js";
import type { SiteArticle } from "./site-article.js";

/** What came of all articles together. */
export interface SiteOutcome {
  /** Sorted by path. */
  readonly results: readonly ArticleResult[];
  /** Causes that several findings of articles share. */
  readonly causes: readonly Cause[];
  /** Files that are no articles, where something was found in them. */
  readonly files: readonly FileResult[];
  readonly crashes: readonly Crash[];
}

/** What the index of a site is made of besides articles and files. */
export interface IndexInput {
  readonly external?: ExternalVerdicts | undefined;
  /** Paths of articles that were deleted or renamed. */
  readonly gone?: readonly string[];
  /** The moment of the run; absent where dates do not matter. */
  readonly clock?: Clock | undefined;
}

/** Barrier: the index over the facts of all articles. */
export function indexArticles(
  articles: readonly SiteArticle[],
  files: ProjectFiles,
  input: IndexInput = {},
): WholeIndex {
  const indexed = byPath(articles).map(({ input: { engine, settings }, checked }) => ({
    facts: checked.facts,
    engine,
    settings,
  }));
  return createSiteIndex(indexed, files, input);
}

/**
 * Reduce: site rules over the index, then directives. What a rule reports of a file that is no article (a redirect
 * file, a picture) has the severity that the first of its articles sets.
 *
 * @param gone paths of articles that were deleted or renamed: links that still lead to them are reported
 */
export function checkSite(
  articles: readonly SiteArticle[],
  index: SiteIndex,
  {
    files,
    clock,
    gone = [],
    sourceOf,
  }: {
    readonly files: ProjectFiles;
    /** The moment of the run. */
    readonly clock: Clock;
    readonly gone?: readonly string[];
    /** The text of an article, where it is at hand: what repeats is told by it. */
    readonly sourceOf?: (path: string) => string | undefined;
  },
): SiteOutcome {
  const sorted = byPath(articles);
  const found = new Map<string, Finding[]>();
  const foundAround = new Map<string, Finding[]>();
  const foundElsewhere = new Map<string, Finding[]>();
  const unknown = new Map<string, UnknownReference[]>();
  const subjects = sorted.filter(({ isContext }) => isContext !== true);
  const meant = new Set([...subjects.map(({ input }) => input.path), ...gone]);
  const isPartial = gone.length > 0 || subjects.length < sorted.length;
  const crashes: Crash[] = subjects.flatMap(({ checked }) => checked.crashes);
  for (const { input, checked } of subjects) found.set(input.path, [...checked.findings]);

  for (const [rule, users] of siteRules(sorted)) {
    const first = users.find(isChecked) ?? (gone.length > 0 ? users[0] : undefined);
    // Of a rule that is off for all articles that are checked nobody wants to hear.
    if (first === undefined || (isPartial && rule.speaksOf === "files")) continue;
    const asked = rule.speaksOf === "each" ? users.filter(isChecked) : users;
    const answer = askSiteRule(rule, asked, { index, clock, first });
    for (const { path, finding, about } of answer.findings) {
      const findings = found.get(path);
      if (findings !== undefined) findings.push(finding);
      else if (index.article(path) !== undefined) {
        if (about !== undefined && meant.has(about)) addTo(foundAround, path, finding);
      } else if (!isPartial && files.find(path) !== undefined) addTo(foundElsewhere, path, finding);
    }
    for (const reference of answer.unknown) addTo(unknown, reference.path, reference);
    for (const crash of answer.crashes) {
      crashes.push(crash);
      const finding = crashFinding(crash, first.article.input.rules);
      if (finding !== undefined) found.get(crash.path)?.push(finding);
    }
  }

  const results = sorted.flatMap(({ input, checked, isContext = false }) => {
    const findings = withoutRepeats((isContext ? foundAround : found).get(input.path) ?? []);
    if (isContext && findings.length === 0) return [];
    // Whether a directive is of use only a check of its whole article can tell.
    const rules = isContext
      ? input.rules.filter(({ rule }) => !judgesDirectives(rule))
      : input.rules;
    const judged = applyDirectives(checked.facts, findings, rules, input.settings);
    const isDoubtful = index.routesOf(input.path)?.isDoubtful === true;
    return {
      facts: checked.facts,
      findings: (isDoubtful ? judged.findings.map(lowered) : [...judged.findings]).sort(byPlace),
      suppressed: [...judged.suppressed].sort((a, b) => byPlace(a.finding, b.finding)),
      unknown: (unknown.get(input.path) ?? []).sort(
        (left, right) => left.range.start - right.range.start,
      ),
      references: referencesIn(checked.facts, index),
    };
  });
  const elsewhere = [...foundElsewhere]
    .map(([path, findings]) => ({ path, findings: [...withoutRepeats(findings)].sort(byPlace) }))
    .sort((left, right) => compare(left.path, right.path));
  return { ...foldedIn(results, sorted, sourceOf), files: elsewhere, crashes };
}

function isChecked({ article }: Use): boolean {
  return article.isContext !== true;
}

/** An error that perhaps no reader meets is a warning. */
function lowered(finding: Finding): Finding {
  return finding.severity === "error" ? { ...finding, severity: "warning" } : finding;
}

/** The results with findings of a common cause folded. */
function foldedIn(
  results: readonly ArticleResult[],
  articles: readonly SiteArticle[],
  sourceOf?: (path: string) => string | undefined,
): Pick<SiteOutcome, "results" | "causes"> {
  const byPath = new Map(articles.map(({ input }) => [input.path, input]));
  const folded = foldCauses(
    results.map(({ facts: { path, isGenerated }, findings }) => ({
      path,
      site: byPath.get(path)?.settings.site.folder ?? "",
      isGenerated,
      findings,
    })),
    (path, rule) =>
      byPath.get(path)?.rules.some((one) => one.rule.id === rule && one.severity !== undefined) ===
      true,
    sourceOf,
  );
  return {
    results: results.map((result) => ({
      ...result,
      findings: folded.findings.get(result.facts.path) ?? result.findings,
    })),
    causes: folded.causes,
  };
}

/** Counts the references of an article that are not certain to lead to other sites. */
function referencesIn(facts: ArticleFacts, index: SiteIndex): number {
  return [...facts.links, ...facts.images].filter(
    (reference) => reference.url !== "" && index.resolve(facts, reference).verdict !== "external",
  ).length;
}

function byPath(articles: readonly SiteArticle[]): readonly SiteArticle[] {
  return [...articles].sort((left, right) => compare(left.input.path, right.input.path));
}

function addTo<Item>(lists: Map<string, Item[]>, path: string, item: Item): void {
  const known = lists.get(path);
  if (known === undefined) lists.set(path, [item]);
  else known.push(item);
}

/** Every site rule with the articles it is on for, rules in order of their ids. */
function siteRules(
  articles: readonly SiteArticle[],
): readonly (readonly [RuleSetting["rule"], Use[]])[] {
  const uses = new Map<RuleSetting["rule"], Use[]>();
  for (const article of articles) {
    for (const setting of article.input.rules) {
      if (!setting.rule.stages.site) continue;
      const list = uses.get(setting.rule) ?? [];
      list.push({ article, setting });
      uses.set(setting.rule, list);
    }
  }
  return [...uses].sort(([left], [right]) => compare(left.id, right.id));
}
