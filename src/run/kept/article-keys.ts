import { createHash } from "node:crypto";
import { build } from "../../config/version.js";
import type { ArticleInput, RuleSetting } from "../../lint/contract.js";
import type { Settings } from "../../rule/index.js";

/** What runs the rules: tables of the platform decide where sentences end, and what a language is called. */
const PLATFORM = JSON.stringify(process.versions);

/** What a key is made of. */
type Keyed = Omit<ArticleInput, "measure">;

/**
 * Names what comes of an article by everything that it comes of: the text, its place, the rules with their options, the
 * settings, and the program that looks.
 */
export class ArticleKeys {
  readonly #settings = new WeakMap<Settings, WeakMap<readonly RuleSetting[], string>>();

  /**
   * Sixty-four hexadecimal digits, the same on every machine.
   *
   * @param further what else it comes of
   */
  keyOf(input: Keyed, further = ""): string {
    const { path, source, decodingProblems } = input;
    const parts = [build, further, this.settingsOf(input), path, decodingProblems];
    return createHash("sha256").update(JSON.stringify(parts)).update(source).digest("hex");
  }

  /** Names the program that looks, and what it runs on. */
  get program(): string {
    return `${build} ${PLATFORM}`;
  }

  /** Names settings. Equal ones share one object, so that they are written out once. */
  settingsOf({ engine, rules, settings }: Pick<Keyed, "engine" | "rules" | "settings">): string {
    const byRules = this.#settings.get(settings) ?? new WeakMap<readonly RuleSetting[], string>();
    this.#settings.set(settings, byRules);
    const known = byRules.get(rules);
    if (known !== undefined) return known;
    const { site, schema, requireReasons, markdownlint, knownRules } = settings;
    const written = JSON.stringify([
      engine.name,
      rules.map(({ rule, severity, options }) => [rule.id, severity ?? null, options]),
      site,
      schema === undefined ? null : [schema.source, schema.fingerprint ?? null],
      requireReasons,
      markdownlint !== undefined,
      [...knownRules].sort(),
    ]);
    const hash = createHash("sha256").update(written).digest("hex");
    byRules.set(rules, hash);
    return hash;
  }
}
