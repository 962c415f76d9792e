import type { SeenArticle } from "../lint/index.js";
import type { Edit, Finding } from "../rule/index.js";
import { type Change, inOrder, type TakenBack } from "./change.js";
import { newFinding } from "./new-findings.js";
import { type HarmOf, Pass } from "./pass.js";
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
    const pass = new Pass(seen, options.check, harmOf(seen, options));
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

/** Tells what harm changes of an article have done. */
export function harmOf(
  before: SeenArticle,
  { keepsShape }: Pick<FixOptions, "keepsShape">,
): HarmOf {
  return (after, changes, edits) => {
    const worse = worseParsed(before.article, after.article) ?? newFinding(before, after, changes);
    if (worse !== undefined) return worse;
    if (keepsShape && shapeOf(before.facts) !== shapeOf(after.facts))
      return "it changes what other articles depend on";
    return otherChanges(before.article, after.article, edits);
  };
}
