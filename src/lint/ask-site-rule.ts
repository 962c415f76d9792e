import type { Clock } from "../rule/clock.js";
import type { Finding } from "../rule/finding.js";
import type { SiteIndex, UnknownReference } from "../rule/site-index.js";
import type { Crash, RuleSetting } from "./contract.js";
import { crashOf } from "./crash.js";
import { factOf } from "./fact-of.js";
import { makeFinding } from "./make-finding.js";
import type { SiteArticle } from "./site-article.js";

/** After so many articles that a rule crashes on, it is not asked again. */
const MOST_CRASHES = 10;

/** An article that a site rule is on for. */
export interface Use {
  readonly article: SiteArticle;
  readonly setting: RuleSetting;
}

/** What a site rule said. */
export interface SiteAnswer {
  readonly findings: readonly Told[];
  readonly unknown: readonly UnknownReference[];
  readonly crashes: readonly Crash[];
}

interface Told {
  readonly path: string;
  readonly finding: Finding;
  /** The article that the finding is about, where it is another one. */
  readonly about: string | undefined;
}

/** What a rule is asked with besides its articles. */
interface Scene {
  readonly index: SiteIndex;
  readonly clock: Clock;
  /** Options and settings of the site as a whole. */
  readonly first: Use;
}

/**
 * Asks a site rule. Where it crashes, the article is looked for without which it does not: the crash is reported
 * there, and what the rule says of all others counts. Never throws.
 */
export function askSiteRule(
  rule: RuleSetting["rule"],
  uses: readonly Use[],
  scene: Scene,
): SiteAnswer {
  const crashes: Crash[] = [];
  let rest = uses;
  for (;;) {
    const attempt = ask(rule, rest, scene);
    if (attempt.thrown === undefined) return { ...attempt, crashes };
    const guilty = crashes.length < MOST_CRASHES ? guiltyOf(rule, rest, scene) : undefined;
    const { path } = (guilty ?? scene.first).article.input;
    crashes.push(crashOf(rule.id, path, attempt.thrown.error));
    if (guilty === undefined) return { ...attempt, crashes };
    rest = rest.filter((use) => use !== guilty);
  }
}

/** The first article that lets a rule crash which did not with those before alone; none where it always does. */
function guiltyOf(rule: RuleSetting["rule"], uses: readonly Use[], scene: Scene): Use | undefined {
  const crashesWith = (count: number): boolean =>
    ask(rule, uses.slice(0, count), scene).thrown !== undefined;
  if (crashesWith(0)) return undefined;
  let sound = 0;
  let crashed = uses.length;
  while (crashed - sound > 1) {
    const middle = (sound + crashed) >> 1;
    if (crashesWith(middle)) crashed = middle;
    else sound = middle;
  }
  return uses[crashed - 1];
}

interface Attempt {
  readonly findings: readonly Told[];
  readonly unknown: readonly UnknownReference[];
  readonly thrown: { readonly error: unknown } | undefined;
}

function ask(
  rule: RuleSetting["rule"],
  uses: readonly Use[],
  { index, clock, first }: Scene,
): Attempt {
  const findings: Told[] = [];
  const unknown: UnknownReference[] = [];
  const settings = new Map(uses.map((use) => [use.article.input.path, use.setting]));
  try {
    rule.site({
      site: index,
      options: first.setting.options,
      settings: first.article.input.settings,
      // A rule that does not ask is not asked again for the sake of time.
      get now() {
        return clock.now;
      },
      articles: uses.map(({ article, setting }) => ({
        facts: article.checked.facts,
        fact: factOf(rule, article.checked.facts),
        options: setting.options,
        loaded: setting.loaded,
        engine: article.input.engine,
        settings: article.input.settings,
        isContext: article.isContext === true,
      })),
      report: (report) => {
        const { path, about } = report;
        const isArticle = index.article(path) !== undefined;
        const setting = isArticle ? settings.get(path) : first.setting;
        if (setting === undefined) return;
        const finding = makeFinding(rule, setting.severity, path, report);
        findings.push({ path, finding, about });
      },
      noteUnknown: (reference) => unknown.push(reference),
    });
    return { findings, unknown, thrown: undefined };
  } catch (error) {
    return { findings, unknown, thrown: { error } };
  }
}
