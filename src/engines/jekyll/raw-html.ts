import { lazily } from "../../article/lazily.js";
import { type Replacement, replaceOutsideCode } from "../../article/markdown/outside-code.js";
import { PRINTED_TAG } from "../../article/markdown/printed-tags.js";
import { kramdownElements } from "../../knowledge/markup/kramdown-elements.js";

const { spans: SPANS, withoutBody: VOID } = kramdownElements;
/** Their text holds no tags. */
const TEXT_ONLY: ReadonlySet<string> = new Set(["script", "style"]);
/** CommonMark keeps the blank lines of these. */
const KEEPS_BLANK_LINES: ReadonlySet<string> = new Set(["pre", "script", "style", "textarea"]);

/** Tags as kramdown reads them (`HTML_TAG_RE`, `HTML_TAG_CLOSE_RE`); every other `<` is text. */
const NAME = String.raw`(?:[\p{L}_][\p{L}\p{N}_.\u00B7-]*:)?[\p{L}_][\p{L}\p{N}_.\u00B7-]*`;
const opening = lazily(
  () =>
    new RegExp(
      String.raw`<(${NAME})((?:\s+${NAME}(?:\s*=\s*(?:[\p{L}\p{M}\p{N}_]+|"[^"]*"|'[^']*'))?)*)\s*(/)?>`,
      "uy",
    ),
);
const closing = lazily(() => new RegExp(String.raw`</(${NAME})\s*>`, "uy"));
/** What browsers take for a tag. */
const LIKE_TAG = /^<\/?[a-z]/i;
/** Characters in which the end of a tag that is none is looked for. */
const LONGEST_TAG = 1000;
const TEMPLATED = /^<[^>]*\{\{/;
const SCRIPT_END = /<\/script\s*>/gi;
const STYLE_END = /<\/style\s*>/gi;
const INDENT = /^[ ]{0,3}$/;
const MARKDOWN = /\smarkdown\s*=/i;
const BLANK_BEFORE_INDENT = /(\r?\n)((?:[ \t]*\r?\n)+)(?=[ ]{4}|[ ]{0,3}\t)/g;

/**
 * Writes the blocks of HTML that kramdown reads no Markdown in as CommonMark must have them to read them alike: what
 * kramdown prints as text is no tag, and blank lines before an indent make no code.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 */
export function withRawHtml(body: string): string {
  if (!body.includes("<")) return body;
  const skip = skipperOf(body);
  return replaceOutsideCode(body, (text, at) => blockAt(text, at, skip));
}

/** Tells where a comment or processing instruction ends that begins at an offset; the offset itself where none does. */
type Skipper = (at: number) => number;

function skipperOf(text: string): Skipper {
  const ends = [
    { begin: "<!--", end: "-->", last: text.lastIndexOf("-->") },
    { begin: "<?", end: "?>", last: text.lastIndexOf("?>") },
  ];
  return (at) => {
    const kind = ends.find(({ begin }) => text.startsWith(begin, at));
    // Nothing is searched to the end of the text again and again.
    if (kind === undefined || kind.last < at + 2) return at;
    return text.indexOf(kind.end, at + 2) + kind.end.length;
  };
}

/** The block that begins at an offset, undefined where none does or where its content is Markdown. */
function blockAt(text: string, at: number, skip: Skipper): Replacement | undefined {
  if (!INDENT.test(text.slice(text.lastIndexOf("\n", at - 1) + 1, at))) return undefined;
  const comment = skip(at);
  if (comment > at) return { end: comment, text: text.slice(at, comment) };
  const pattern = opening();
  pattern.lastIndex = at;
  const [tag, name = "", attributes = ""] = pattern.exec(text) ?? [];
  if (tag === undefined || SPANS.has(name.toLowerCase()) || MARKDOWN.test(attributes))
    return undefined;
  const { end, printed, isClosed } = blockFrom(text, at, skip);
  const raw = text.slice(at, end);
  // What Liquid leaves of a block, and what inner elements make Markdown again, is not known here.
  const isTemplated = printed.some((place) =>
    TEMPLATED.test(text.slice(place, place + LONGEST_TAG)),
  );
  if (!isClosed || isTemplated || raw.includes("{%") || MARKDOWN.test(raw))
    return { end, text: raw };
  const marked = withMarks(raw, printed, at);
  return { end, text: KEEPS_BLANK_LINES.has(name.toLowerCase()) ? marked : joined(marked) };
}

interface Block {
  /** Where it ends; the end of the text where nothing ends it. */
  readonly end: number;
  readonly isClosed: boolean;
  /** Where tags stand in it that are text. */
  readonly printed: readonly number[];
}

/** Follows the tags of a block. An end tag that is not the innermost element's is text. */
function blockFrom(text: string, start: number, skip: Skipper): Block {
  const open: string[] = [];
  const printed: number[] = [];
  let at = start;
  while (at !== -1) {
    const next = skip(at);
    const tag = next === at ? tagAt(text, at) : undefined;
    if (next > at) at = next;
    else if (tag?.kind === "opening") {
      at = TEXT_ONLY.has(tag.name) ? endOfText(text, tag.name, tag.end) : tag.end;
      if (!tag.isClosed) open.push(tag.name);
    } else if (tag !== undefined && tag.name === open.at(-1)) {
      at = tag.end;
      open.pop();
    } else {
      if (LIKE_TAG.test(text.slice(at, at + 3))) printed.push(at);
      at = tag?.end ?? at + 1;
    }
    if (open.length === 0) return { end: at, isClosed: true, printed };
    at = text.indexOf("<", at);
  }
  return { end: text.length, isClosed: false, printed };
}

interface Tag {
  readonly kind: "opening" | "closing";
  readonly name: string;
  readonly end: number;
  /** Whether it holds nothing. */
  readonly isClosed: boolean;
}

function tagAt(text: string, at: number): Tag | undefined {
  const isClosing = text[at + 1] === "/";
  const pattern = isClosing ? closing() : opening();
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const name = (match[1] ?? "").toLowerCase();
  const isClosed = match[3] !== undefined || VOID.has(name);
  return { kind: isClosing ? "closing" : "opening", name, end: pattern.lastIndex, isClosed };
}

/** Where the text of a script or style ends, at its end tag. */
function endOfText(text: string, name: string, from: number): number {
  const closing = name === "script" ? SCRIPT_END : STYLE_END;
  closing.lastIndex = from;
  return closing.exec(text)?.index ?? text.length;
}

function withMarks(raw: string, printed: readonly number[], start: number): string {
  let marked = "";
  let done = 0;
  for (const place of printed) {
    marked += raw.slice(done, place - start) + PRINTED_TAG;
    done = place - start + 1;
  }
  return marked + raw.slice(done);
}

/** Takes blank lines before an indent, after which CommonMark sees code, into the line before. */
function joined(raw: string): string {
  return raw.replace(
    BLANK_BEFORE_INDENT,
    (_, ending: string, blank: string) =>
      " ".repeat(ending.length) +
      blank.slice(0, -lastEnding(blank)).replace(/[\r\n]/g, " ") +
      blank.slice(-lastEnding(blank)),
  );
}

function lastEnding(lines: string): number {
  return lines.endsWith("\r\n") ? 2 : 1;
}
