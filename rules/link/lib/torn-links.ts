import {
  type Article,
  hasTemplateSyntax,
  IMAGE_EXTENSIONS,
  isWrittenInMarkdown,
  type Range,
  rangeOf,
} from "../../../src/rules.js";
import { ADDRESS, TITLE } from "./address-pattern.js";
import { openingBracket } from "./opening-bracket.js";
import { type WideLink, wideLinkAt } from "./wide-links.js";

/** A Markdown link left as text because of its brackets. */
export type TornLink =
  /** `[text] (URL)` */
  | { readonly kind: "gap"; readonly range: Range; readonly mended: string }
  /** `［text］(URL)`, `[text](URL）` */
  | WideLink
  /** `(text)[URL]` */
  | { readonly kind: "swapped"; readonly range: Range; readonly mended: string }
  /** A bracket or parenthesis is missing or too many. */
  | { readonly kind: "brackets"; readonly range: Range };

const LINE_BREAK = String.raw`[ \t]*\r?\n[ \t]*`;

/** `] (URL)`, and with full-width parentheses. */
const GAP = new RegExp(
  String.raw`\](?:(?:[ \t]{1,4}|${LINE_BREAK})\(|[ \t]{0,4}（)[ \t]*<?(${ADDRESS})>?(${TITLE})[ \t]*[)）]`,
  "iy",
);
/** `](URL)` */
const WHOLE = new RegExp(String.raw`\]\(<?${ADDRESS}>?${TITLE}\)`, "iy");
/** `](URL` */
const BEGUN = new RegExp(String.raw`\]\(<?${ADDRESS}(?=[\s\]}]|$)`, "iy");
/** `[text(URL)`, `[text(/path/)` */
const NO_CLOSING =
  /\[([^[\]()\n]{2,100})\(((?:https?:\/\/|(?<=\S\()\.{0,2}\/(?=[\w.]))[^\s()<>[\]]+)\)/y;
/** `(text)[https://…]`, `!(text)[picture.png]` */
const SWAPPED =
  /\(([^()[\]\n]{2,100})\)\[((?:https?:\/\/|\.{0,2}\/)?[\w./@:?=&%~-]{1,500})\](?![([:])/y;
const WEB_ADDRESS = /^https?:\/\//;
const PICTURE = new RegExp(String.raw`\.(?:${IMAGE_EXTENSIONS.join("|")})$`, "i");
/** What stays in the text of a link whose parentheses do not match: `[text](` before a URL. */
const LEFT_OVER = /!?\[[^[\]\n]*\]\(+(?=\s*$|\s*(?:https?:|www\.|mailto:))/g;
/** `- [x] (…)`: a task. */
const TASK = /^[ xX]$/;
const LETTER = /\p{L}/u;
const FURTHEST = 2000;

/** Links and images of Markdown that readers see as brackets, in source order. */
export function tornLinksOf(article: Article): readonly TornLink[] {
  if (article.format === "html") return [];
  const { source } = article;
  return article.texts.flatMap((node) => {
    const parent = article.parentOf(node);
    if (parent?.tagName === "code" || !/[[\]］】]/.test(node.value)) return [];
    const { start, end } = rangeOf(node);
    const found: TornLink[] = [];
    for (const { index, 0: text } of source.slice(start, end).matchAll(LEFT_OVER)) {
      if (wideLinkAt(source, start + index + text.indexOf("](")) !== undefined) continue;
      found.push({
        kind: "brackets",
        range: { start: start + index, end: start + index + text.length },
      });
    }
    for (let at = start; at < end; at++) {
      if (source[at - 1] === "\\") continue;
      const torn = /[\]］】]/.test(source[at] ?? "")
        ? (wideLinkAt(source, at) ?? gapAt(source, at) ?? halfAt(source, at))
        : source[at] === "["
          ? unclosedTextAt(source, at)
          : source[at] === "("
            ? swappedAt(source, at)
            : undefined;
      if (torn !== undefined && !found.some(({ range }) => overlap(range, torn.range)))
        found.push(torn);
    }
    return found
      .filter(({ range }) => isWrittenInMarkdown(article, range))
      .filter(({ range }) => !hasTemplateSyntax(source.slice(range.start, range.end)))
      .sort((left, right) => left.range.start - right.range.start);
  });
}

function gapAt(source: string, at: number): TornLink | undefined {
  GAP.lastIndex = at;
  const match = GAP.exec(source);
  const open = match === null ? undefined : openingBracket(source, at);
  if (match === null || open === undefined) return undefined;
  const [whole, url = "", title = ""] = match;
  const text = source.slice(open + 1, at);
  const isImage = source[open - 1] === "!";
  const start = isImage ? open - 1 : open;
  // `matrix[row] (…)`, citations `[1] (…)` and boxes of tasks are no links.
  if (/[\w)\]]/.test(source[start - 1] ?? "") || TASK.test(text) || text.startsWith("^"))
    return undefined;
  if (!isImage && !LETTER.test(text)) return undefined;
  const range = { start, end: at + whole.length };
  return {
    kind: "gap",
    range,
    mended: `${source.slice(start, at)}](${url.replace(/>$/, "")}${title})`,
  };
}

/** `text](URL)` without a bracket before, and `[text](URL` without a parenthesis after it. */
function halfAt(source: string, at: number): TornLink | undefined {
  if (source[at + 1] !== "(") return undefined;
  const open = openingBracket(source, at);
  if (open === undefined) {
    WHOLE.lastIndex = at;
    const [whole] = WHOLE.exec(source) ?? [];
    return whole === undefined
      ? undefined
      : { kind: "brackets", range: { start: at, end: at + whole.length } };
  }
  BEGUN.lastIndex = at;
  const [begun] = BEGUN.exec(source) ?? [];
  if (begun === undefined) return undefined;
  const end = at + begun.length;
  if (/[)）]/.test(restOf(source, end))) return undefined;
  return { kind: "brackets", range: { start: open, end } };
}

function unclosedTextAt(source: string, at: number): TornLink | undefined {
  NO_CLOSING.lastIndex = at;
  const [whole, text = ""] = NO_CLOSING.exec(source) ?? [];
  if (whole === undefined || !LETTER.test(text)) return undefined;
  const end = at + whole.length;
  return restOf(source, end).includes("]")
    ? undefined
    : { kind: "brackets", range: { start: at, end } };
}

function swappedAt(source: string, at: number): TornLink | undefined {
  SWAPPED.lastIndex = at;
  const [whole, text = "", url = ""] = SWAPPED.exec(source) ?? [];
  const isImage = source[at - 1] === "!";
  if (whole === undefined || !LETTER.test(text)) return undefined;
  if (isImage ? !PICTURE.test(url) : !WEB_ADDRESS.test(url)) return undefined;
  // What is called has its arguments in parentheses.
  if (!isImage && /[\w)\]]/.test(source[at - 1] ?? "")) return undefined;
  const start = isImage ? at - 1 : at;
  const mended = `${source.slice(start, at)}[${text}](${url})`;
  return { kind: "swapped", range: { start, end: at + whole.length }, mended };
}

/** The rest of a paragraph, up to the next opening bracket. */
function restOf(source: string, from: number): string {
  const rest = source.slice(from, from + FURTHEST);
  const end = rest.search(/\[|\n[ \t]*\r?\n/);
  return end === -1 ? rest : rest.slice(0, end);
}

function overlap(left: Range, right: Range): boolean {
  return left.start < right.end && right.start < left.end;
}
