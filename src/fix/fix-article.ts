import type { SeenArticle } from "../lint/index.js";
import type { Edit, Finding } from "../rule/index.js";
import { applyEdits } from "./apply-edits.js";
import { type Change, inOrder, type TakenBack } from "./change.js";
import { newFinding } from "./new-findings.js";
import { otherChanges, worseParsed } from "./same-article.js";
import { shapeOf } from "./shape.js";

/** Most times that an article is gone through. */
const MOST_PASSES = 10;

export interface FixOptions {
  /** Checks a text of the article. */
  check(source: string): SeenArticle;
  /** What is to be done about a finding; undefined for nothing. */
  editsFor(finding: Finding): readonly Edit[] | undefined;
  /** Whether headings, ids, links and address must stay, since other articles depend on them. */
  readonly keepsShape: boolean;
}

/** What came of fixing one article. */
export interface FixedArticle {
  readonly text: string;
  /** The findings that were fixed, pass by pass. */
  readonly fixed: readonly Finding[];
  /** The changes that did harm. They are defects of their rules. */
  readonly takenBack: readonly TakenBack[];
  /** Findings whose change still overlapped another one in the last pass. */
  readonly overlapping: readonly Finding[];
}

/**
 * Makes the changes that findings ask for, again and again until nothing changes. Of changes that overlap, the one that
 * begins first is made, the others wait for the next pass. What each pass leaves is parsed and checked: a change that does
 * harm is taken back, the others stay. Two rules that undo each other's changes are found in the same way: what the one
 * has changed, the other finds.
 *
 * @param found what was found in the text, also what only the whole site shows
 */
export function fixArticle(
  source: string,
  found: readonly Finding[],
  options: FixOptions,
): FixedArticle {
  const passes: (readonly Finding[])[] = [];
  let takenBack: readonly TakenBack[] = [];
  let overlapping: readonly Finding[] = [];
  let seen: SeenArticle | undefined;
  let offered = found;
  while (passes.length < MOST_PASSES) {
    const changes = offered.flatMap((finding): readonly Change[] => {
      const edits = options.editsFor(finding);
      return edits === undefined || edits.length === 0 ? [] : [{ finding, edits }];
    });
    const { taken, waiting } = inOrder(changes);
    overlapping = waiting.map(({ finding }) => finding);
    if (taken.length === 0) break;
    seen ??= options.check(source);
    const pass = new Pass(seen, options);
    pass.tryAll(taken);
    const again = new Set(changes.map(({ finding }) => nameOf(finding)));
    takenBack = [
      ...takenBack.filter(({ finding }) => !again.has(nameOf(finding))),
      ...pass.takenBack,
    ];
    if (pass.made.length === 0) break;
    seen = pass.after;
    offered = seen.findings;
    passes.push(pass.made.map(({ finding }) => finding));
  }
  const text = seen?.article.source ?? source;
  return { text, fixed: passes.flat(), takenBack, overlapping };
}

function nameOf({ rule, messageId, message }: Finding): string {
  return `${rule} ${messageId} ${message}`;
}

/** One time through an article. */
class Pass {
  made: readonly Change[] = [];
  after: SeenArticle;
  readonly takenBack: TakenBack[] = [];
  readonly #before: SeenArticle;
  readonly #options: FixOptions;

  constructor(before: SeenArticle, options: FixOptions) {
    this.#before = before;
    this.after = before;
    this.#options = options;
  }

  /** Makes changes together with those made already; where that does harm, each half by itself. */
  tryAll(changes: readonly Change[]): void {
    const all = [...this.made, ...changes];
    const edits = all.flatMap((change) => change.edits);
    const text = applyEdits(this.#before.article.source, edits);
    const after = this.#options.check(text);
    const reason = this.#harmOf(after, all, edits);
    if (reason === undefined) {
      this.made = all;
      this.after = after;
      return;
    }
    const [only] = changes;
    if (changes.length === 1 && only !== undefined) {
      this.takenBack.push({ finding: only.finding, reason });
      return;
    }
    const middle = changes.length >> 1;
    this.tryAll(changes.slice(0, middle));
    this.tryAll(changes.slice(middle));
  }

  #harmOf(
    after: SeenArticle,
    changes: readonly Change[],
    edits: readonly Edit[],
  ): string | undefined {
    const before = this.#before;
    if (after.article.source === this.after.article.source) return "it changes nothing";
    if (after.crash !== undefined && before.crash === undefined) return after.crash;
    const worse = worseParsed(before.article, after.article) ?? newFinding(before, after, changes);
    if (worse !== undefined) return worse;
    if (this.#options.keepsShape && shapeOf(before.facts) !== shapeOf(after.facts))
      return "it changes what other articles depend on";
    return otherChanges(before.article, after.article, edits);
  }
}
