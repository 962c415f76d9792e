import type { Article, Range } from "../../../../src/rules.js";
import { isSpace, LETTER, type StarDefect, type StarRun } from "./star-runs.js";

/** The place of an emphasis from its first sign to its last. */
export function placeOf(defect: StarDefect): Range {
  const { open } = defect;
  return { start: open.start, end: defect.kind === "unclosed" ? open.end : defect.close.end };
}

/** A stretch in which all emphasis renders; undefined where only the writer can tell. */
export function withMendedStars(
  article: Article,
  defects: readonly StarDefect[],
  span: Range,
): string | undefined {
  let text = "";
  let at = span.start;
  for (const defect of defects) {
    const mended = mendedStars(article, defect);
    if (mended === undefined) return undefined;
    text += article.source.slice(at, defect.open.start) + mended;
    at = placeOf(defect).end;
  }
  return text + article.source.slice(at, span.end);
}

/** The same text with emphasis that renders; undefined where only the writer can tell. */
function mendedStars(article: Article, defect: StarDefect): string | undefined {
  if (defect.kind === "unclosed") return undefined;
  const { open, close } = defect;
  const stars = article.source.slice(open.start, open.end);
  const inner = article.source.slice(open.end, close.start);
  if (defect.kind === "space") {
    const trimmed = inner.trim();
    const before = isSpace(open.after) && LETTER.test(open.before) ? " " : "";
    const after = isSpace(close.before) && LETTER.test(close.after) ? " " : "";
    if (
      /^[\p{P}\p{S}]|[\p{P}\p{S}]$/u.test(trimmed) &&
      (before + after !== "" || isTight(open, close))
    )
      return undefined;
    return `${before}${stars}${trimmed}${stars}${after}`;
  }
  if (
    /^[A-Za-z]$/.test(close.after) &&
    close.before !== "" &&
    open.opens &&
    /[.,:;!?]/.test(close.before)
  )
    return `${stars}${inner}${stars} `;
  // The marks move out: the text stays the same.
  const characters = [...inner];
  const first = characters.findIndex((one) => !/^[\p{Ps}\p{Pi}]$/u.test(one));
  const start = first === -1 ? characters.length : first;
  const last = characters.findLastIndex((one) => !/^[\p{Pe}\p{Pf}\p{Po}]$/u.test(one));
  const end = Math.max(start, last + 1);
  const opening = characters.slice(0, start).join("");
  const kept = characters.slice(start, end).join("");
  const closing = characters.slice(end).join("");
  const keepsOpening = open.opens && closing.length > opening.length;
  const left = keepsOpening ? "" : opening;
  const body = keepsOpening ? opening + kept : kept;
  if (!/^[\p{L}\p{N}]/u.test(body) && !open.opens) return undefined;
  if (!/[\p{L}\p{N}]$/u.test(body) || body.includes("*")) return undefined;
  return `${left}${stars}${body}${stars}${closing}`;
}

/** Whether a letter touches one of the two runs from outside. */
function isTight(open: StarRun, close: StarRun): boolean {
  return LETTER.test(open.before) || LETTER.test(close.after);
}
