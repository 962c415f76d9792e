import { percentDecoded } from "../../article/percent-decoded.js";
import { below } from "../../engine/address.js";
import type { IsArticle } from "../../engine/site-reader.js";

const LINK = /\]\(\s*(?:<([^<>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+"[^"\n]*")?\s*\)/g;
const COMMENT = /<!--.*?-->/gs;

/** Chapters that a `SUMMARY.md` names, in their order: paths from its folder. Drafts (`[Title]()`) have none. */
export function chaptersOf(summary: string): readonly string[] {
  const text = summary.replace(COMMENT, "");
  const paths = [...text.matchAll(LINK)].flatMap(([, angled, plain]) => {
    const written = percentDecoded((angled ?? plain ?? "").split("#")[0] ?? "");
    const isChapter = written !== "" && !/^[a-z][a-z\d+.-]*:/i.test(written);
    return isChapter ? [written.replace(/^(?:\.?\/)+/, "").normalize("NFC")] : [];
  });
  return [...new Set(paths)];
}

/** Tells which files are parts of a book: the summary, and the chapters that it names. */
export function bookArticles(summary: string, sources: string): IsArticle {
  const chapters = new Set(["SUMMARY.md", ...chaptersOf(summary)]);
  return (path) => chapters.has((below(path, sources) ?? "").normalize("NFC"));
}
