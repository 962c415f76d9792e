import { percentDecoded } from "../../article/percent-decoded.js";

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
