import type { Article } from "../../article/article.js";

/** What may precede the document: blanks, comments, tags of templates. */
const BEFORE = /^(?:\s|<!--[\s\S]{0,2000}?-->|\{%[^%\n]{0,300}%\}|\{\{[^}\n]{0,300}\}\})*/;
const DOCUMENT = /^<(?:!doctype\s+html|html[\s>])/i;
/** How much of the body is looked at. */
const START = 4000;

/** Whether a file is a whole HTML document with its own doctype or `<html>`: a page of the site, without a layout around it. */
export function isWholePage({ source, bodyStart }: Article): boolean {
  const start = source.slice(bodyStart, bodyStart + START).replace(/^\uFEFF/, "");
  return DOCUMENT.test(start.replace(BEFORE, ""));
}

/** Whether a file is the page that servers show for addresses without one: `404.html`, `zh/404.md`. */
export function isErrorPage({ path }: Article): boolean {
  return /(?:^|\/)(?:404|not[-_]?found)(?:\/index)?\.\w+$/i.test(path);
}
