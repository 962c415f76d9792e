import { patternAround } from "../patterns/around.js";
import type { ArticleFormat } from "./article.js";
import { FenceReader, stepOverContainers } from "./markdown/lines.js";
import { type FoundTag, OPAQUE, TagReader, VERBATIM } from "./template-tag.js";

/** A template tag and whether it stands in a block of raw HTML in Markdown, which a blank line would end. */
export interface ScannedTag extends FoundTag {
  readonly inHtmlBlock: boolean;
}

const OPENING = /\{[{%#:]|<%/g;
/** The first argument of a tag that names a language which articles are not written in. */
const OTHER_LANGUAGE = /renderTemplate\s+["'](?!(?:html|liquid|md|njk)\b)/;
const VERBATIM_TAG = /\{%[-~+]?\s*(raw|verbatim)\s*[-~+]?%\}/g;
const DIRECTIVE = /:{3,}[ \t]*([\w-]*)/y;

/** The start of an HTML block that may interrupt a paragraph (CommonMark §4.6, condition 6, and 1). */
const BLOCK_TAG =
  /^<\/?(?:address|article|aside|blockquote|body|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|param|pre|script|search|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul)(?=[\s/>]|$)/i;
/** The start of one that may not: a tag alone on its line (condition 7). */
const LONE_TAG = /^<\/?[a-z][^<>]*>\s*$/i;

/** Whether a line begins a block of raw HTML. `canBeLone`: nothing but a blank line stands before it. */
export function beginsHtmlBlock(line: string, canBeLone: boolean): boolean {
  return BLOCK_TAG.test(line) || (canBeLone && LONE_TAG.test(line));
}

/** Finds the template tags of a text. Fenced code is left alone, as engines that know Markdown leave it. */
export function scanTemplates(text: string, format: ArticleFormat): readonly ScannedTag[] {
  return new Scanner(text, format).scan();
}

class Scanner {
  readonly #text: string;
  readonly #format: ArticleFormat;
  readonly #reader: TagReader;
  readonly #tags: ScannedTag[] = [];
  readonly #fences = new FenceReader();
  readonly #endless = new Set<string>();
  /** Where a verbatim block ends whose tags are text. */
  #verbatimEnd = 0;
  #opening = -1;
  #backtick = -1;
  #inHtmlBlock = false;
  #afterBlankLine = true;

  constructor(text: string, format: ArticleFormat) {
    this.#text = text;
    this.#format = format;
    this.#reader = new TagReader(text);
  }

  scan(): readonly ScannedTag[] {
    let at = 0;
    while (at < this.#text.length) {
      const feed = this.#text.indexOf("\n", at);
      const end = feed === -1 ? this.#text.length : feed;
      at = this.#format === "html" ? this.#scanTags(at, end) : this.#scanMarkdownLine(at, end);
    }
    return this.#tags;
  }

  #scanMarkdownLine(start: number, end: number): number {
    const { content } = stepOverContainers(this.#text, start, end, []);
    if (this.#fences.isCode(this.#text, content, end)) {
      this.#inHtmlBlock = false;
      this.#afterBlankLine = true;
      return end + 1;
    }
    this.#followHtmlBlock(content, end);
    if (this.#text.startsWith(":::", content)) {
      this.#addDirective(content, end);
      return end + 1;
    }
    const count = this.#tags.length;
    const next = this.#format === "mdx" ? end + 1 : this.#scanTags(start, end);
    // A line that holds nothing but silent tags is blank.
    const isBlank = this.#tags.length > count && this.#isBlankBetween(content, count, next);
    this.#afterBlankLine = content >= end || (isBlank && !this.#inHtmlBlock);
    return next;
  }

  #isBlankBetween(content: number, count: number, next: number): boolean {
    let at = content;
    for (const tag of this.#tags.slice(count)) {
      if (!tag.silent || this.#text.slice(at, tag.start).trim() !== "") return false;
      at = tag.end;
    }
    return this.#text.slice(at, next).trim() === "";
  }

  #followHtmlBlock(content: number, end: number): void {
    if (content >= end) this.#inHtmlBlock = false;
    else if (!this.#inHtmlBlock && this.#text.charCodeAt(content) === 0x3c) {
      const line = this.#text.slice(content, end);
      this.#inHtmlBlock = beginsHtmlBlock(line, this.#afterBlankLine);
    }
  }

  #addDirective(content: number, lineEnd: number): void {
    DIRECTIVE.lastIndex = content;
    const name = DIRECTIVE.exec(this.#text)?.[1] ?? "";
    const end = this.#text[lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd;
    this.#add({ start: content, end, kind: "directive", name, silent: true });
    this.#afterBlankLine = true;
  }

  #add(tag: FoundTag): void {
    this.#tags.push({ ...tag, inHtmlBlock: this.#inHtmlBlock });
  }

  /** Reads the tags that begin before `lineEnd`; gives the offset after the line in which the last one ends. */
  #scanTags(start: number, lineEnd: number): number {
    const text = this.#text;
    let end = lineEnd;
    let counted = start;
    let backticks = 0;
    let from = Math.max(start, this.#verbatimEnd);
    for (let at = this.#nextOpening(from); at < end; at = this.#nextOpening(from)) {
      from = at + 2;
      if (this.#format === "html" && text.charCodeAt(at + 1) === 0x3a) continue;
      const tag = this.#reader.read(at);
      if (tag === undefined) continue;
      if (this.#nextBacktick(counted) < tag.start) {
        backticks += text.slice(counted, tag.start).match(/`+/g)?.length ?? 0;
      }
      counted = tag.end;
      const isInCode = this.#format === "markdown" && backticks % 2 === 1;
      if (isInCode && this.#nextBacktick(tag.end) < end) {
        // In inline code, tags are shown, not run.
        from = tag.end;
        continue;
      }
      const whole = this.#withContent(tag);
      counted = whole.end;
      this.#add(whole);
      if (whole.end > end) {
        const feed = text.indexOf("\n", whole.end);
        end = feed === -1 ? text.length : feed;
      }
      from = Math.max(whole.end, this.#verbatimEnd);
    }
    return end + 1;
  }

  #nextBacktick(from: number): number {
    if (this.#backtick < from) {
      const found = this.#text.indexOf("`", from);
      this.#backtick = found === -1 ? Number.POSITIVE_INFINITY : found;
    }
    return this.#backtick;
  }

  /** Each search is made once: lines without a tag do not look for the next one again. */
  #nextOpening(from: number): number {
    if (this.#opening < from) {
      OPENING.lastIndex = from;
      this.#opening = OPENING.exec(this.#text)?.index ?? Number.POSITIVE_INFINITY;
    }
    return this.#opening;
  }

  /** An opaque tag with all it holds; a verbatim one makes its content text. */
  #withContent(tag: FoundTag): FoundTag {
    if (tag.kind === "directive") return tag;
    if (VERBATIM.has(tag.name)) {
      this.#verbatimEnd = this.#findEnd(tag)?.index ?? this.#verbatimEnd;
      return tag;
    }
    if (!OPAQUE.has(tag.name) && !this.#isCapture(tag) && !this.#rendersOther(tag)) return tag;
    const end = this.#findEnd(tag);
    if (end === undefined) return tag;
    return { ...tag, end: end.index + end.length, kind: "opaque", silent: true };
  }

  /** `{% set x %}…{% endset %}`: what is printed elsewhere, if at all. */
  #isCapture({ name, start, end }: FoundTag): boolean {
    return name === "set" && !this.#text.slice(start, end).includes("=");
  }

  /** `{% renderTemplate "webc" %}…`: the text of a language that is neither Markdown nor HTML with templates. */
  #rendersOther({ name, start, end }: FoundTag): boolean {
    return name === "renderTemplate" && OTHER_LANGUAGE.test(this.#text.slice(start, end));
  }

  /** The end of a verbatim block that begins after `from` and holds an offset; undefined where none does. */
  #verbatimAround(from: number, offset: number): number | undefined {
    let end: number | undefined;
    for (const { index, 1: name = "" } of this.#text.slice(from, offset).matchAll(VERBATIM_TAG)) {
      if (end !== undefined && from + index < end) continue;
      if (this.#endless.has(name)) return undefined;
      const found = patternAround("g")`\{%[-~+]?\s*end${name}\s*[-~+]?%\}`;
      found.lastIndex = from + index;
      const match = found.exec(this.#text);
      if (match === null) this.#endless.add(name);
      if (match === null) return undefined;
      end = match.index + match[0].length;
    }
    return end !== undefined && end > offset ? end : undefined;
  }

  #findEnd(tag: FoundTag): { readonly index: number; readonly length: number } | undefined {
    if (this.#endless.has(tag.name)) return undefined;
    const search = this.#text.startsWith("{%", tag.start)
      ? patternAround("g")`\{%[-~+]?\s*end${tag.name}\s*[-~+]?%\}`
      : patternAround("g")`\{\{[<%]\s*/\s*${tag.name}\s*[>%]\}\}`;
    search.lastIndex = tag.end;
    let match = search.exec(this.#text);
    for (let from = tag.end; match !== null && !VERBATIM.has(tag.name); ) {
      const shown = this.#verbatimAround(from, match.index);
      if (shown === undefined) break;
      search.lastIndex = shown;
      from = shown;
      match = search.exec(this.#text) ?? match;
      if (match.index < shown) break;
    }
    if (match === null) {
      this.#endless.add(tag.name);
      return undefined;
    }
    return { index: match.index, length: match[0].length };
  }
}
