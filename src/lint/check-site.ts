import type { ArticleFacts } from "../facts/facts.js";
import type { Finding } from "../rule/finding.js";
import type { SiteIndex, UnknownReference } from "../rule/site-index.js";
import { createSiteIndex } from "../site/create-site-index.js";
import { applyDirectives, judgesDirectives } from "./apply-directives.js";
import { type Cause, foldCauses } from "./causes.js";
import type {
  ArticleInput,
  ArticleResult,
  CheckedArticle,
  Crash,
  ExternalVerdicts,
  FileResult,
  ProjectFiles,
  RuleSetting,
} from "./contract.js";
import { crashFinding, crashOf } from "./crash.js";
import { factOf } from "./fact-of.js";
import { byPlace, compare, makeFinding, withoutRepeats } from "./make-finding.js";

/** One article of the reduce stage: what was known before reading it, and what the map stage made of it. */
export interface SiteArticle {
  readonly input: Pick<ArticleInput, "path" | "engine" | "rules" | "settings">;
  readonly checked: CheckedArticle;
  /**
   * True for an article that is only there for the others' sake: rules know it, but nothing is reported of it
   * besides what is about an article that is being checked.
   */
  readonly isContext?: boolean;
}

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
  /** The moment of the run, in milliseconds since 1970. */
  readonly now?: number | undefined;
}

/** Barrier: the index over the facts of all articles. */
export function indexArticles(
  articles: readonly SiteArticle[],
  files: ProjectFiles,
  input: IndexInput = {},
): SiteIndex {
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
    now,
    gone = [],
    sourceOf,
  }: {
    readonly files: ProjectFiles;
    readonly now: number;
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
  const asked = new Set([...subjects.map(({ input }) => input.path), ...gone]);
  const isPartial = gone.length > 0 || subjects.length < sorted.length;
  const crashes: Crash[] = subjects.flatMap(({ checked }) => checked.crashes);
  for (const { input, checked } of subjects) found.set(input.path, [...checked.findings]);

  for (const [rule, users] of siteRules(sorted)) {
    const first =
      users.find(({ article }) => article.isContext !== true) ??
      (gone.length > 0 ? users[0] : undefined);
    // Of a rule that is off for all articles that are checked nobody wants to hear.
    if (first === undefined) continue;
    const settings = new Map(users.map((user) => [user.article.input.path, user.setting]));
    try {
      rule.site({
        site: index,
        options: first.setting.options,
        settings: first.article.input.settings,
        now,
        articles: users.map(({ article, setting }) => ({
          facts: article.checked.facts,
          fact: factOf(rule, article.checked.facts),
          options: setting.options,
          loaded: setting.loaded,
          engine: article.input.engine,
          settings: article.input.settings,
          isContext: article.isContext === true,
        })),
        report: (report) => {
          const { path } = report;
          const findings = found.get(path);
          const isArticle = index.article(path) !== undefined;
          const setting = isArticle ? settings.get(path) : first.setting;
          if (setting === undefined) return;
          const finding = makeFinding(rule, setting.severity, path, report);
          if (findings !== undefined) findings.push(finding);
          else if (isArticle) {
            if (report.about !== undefined && asked.has(report.about))
              addTo(foundAround, path, finding);
          } else if (!isPartial && files.find(path) !== undefined)
            addTo(foundElsewhere, path, finding);
        },
        noteUnknown: (reference) => addTo(unknown, reference.path, reference),
      });
    } catch (error) {
      const crash = crashOf(rule.id, first.article.input.path, error);
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
    return {
      facts: checked.facts,
      findings: [...judged.findings].sort(byPlace),
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

/** The results with findings of a common cause folded. */
function foldedIn(
  results: readonly ArticleResult[],
  articles: readonly SiteArticle[],
  sourceOf?: (path: string) => string | undefined,
): Pick<SiteOutcome, "results" | "causes"> {
  const byPath = new Map(articles.map(({ input }) => [input.path, input]));
  const folded = foldCauses(
    results.map(({ facts: { path }, findings }) => ({
      path,
      site: byPath.get(path)?.settings.site.folder ?? "",
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

interface Use {
  readonly article: SiteArticle;
  readonly setting: RuleSetting;
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
