import {
  type Article,
  normaliseLabel,
  overlapTest,
  type Range,
  verbatimRangesOf,
} from "../../../src/rules.js";

/** `[label] URL` on a line of its own: a definition that lacks its colon. */
export interface ColonlessDefinition {
  readonly key: string;
  readonly label: string;
  /** The label with its brackets. */
  readonly range: Range;
}

const LINE =
  /^ {0,3}(\[((?:[^[\]\\\n^]|\\.)+)\])[ \t]+<?(?:https?:\/\/|\.{0,2}\/|#[\w-]|[\w./-]{1,300}\.(?:html?|mdx?)\b)[^\s<>]{0,2000}>?(?:[ \t]+"[^"\n]{0,300}")?[ \t]*\r?$/gm;

/**
 * The lines of an article that define a label but for the colon.
 *
 * @param missing keys of labels that links use and nothing defines; a number in brackets before a URL is a list of sources otherwise
 */
export function colonlessDefinitionsOf(
  article: Article,
  missing: ReadonlySet<string>,
): readonly ColonlessDefinition[] {
  if (missing.size === 0) return [];
  const isVerbatim = overlapTest(
    [...verbatimRangesOf(article)].sort((left, right) => left.start - right.start),
  );
  const found: ColonlessDefinition[] = [];
  LINE.lastIndex = article.bodyStart;
  for (let match = LINE.exec(article.source); match !== null; match = LINE.exec(article.source)) {
    const [line, bracketed = "", label = ""] = match;
    const key = normaliseLabel(label);
    const start = match.index + line.indexOf("[");
    const range = { start, end: start + bracketed.length };
    if (missing.has(key) && !isVerbatim(range)) found.push({ key, label, range });
  }
  return found;
}
