import type { Article, Paragraph, Range } from "../../../src/rules.js";

/** `#` signs and the character after them that Markdown does not take for a space: an ideographic or a no-break space. */
const WIDE_SPACE = /(?<=^|\n)(#{1,6})([\u00A0\u3000])(?=[\u00A0\u3000]*[\p{L}\p{N}“「『《【（])/gu;
/** Full-width signs before a title; one of them, without a space, begins a tag. */
const FULL_WIDTH = /(?<=^|\n)(＃{2,6}[ \u3000]?|＃[ \u3000])(?=[\p{L}\p{N}“「『《【（])/gu;

/** Signs of a heading that Markdown does not see. */
export interface WideMark {
  readonly kind: "wideSpace" | "fullWidth";
  readonly signs: string;
  /** The space by its name; "" where the signs are at fault. */
  readonly character: string;
  readonly range: Range;
  /** What is to be written there. */
  readonly meant: string;
}

export function wideMarks(article: Article, { text, offsetOf }: Paragraph): readonly WideMark[] {
  if (!/#[\u00A0\u3000]|＃/.test(text)) return [];
  const isWritten = (start: number, written: string): boolean =>
    article.source.slice(start, start + written.length) === written;
  const spaces = [...text.matchAll(WIDE_SPACE)].flatMap((match): readonly WideMark[] => {
    const [whole, signs = "", space] = match;
    const start = offsetOf(match.index);
    if (!isWritten(start, whole)) return [];
    const character = space === "\u3000" ? "An ideographic space" : "A no-break space";
    const range = { start: start + signs.length, end: start + whole.length };
    return [{ kind: "wideSpace", signs, character, range, meant: " " }];
  });
  const signs = [...text.matchAll(FULL_WIDTH)].flatMap((match): readonly WideMark[] => {
    const [whole] = match;
    const start = offsetOf(match.index);
    if (!isWritten(start, whole)) return [];
    const range = { start, end: start + whole.length };
    const meant = `${"#".repeat(whole.trim().length)} `;
    return [{ kind: "fullWidth", signs: whole.trim(), character: "", range, meant }];
  });
  return [...spaces, ...signs];
}

const UNDERLINE = /\r?\n[ \t>]*-{3,}[ \t]*$/;
/** A heading may be one question; a statement of so many words, or so many characters, is a paragraph. */
const LEAST_WORDS = 12;
const LEAST_HAN = 25;

/** Whether a heading as written is a sentence above a line of hyphens. */
export function isUnderlinedSentence(written: string): boolean {
  const line = UNDERLINE.exec(written);
  if (line === null) return false;
  const text = written.slice(0, line.index).trim();
  if (!/[.。！][”"’')）」』*_]{0,3}$/u.test(text) || text.endsWith("..")) return false;
  const han = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return han >= LEAST_HAN || text.split(/\s+/).length >= LEAST_WORDS;
}
