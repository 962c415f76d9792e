import {
  type Article,
  type Element,
  type Paragraph,
  type Range,
  rangeOf,
} from "../../../../src/rules.js";
import { codeTest } from "./star-runs.js";

/** `! [` before the address of a picture. */
const IMAGE_GAP =
  /(?<![\p{L}\p{N}!?])![ \t](?=\[[^\n[\]]{0,200}\]\([^\s()]{1,500}\.(?:png|jpe?g|gif|webp|svg|avif)\))/giu;
/** `！[` before the address of a picture, after no word that it may end. */
const WIDE_IMAGE =
  /(?<![\p{L}\p{N}!?！？])！[ \t]?(?=\[[^\n[\]]{0,200}\]\([^\s()]{1,500}\.(?:png|jpe?g|gif|webp|svg|avif)(?:[ \t]"[^\n"]{0,200}")?\))/giu;
/** `<--more-->` on a line of its own, which lacks the sign that makes it a comment. */
const BARE_COMMENT = /^[ \t]{0,80}(<--\s?\w[\w .:,-]{0,60}-->)[ \t]{0,80}\r?$/gm;
/** `<!—more—>`, `<! --more-->`, `<！--more-->`: a comment that a word processor or a slip changed. */
const CHANGED_COMMENT =
  /<(?:！[ \t]?[-–—]{1,3}|![ \t]?(?:[–—][-–—]?|-[–—])|![ \t]--|!-(?![-–—])| !--)[ \t]{0,4}\p{L}[^\n<>]{0,300}?[-–—]{1,3}[ \t]?>/gu;
/** `<!-- note ->`, which ends with one hyphen: no later `-->` of the paragraph ends it either. */
const SHORT_END = /<!--[ \t]{0,4}[\w:][^\n<>]{0,80}?[\w)"'.][ \t]{0,4}(?<!-)->/gu;
/** A mark with one character too much or too little. */
export interface BrokenMark {
  readonly kind: "imageGap" | "wideImage" | "comment";
  readonly range: Range;
  readonly meant: string;
}

export function brokenMarks(article: Article, { range }: Paragraph): readonly BrokenMark[] {
  const start = article.lines.startOf(article.lines.pointAt(range.start).line);
  const { line } = article.lines.pointAt(range.end);
  const end = article.lines.endOf(line);
  const written = article.source.slice(start, end);
  if (!/![ \t]\[|！[ \t]?\[|<--|< ?[!！]/.test(written)) return [];
  const isCode = codeTest(article);
  const found = (kind: BrokenMark["kind"], pattern: RegExp, meant: (text: string) => string) =>
    [...written.matchAll(pattern)].map(({ 0: line, 1: text = line, index }): BrokenMark => {
      const at = start + index + line.indexOf(text);
      return { kind, range: { start: at, end: at + text.length }, meant: meant(text) };
    });
  return [
    ...found("imageGap", IMAGE_GAP, () => "!"),
    ...found("wideImage", WIDE_IMAGE, () => "!"),
    ...found("comment", BARE_COMMENT, (text) => `<!${text.slice(1)}`),
    ...[
      ...found("comment", CHANGED_COMMENT, asComment),
      ...found("comment", SHORT_END, (text) => `${text.slice(0, -2)}-->`).filter(
        ({ range }) => range.start - start > written.lastIndexOf("-->"),
      ),
    ].filter(({ range }) => article.format !== "mdx" && !isCode(range)),
  ];
}

/** A comment with the signs that it begins and ends with. */
function asComment(text: string): string {
  const bare = text.replace(/^< ?[!！][ \t]?[-–—]{1,3}|[-–—]{1,3}[ \t]?>$/gu, "");
  return /^[ \t]|[ \t]$/.test(bare) ? `<!-- ${bare.trim()} -->` : `<!--${bare}-->`;
}

/** What is before the first word of a paragraph: blanks, signs of quotations, the mark of an item. */
const BEFORE = String.raw`^\uFEFF?[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?`;
/** A pair of escaped marks around the first words of a paragraph. */
const ESCAPED_PAIR = new RegExp(
  String.raw`(${BEFORE})(?:\\\*\\\*(?=\S)[^\n*_\\]{1,80}\\\*\\\*|\\_\\_(?=\S)[^\n*_\\]{1,80}\\_\\_)`,
);
const BOLD = new RegExp(String.raw`${BEFORE}(?:\*\*|__)\S`);
/** An escaped link with its address: `\[text\](https://…)`. */
const ESCAPED_LINK =
  /\\\[[^\n[\]\\]{1,120}\\?\]\\?\((?:https?:\/\/|\/|\.{1,2}\/)[^\s()]{1,500}\\?\)/g;
/** So many paragraphs begin in bold where one that does not render means the same. */
const LEAST_BOLD = 2;

/** Marks that a conversion escaped: readers see them, where those of other paragraphs are rendered. */
export function escapedMarks(article: Article, paragraphs: readonly Paragraph[]): readonly Range[] {
  if (!/\\[*_[]/.test(article.source)) return [];
  const written = paragraphs.flatMap(({ range, onlyCode }) => {
    if (onlyCode) return [];
    const start = article.lines.startOf(article.lines.pointAt(range.start).line);
    return [{ start, text: article.source.slice(start, range.end) }];
  });
  const isBold = written.filter(({ text }) => BOLD.test(text)).length >= LEAST_BOLD;
  return written.flatMap(({ start, text }): readonly Range[] => {
    const [pair, before = ""] = (isBold && ESCAPED_PAIR.exec(text)) || [];
    if (pair !== undefined) return [{ start: start + before.length, end: start + pair.length }];
    return [...text.matchAll(ESCAPED_LINK)].map(({ 0: { length }, index }) => ({
      start: start + index,
      end: start + index + length,
    }));
  });
}

/** A tag with an attribute, as it begins. */
const TAG =
  /(?<!\\)<(?:a|img|iframe|video|audio|source|div|span|p|table|tr|td|th|ul|ol|li|figure|figcaption|center|font|small|sub|sup|kbd|b|i|em|strong|button|details|summary)\s+[a-z][a-z-]{0,20}\s*=\s*["'][^\n<>]{0,500}>/g;

/** What CommonMark takes for an opening tag (6.6), with the signs that Vue's short attributes begin with. */
const VALID_TAG =
  /^<[A-Za-z][A-Za-z\d-]*(?:\s+[A-Za-z_:@#][\w.:@#-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>$/;

/** Tags that Markdown does not take for tags, so that readers see them; the first of a paragraph. */
export function textTag(article: Article, { text, range, offsetOf }: Paragraph): Range | undefined {
  if (!text.includes("<") || !text.includes('="')) return undefined;
  for (const { 0: tag, index } of text.matchAll(TAG)) {
    const start = offsetOf(index);
    const end = start + tag.length;
    const isWritten = end <= range.end && article.source.slice(start, end) === tag;
    if (!isWritten || VALID_TAG.test(tag)) continue;
    if (!codeTest(article)({ start, end })) return { start, end };
  }
  return undefined;
}

/** A sentence in a language with spaces, from a capital to a full stop, without the signs of code. */
const SENTENCE = /^["“']?\p{Lu}.*[.!?]["”']?$/u;
const WORD = /(?<=^|\s|[("“])\p{Ll}{2,}(?=[\s,.:;!?)"”]|$)/gu;
const LEAST_WORDS = 12;
/** The share of words among what blanks divide. */
const MOSTLY = 0.75;
/** The same in Chinese or Japanese. */
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const CODE_SIGN = /[{}<>=;|$\\#`]/;
const HAN_SENTENCE_END = /[。！？：][”」』）]?$/u;
const LEAST_HAN = 20;

/** A paragraph that is shown as code, since four spaces are before it. */
export function indentedParagraph(article: Article, pre: Element): Range | undefined {
  const range = rangeOf(pre);
  const written = article.source.slice(range.start, range.end);
  if (/^[ \t]*(?:`{3}|~{3})/.test(written)) return undefined;
  const start = article.lines.startOf(article.lines.pointAt(range.start).line);
  // In a list or a quotation the blanks may belong to what is around it.
  if (!/^(?: {4}|\t)(?=\S)/.test(article.source.slice(start, range.end))) return undefined;
  const text = written.trim();
  if (text.includes("\n") || !isSentence(text)) return undefined;
  const before = article.source.slice(0, start).trimEnd();
  // A colon announces an example.
  if (/[:：]["”*_)]*$/.test(before)) return undefined;
  return { start: range.end - written.trimStart().length, end: range.end };
}

function isSentence(text: string): boolean {
  if (CODE_SIGN.test(text)) return false;
  if (HAN_SENTENCE_END.test(text))
    return /[，、。]/.test(text) && (text.match(HAN)?.length ?? 0) >= LEAST_HAN;
  if (!SENTENCE.test(text)) return false;
  const words = text.match(WORD)?.length ?? 0;
  return words >= LEAST_WORDS && words >= MOSTLY * text.split(/\s+/).length;
}
