import { percentDecoded } from "../../article/percent-decoded.js";
import type { Range } from "../../article/range.js";
import { below } from "../../engine/address.js";
import type { IsArticle } from "../../engine/site-reader.js";

const LINK = /\]\(\s*(?:<([^<>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+"[^"\n]*")?\s*\)/g;
const COMMENT = /<!--.*?-->/gs;

/** A chapter as a `SUMMARY.md` names it. */
export interface SummaryLink {
  /** From the folder of the summary. */
  readonly path: string;
  readonly written: string;
  readonly range: Range;
}

/** The chapters that a `SUMMARY.md` names, in their order. Drafts (`[Title]()`) have none. */
export function summaryLinks(summary: string): readonly SummaryLink[] {
  const text = summary.replace(COMMENT, (comment) => " ".repeat(comment.length));
  return [...text.matchAll(LINK)].flatMap((match) => {
    const [whole, angled, plain = ""] = match;
    const written = angled ?? plain;
    const path = percentDecoded(written.split("#")[0] ?? "");
    if (path === "" || /^[a-z][a-z\d+.-]*:/i.test(path)) return [];
    const start = match.index + whole.indexOf(written, whole.indexOf("(") + 1);
    const range = { start, end: start + written.length };
    return [{ path: path.replace(/^(?:\.?\/)+/, "").normalize("NFC"), written, range }];
  });
}

/** Chapters that a `SUMMARY.md` names, each once: paths from its folder. */
export function chaptersOf(summary: string): readonly string[] {
  return [...new Set(summaryLinks(summary).map(({ path }) => path))];
}

/** Tells which files are parts of a book: the summary, and the chapters that it names. */
export function bookArticles(summary: string, sources: string): IsArticle {
  const chapters = new Set(["SUMMARY.md", ...chaptersOf(summary)]);
  return (path) => chapters.has((below(path, sources) ?? "").normalize("NFC"));
}
