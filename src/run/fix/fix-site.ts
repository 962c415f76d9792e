import { resolve } from "node:path";
import { indexLines } from "../../article/lines.js";
import type { TakenBack } from "../../fix/change.js";
import { type FixedArticle, fixArticle } from "../../fix/fix-article.js";
import type { Edit, Finding } from "../../rule/index.js";
import type { RunOutcome } from "../outcome.js";
import { CHANGED_MEANWHILE, type ExactText } from "./exact-text.js";
import { newOnSite } from "./new-on-site.js";
import { Transactions } from "./transactions.js";

/** Most times that the whole site is gone through. */
const MOST_ROUNDS = 10;

/** Most times that a round is tried, each time with fewer changes. */
const MOST_ATTEMPTS = 6;

/** What of a run fixing needs. */
export type FixableRun = Pick<RunOutcome, "base" | "found" | "rules" | "checkAgain" | "factsOf">;

export interface FixSiteOptions<Run extends FixableRun> {
  /** The exact text of an article, by its path in the report; or why it is not to be changed. */
  textOf(path: string): ExactText;
  /** Checks the site with other texts, by absolute path. */
  again(texts: ReadonlyMap<string, string>): Promise<Run>;
  /** What is to be done about a finding; undefined for nothing. */
  editsFor(finding: Finding): readonly Edit[] | undefined;
}

/** An article that fixing has changed, by its path in the report. */
export interface ChangedArticle {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What came of fixing the articles of a run. */
export interface FixedSite<Run extends FixableRun> {
  /** The run over what fixing leaves; the texts are not written yet. */
  readonly outcome: Run;
  readonly changed: readonly ChangedArticle[];
  readonly fixed: readonly Finding[];
  readonly takenBack: readonly TakenBack[];
  readonly overlapping: readonly Finding[];
  /** Articles that are not changed, with the reason. */
  readonly refused: ReadonlyMap<string, string>;
  /** Articles whose changes belong together: all of them are written, or none. */
  readonly together: readonly (readonly string[])[];
  /** Whether a finding is not fixed since another one cannot be fixed together with it. */
  isImpossible(finding: Finding): boolean;
}

/** How much of an article may be changed: less where changes did harm to the site. */
type Freedom = "all" | "kept-shape" | "none";

const LESS: Readonly<Record<Freedom, Freedom>> = {
  all: "kept-shape",
  "kept-shape": "none",
  none: "none",
};

/**
 * Fixes the articles of a run: each by itself, then the site is checked with all of them. An article whose changes bring
 * about findings there or in others is fixed again without what others depend on, or left as it was. Writes nothing.
 */
export async function fixSite<Run extends FixableRun>(
  first: Run,
  options: FixSiteOptions<Run>,
): Promise<FixedSite<Run>> {
  const site = new Fixing(first, options);
  for (let round = 0; round < MOST_ROUNDS; round++) if (!(await site.round())) break;
  return site.result();
}

class Fixing<Run extends FixableRun> {
  readonly #options: FixSiteOptions<Run>;
  readonly #transactions: Transactions;
  readonly #originals = new Map<string, string>();
  readonly #texts = new Map<string, string>();
  readonly #refused = new Map<string, string>();
  readonly #freedom = new Map<string, Freedom>();
  readonly #harmed = new Map<string, TakenBack>();
  readonly #rounds: (readonly FixedArticle[])[] = [];
  #last: readonly FixedArticle[] = [];
  #outcome: Run;

  constructor(first: Run, options: FixSiteOptions<Run>) {
    this.#outcome = first;
    this.#options = options;
    this.#transactions = new Transactions((finding) => options.editsFor(finding));
  }

  /** Fixes what the last run found, and runs again. False when nothing was changed. */
  async round(): Promise<boolean> {
    const fixes = new Map<string, FixedArticle>();
    const before = this.#outcome;
    let again: readonly string[] = [...before.found.keys()];
    this.#transactions.beginRound();
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      while (again.length > 0) {
        for (const path of again) {
          const fixed = this.#fix(path);
          if (fixed === undefined) fixes.delete(path);
          else fixes.set(path, fixed);
        }
        again = this.#transactions.leaveOut(before.found, fixes);
      }
      const texts = new Map(this.#texts);
      for (const [path, { text }] of fixes) texts.set(path, text);
      this.#last = [...fixes.values()];
      if ([...fixes].every(([path, { text }]) => text === this.#textOf(path))) return false;
      const outcome = await this.#options.again(this.#absolute(texts));
      const changed = new Set(
        [...fixes.keys()].filter((path) => texts.get(path) !== this.#textOf(path)),
      );
      const harm = newOnSite(before, outcome, changed);
      if (harm.size === 0) {
        for (const [path, text] of texts) this.#texts.set(path, text);
        this.#outcome = outcome;
        this.#rounds.push(this.#last);
        this.#transactions.keep(before.found);
        return true;
      }
      for (const [path, finding] of harm) {
        const freedom = attempt > 2 ? "none" : LESS[this.#freedom.get(path) ?? "all"];
        this.#freedom.set(path, freedom);
        if (freedom === "none") {
          const [fixedFirst] = fixes.get(path)?.fixed ?? [];
          const reason = `newly found in ${finding.path}: ${finding.rule}: ${finding.message}`;
          if (fixedFirst !== undefined) this.#harmed.set(path, { finding: fixedFirst, reason });
        }
      }
      again = [...harm.keys()];
    }
    return false;
  }

  result(): FixedSite<Run> {
    const all = [...this.#rounds.flat()];
    const paths = [...this.#texts].map(([path, after]) => ({
      path,
      before: this.#originals.get(path) ?? "",
      after,
    }));
    return {
      outcome: this.#outcome,
      changed: paths.filter(({ before, after }) => before !== after),
      fixed: all.flatMap(({ fixed }) => fixed),
      takenBack: [
        ...this.#last.flatMap(({ takenBack }) => takenBack),
        ...this.#transactions.takenBack,
        ...this.#harmed.values(),
      ],
      overlapping: this.#last.flatMap(({ overlapping }) => overlapping),
      refused: this.#refused,
      together: this.#transactions.made,
      isImpossible: (finding) => this.#transactions.isImpossible(finding),
    };
  }

  /** Fixes one article; undefined where there is nothing to do or it must not be changed. */
  #fix(path: string): FixedArticle | undefined {
    const freedom = this.#freedom.get(path) ?? "all";
    const found = this.#outcome.found.get(path) ?? [];
    if (freedom === "none" || this.#refused.has(path)) return undefined;
    const editsFor = (finding: Finding) => this.#transactions.editsFor(finding);
    if (!found.some((finding) => editsFor(finding) !== undefined)) return undefined;
    const source = this.#textOf(path);
    if (source === undefined) return undefined;
    const outcome = this.#outcome;
    return fixArticle(source, found, {
      check: (text) => outcome.checkAgain(path, text),
      editsFor,
      keepsShape: freedom === "kept-shape",
    });
  }

  /** The text of an article as fixing has left it so far. */
  #textOf(path: string): string | undefined {
    const known = this.#texts.get(path) ?? this.#originals.get(path);
    if (known !== undefined) return known;
    const read = this.#options.textOf(path);
    if ("refused" in read) {
      this.#refused.set(path, read.refused);
      return undefined;
    }
    const { starts } = indexLines(read.text);
    if (starts.join() !== this.#outcome.factsOf(path)?.lineStarts.join()) {
      this.#refused.set(path, CHANGED_MEANWHILE);
      return undefined;
    }
    this.#originals.set(path, read.text);
    return read.text;
  }

  #absolute(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const changed = [...texts].filter(([path, text]) => text !== this.#originals.get(path));
    return new Map(changed.map(([path, text]) => [resolve(this.#outcome.base, path), text]));
  }
}
