import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { htmlProblems } from "./html-problems.js";
import type { Problem } from "./problem.js";

const DOCUMENT_START = /^\s*<(?:!doctype\s+html|html[\s>])/i;

/**
 * Parses an HTML body. `text` has the length of the source; front matter, BOM and template tags are
 * already blank or filler, so every position is a file position.
 *
 * @throws {RangeError} when elements nest deeper than the stack allows; callers check limits first.
 */
export function parseHtmlBody(text: string): {
  readonly tree: Root;
  readonly problems: readonly Problem[];
} {
  const fragment = !DOCUMENT_START.test(text);
  const errors: { readonly code: string; readonly start: number; readonly end: number }[] = [];
  const tree = fromHtml(text, {
    fragment,
    verbose: true,
    onerror(message) {
      const place = message.place;
      if (place === undefined || !("start" in place)) return;
      const start = place.start.offset ?? 0;
      errors.push({ code: message.ruleId ?? "html", start, end: place.end.offset ?? start });
    },
  });
  return { tree, problems: htmlProblems(text, tree, errors) };
}
