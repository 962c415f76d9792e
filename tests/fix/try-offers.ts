import type { Article } from "../../src/article/article.js";
import { parseArticle } from "../../src/article/parse-article.js";
import type { Engine } from "../../src/engine/engine.js";
import {
  checkArticle,
  checkSite,
  indexArticles,
  type ProjectFiles,
  type RuleSetting,
} from "../../src/lint/index.js";
import { Clock } from "../../src/rule/clock.js";
import type { ExternalVerdict, Finding, Rule } from "../../src/rule/index.js";
import type { Settings } from "../../src/rule/settings.js";
import { checkOffer, type Offer, offersOf } from "../../src/testing/check-offer.js";
import type { TestArticle } from "../../src/testing/check-texts.js";
import { textResources } from "../../src/testing/text-resources.js";

const NO_TEXTS: ReadonlyMap<string, string> = new Map();

/** A site whose findings' changes are tried. */
export interface TriedSite {
  readonly articles: readonly TestArticle[];
  /** Rules with their options. */
  readonly rules: readonly { readonly rule: Rule; readonly options?: unknown }[];
  readonly engine: Engine;
  readonly settings: Settings;
  readonly files: ProjectFiles;
  /** Texts of files that rules load, by path. */
  readonly texts?: ReadonlyMap<string, string>;
  readonly now: number;
  /** What the network says, by absolute address. */
  readonly external?: ReadonlyMap<string, ExternalVerdict>;
}

/** What came of trying changes. */
export interface Trial {
  /** How many changes were made, each alone. */
  readonly tried: number;
  /** One line for each that is wrong: where, which, why. */
  readonly wrong: readonly string[];
}

/**
 * Makes the changes that findings offer, each alone, and judges what it leaves.
 *
 * @param cap how many to try of each rule, message and kind of change, spread over the findings
 */
export function tryOffers(site: TriedSite, cap: number): Trial {
  const { articles, engine, settings, files, texts = NO_TEXTS, now, external } = site;
  const rules = site.rules.map(({ rule, options }): RuleSetting => {
    const parsed = rule.options.parse(options ?? {});
    const loaded = rule.load?.(parsed, textResources(texts));
    return { rule, severity: undefined, options: parsed, loaded };
  });
  const check = ({ path, text }: TestArticle, only: readonly RuleSetting[]) => {
    const input = { path, source: text, decodingProblems: [], engine, rules: only, settings };
    return { input, checked: checkArticle(input, now) };
  };
  const checked = articles.map((article) => check(article, rules));
  const index = indexArticles(checked, files, { external });
  const {
    results,
    files: otherFiles,
    crashes,
  } = checkSite(checked, index, { files, clock: new Clock(now) });
  const isArticle = (path: string): boolean => articles.some((article) => article.path === path);
  const wrong = crashes.map(({ rule, path, reason }) => `${path} ${rule} crashed: ${reason}`);

  const again = (path: string, text: string, setting: RuleSetting): readonly Finding[] => {
    const own = isArticle(path) ? [check({ path, text }, [setting])] : [];
    const others = setting.rule.stages.site
      ? checked.filter(({ input }) => input.path !== path)
      : [];
    const all = [
      ...own,
      ...others.map((other) => ({
        input: { ...other.input, rules: [setting] },
        checked: { ...other.checked, findings: [], crashes: [] },
      })),
    ];
    const textOf = (other: string) => (other === path ? text : files.text(other));
    const changed = { ...files, text: textOf };
    const outcome = checkSite(all, indexArticles(all, changed, { external }), {
      files: changed,
      clock: new Clock(now),
    });
    if (outcome.crashes.length > 0) throw new Error(outcome.crashes[0]?.reason);
    const result =
      outcome.results.find(({ facts }) => facts.path === path) ??
      outcome.files.find((file) => file.path === path);
    return result?.findings ?? [];
  };

  const parsed = new Map<string, Article>();
  const articleAt = (path: string): Article => {
    const known = parsed.get(path);
    const text = articles.find((article) => article.path === path)?.text ?? files.text(path) ?? "";
    const article = known ?? parseArticle({ path, source: text });
    parsed.set(path, article);
    return article;
  };
  const picked = spread(
    offersOf([...results, ...otherFiles].flatMap(({ findings }) => findings)),
    cap,
  );
  for (const offer of picked) {
    const { path, rule, messageId, range } = offer.finding;
    const setting = rules.find((one) => one.rule.id === rule);
    if (setting === undefined) continue;
    const before = articleAt(path);
    const problem = checkOffer(before, offer, (text) => again(path, text, setting));
    if (problem === undefined) continue;
    const { line, column } = before.lines.pointAt(range.start);
    wrong.push(`${path}:${line}:${column} ${rule} ${messageId} ${offer.kind}: ${problem}`);
  }
  return { tried: picked.length, wrong };
}

/** At most `cap` offers of each rule, message and kind, evenly spread over their order. */
function spread(offers: readonly Offer[], cap: number): readonly Offer[] {
  const groups = new Map<string, Offer[]>();
  for (const offer of offers) {
    const key = `${offer.finding.rule} ${offer.finding.messageId} ${offer.kind}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [offer]);
    else known.push(offer);
  }
  return [...groups.values()].flatMap((group) => {
    const step = Math.max(1, group.length / cap);
    return group.filter(
      (_, index) => index === 0 || Math.floor(index / step) > Math.floor((index - 1) / step),
    );
  });
}
