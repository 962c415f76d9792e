/** A tag as written in HTML text. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly closing: boolean;
  /** Written `<name/>`; browsers heed that in SVG and MathML only. */
  readonly selfClosing: boolean;
  /** Whether the tag stands inside `<svg>` or `<math>`. */
  readonly foreign: boolean;
  readonly attributeCount: number;
}

const NAME = /[^\s/>]*/y;
const COMMENT_END = /--!?>/g;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Elements whose content is text up to their own end tag (HTML §13.2.5.2–5, scripting off). */
const RAW_TEXT_END: Readonly<Record<string, RegExp>> = Object.fromEntries(
  ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"].map((name) => [
    name,
    new RegExp(`</${name}(?=[\\s/>])`, "gi"),
  ]),
);

/**
 * Visits the tags of HTML text in order, as the tokenizer of HTML §13.2.5 finds them: comments, CDATA,
 * quoted values and the text of `<script>` and its like hold no tags. Linear; builds nothing.
 * A visitor that returns false ends the walk.
 *
 * @returns where a tag or comment begins that the text ends in; the text's length where there is none
 */
export function visitTags(text: string, visitor: (tag: Tag) => boolean | undefined): number {
  const islands: string[] = [];
  let at = text.indexOf("<");
  while (at !== -1) {
    const next = text.charCodeAt(at + 1);
    const closing = next === 0x2f;
    if (isLetter(closing ? text.charCodeAt(at + 2) : next)) {
      const tag = readTag(text, at, closing, isForeign(islands));
      if (tag === undefined) return at;
      if (visitor(tag) === false) return text.length;
      trackIslands(islands, tag);
      at = skipRawText(text, tag);
      if (at === -1) return text.length;
    } else {
      const end = skipMarkup(text, at, next, isForeign(islands));
      if (end === -1) return at;
      at = end;
    }
    at = text.indexOf("<", at);
  }
  return text.length;
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
}

/** The offset after a comment, CDATA section or bogus comment, or after a `<` that is mere text; -1 at the end. */
function skipMarkup(text: string, at: number, next: number, foreign: boolean): number {
  if (next === 0x21 && text.startsWith("--", at + 2)) {
    COMMENT_END.lastIndex = at + 2;
    return COMMENT_END.test(text) ? COMMENT_END.lastIndex : -1;
  }
  if (next === 0x21 && foreign && text.startsWith("[CDATA[", at + 2)) {
    return after(text, "]]>", at + 9);
  }
  return next === 0x21 || next === 0x3f || next === 0x2f ? after(text, ">", at + 2) : at + 1;
}

function after(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found === -1 ? -1 : found + end.length;
}

/** Reads one tag; undefined when the text ends inside it. */
function readTag(text: string, start: number, closing: boolean, foreign: boolean): Tag | undefined {
  NAME.lastIndex = start + (closing ? 2 : 1);
  NAME.test(text);
  const name = text.slice(start + (closing ? 2 : 1), NAME.lastIndex).toLowerCase();
  let at = NAME.lastIndex;
  let attributeCount = 0;
  let selfClosing = false;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x3e) {
      return { name, start, end: at + 1, closing, selfClosing, foreign, attributeCount };
    }
    selfClosing = code === 0x2f;
    if (selfClosing || isSpace(code)) {
      at++;
      continue;
    }
    attributeCount++;
    at = skipAttribute(text, at);
  }
  return undefined;
}

function skipAttribute(text: string, from: number): number {
  let at = from + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3d || code === 0x3e || code === 0x2f || isSpace(code)) break;
  }
  const equals = skipSpace(text, at);
  if (text.charCodeAt(equals) !== 0x3d) return at;
  at = skipSpace(text, equals + 1);
  const quote = text.charCodeAt(at);
  if (quote === QUOTE || quote === APOSTROPHE) {
    const end = text.indexOf(quote === QUOTE ? '"' : "'", at + 1);
    return end === -1 ? text.length : end + 1;
  }
  while (at < text.length && text.charCodeAt(at) !== 0x3e && !isSpace(text.charCodeAt(at))) at++;
  return at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Where to look for the next tag: after this one, or at the end tag of an element that holds only text. */
function skipRawText(text: string, tag: Tag): number {
  if (tag.closing || tag.foreign) return tag.end;
  if (tag.name === "plaintext") return -1;
  const end = RAW_TEXT_END[tag.name];
  if (end === undefined) return tag.end;
  end.lastIndex = tag.end;
  return end.test(text) ? end.lastIndex - tag.name.length - 2 : -1;
}

function isForeign(islands: readonly string[]): boolean {
  const top = islands.at(-1);
  return top === "svg" || top === "math";
}

/** Keeps track of SVG and MathML, and of the HTML that `<foreignObject>` holds again. */
function trackIslands(islands: string[], tag: Tag): void {
  if (tag.name !== "svg" && tag.name !== "math" && tag.name !== "foreignobject") return;
  if (!tag.closing) {
    if (!tag.selfClosing) islands.push(tag.name);
    return;
  }
  const open = islands.lastIndexOf(tag.name);
  if (open !== -1) islands.length = open;
}
