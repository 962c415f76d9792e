import type { Article, Paragraph, Range } from "../../../../src/rules.js";
import table from "./mail.json" with { type: "json" };

const MARK = new RegExp(table.marks.join("|"), "giu");
const WHOLE = new RegExp(`^(?:-{2,3} )?(?:${table.whole.join("|")})\\.?$`, "iu");
const HEAD = new RegExp(`^(?:${table.heads.join("|")})`, "iu");
const LONGEST = 400;
/** A line of the message that is answered: some words of prose. */
const QUOTED_LINE = /^[ \t]{0,3}(?:&gt;|\\>) ?["“]?\p{L}[\p{L}\p{M}\p{N} ,.;:!?'’"“”()-]{19,}$/u;
/** The end of a line above an example. */
const ANNOUNCED = /[:：]["”*_)]*\s*$/;

/** Where a text has what a mail program writes in the place of a picture or an address. */
export function mailMarksIn(text: string): readonly Range[] {
  if (!/[[:]/.test(text)) return [];
  return Array.from(text.matchAll(MARK), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}

/**
 * Whether a paragraph is what a mail program adds: its name, the head of the message that is answered, or its lines.
 * @param before the paragraph above, which may announce an example
 */
export function isMailResidue(
  article: Article,
  { text, range }: Paragraph,
  before: Paragraph | undefined,
): boolean {
  const isExample = before !== undefined && ANNOUNCED.test(before.text);
  if (text.length <= LONGEST && !isExample) {
    const flat = text.normalize("NFKC").replace(/\s+/g, " ").trim();
    if (WHOLE.test(flat) || HEAD.test(flat)) return true;
  }
  const lines = article.source.slice(range.start, range.end).split(/\r?\n/);
  return lines.length > 1 && lines.every((line) => QUOTED_LINE.test(line.trimEnd()));
}
