import type { Element } from "hast";
import type { Article } from "../../article/article.js";
import { rangeOf } from "../../article/node-range.js";
import type { Range } from "../../article/range.js";
import { overlapTest } from "../prose/verbatim.js";
import wrong from "./counterexamples.json" with { type: "json" };

/** A line of code, without the indentation and marks of the blocks around it. */
export interface CodeLine {
  readonly text: string;
  /** Source offset of its first character. */
  readonly start: number;
}

/** A fenced block of code. */
export interface CodeBlock {
  /** In lower case; empty where the fence names none. */
  readonly language: string;
  /** What follows the language. */
  readonly meta: string;
  /** The opening fence with what it says. */
  readonly fence: Range;
  readonly lines: readonly CodeLine[];
}

const FENCE = /^(`{3,}|~{3,})[ \t]*([^\s`{,]*)(.*)$/;
/** What includes code from elsewhere, so that the block is not what readers see. */
const INCLUDES = /--8<--|<<<|\{\{|\{%|#include\s*:|^[ \t]*@include/;
const INCLUDED_FILE = /\bfile=/;
/** Languages that have such braces themselves, and the braces: those of a template have a sign after them. */
const OWN_BRACES: readonly (readonly [languages: RegExp, braces: RegExp])[] = [
  [/^vue\b/, /\{\{(?![<%])/g],
  // An object as the value of an attribute.
  [/^(?:[jt]sx?|javascript|typescript|mdx|svelte)$/i, /=\s?\{\{(?![<%])/g],
];
/** What announces code that is wrong on purpose, in English by whole words, in other languages by stems. */
const COUNTEREXAMPLE = new RegExp(
  `\\b(?:${wrong.words.join("|")})\\b|(?<!\\p{L})(?:${wrong.stems.join("|")})|${wrong.signs.join("|")}`,
  "iu",
);
/** What says so of code that a reader cannot see is wrong, but also much else. */
const DENIAL = /\bnot\b|n['’]t\b/i;
/** How far before a block its announcement is looked for. */
const ANNOUNCEMENT = 300;

/** Reads a fenced block that is closed, holds no template tags and includes nothing. */
export function codeBlockOf(article: Article, pre: Element): CodeBlock | undefined {
  if (article.originOf(pre) !== "markdown") return undefined;
  const range = rangeOf(pre);
  const { source } = article;
  if (overlapTest(article.templateTags.map((tag) => tag.range))(range)) return undefined;
  const written = source.slice(range.start, range.end).split("\n");
  const match = FENCE.exec(written[0]?.trimEnd() ?? "");
  if (match === null || written.length < 3) return undefined;
  const [opening, mark = "", language = "", meta = ""] = match;
  if (!(written.at(-1) ?? "").trimEnd().endsWith(mark)) return undefined;
  const prefix = source
    .slice(source.lastIndexOf("\n", range.start - 1) + 1, range.start)
    .replace("\uFEFF", "");
  let at = range.start + (written[0]?.length ?? 0) + 1;
  const lines = written.slice(1, -1).map((line) => {
    const skipped = prefixLength(line, prefix);
    const start = at + skipped;
    at += line.length + 1;
    return { text: line.slice(skipped).replace(/\r$/, ""), start };
  });
  const [, braces] = OWN_BRACES.find(([languages]) => languages.test(language)) ?? [];
  const codeOf = (text: string) => (braces === undefined ? text : text.replace(braces, ""));
  if (INCLUDES.test(meta) || INCLUDED_FILE.test(meta)) return undefined;
  if (lines.some(({ text }) => INCLUDES.test(codeOf(text)))) return undefined;
  return {
    language: language.toLowerCase(),
    meta,
    fence: { start: range.start, end: range.start + opening.length },
    lines,
  };
}

/** The opening tag of a block that a template takes for code, with what it says. */
const CODE_TAG =
  /^\{(?:%-?|\{[<%]) ?(highlight|codeblock|code)(?=[\s%>])([^\n]{0,300}?)(?:-?%|[>%]\})\}[ \t\r]*\n/;

/** Reads the blocks of code that are written as tags of templates (`{% highlight yaml %}`) and include nothing. */
export function taggedCodeBlocks({ source, templateTags }: Article): readonly CodeBlock[] {
  return templateTags.flatMap(({ kind, range }) => {
    if (kind !== "opaque") return [];
    const written = source.slice(range.start, range.end);
    const [opening, name, rest = ""] = CODE_TAG.exec(written) ?? [];
    if (opening === undefined) return [];
    const language = /\blang:(\S+)/.exec(rest)?.[1] ?? (name === "highlight" ? rest : "");
    let at = range.start + opening.length;
    const lines = written
      .slice(opening.length)
      .split("\n")
      .slice(0, -1)
      .map((line) => {
        const start = at;
        at += line.length + 1;
        return { text: line.replace(/\r$/, ""), start };
      });
    if (lines.some(({ text }) => INCLUDES.test(text))) return [];
    const fence = { start: range.start, end: range.start + opening.trimEnd().length };
    const named = /^\s*["']?([\w+#-]*)/.exec(language)?.[1] ?? "";
    return [{ language: named.toLowerCase(), meta: "", fence, lines }];
  });
}

/** Whether the text right before a block, or the block itself, says that it shows what is wrong. */
export function isCounterexample(article: Article, block: CodeBlock): boolean {
  return isCalledWrong(article, block) || DENIAL.test(announcement(article, block));
}

/** Whether it says so in words of which each alone says it: "not" is in many sentences about code that is right. */
export function isCalledWrong(article: Article, block: CodeBlock): boolean {
  const isMarked = block.lines.some(({ text }) => /❌|✗|🚫/.test(text));
  return isMarked || COUNTEREXAMPLE.test(announcement(article, block));
}

/** Whether the paragraph right after a block says that what it shows is wrong or fails. */
export function isDeniedAfter({ source }: Article, { fence, lines }: CodeBlock): boolean {
  const last = lines.at(-1);
  const end = last === undefined ? fence.end : last.start + last.text.length;
  const [, after = ""] =
    /^\s*(?:[`~]{3,}|\{[^\n]{0,80}\})[ \t\r]*\n\s*([\s\S]*)/.exec(
      source.slice(end, end + 2 * ANNOUNCEMENT),
    ) ?? [];
  const [next = ""] = after.slice(0, ANNOUNCEMENT).split(/\n\s{0,80}\n/, 1);
  return !/^[#`~]/.test(next) && COUNTEREXAMPLE.test(next);
}

/** The paragraph right before a block. */
function announcement({ source }: Article, { fence }: CodeBlock): string {
  const before = source.slice(Math.max(0, fence.start - ANNOUNCEMENT), fence.start);
  return before.slice(before.trimEnd().lastIndexOf("\n\n") + 1);
}

/** What marks lines of code as going or coming, in the info of a fence and in the code. */
const CHANGE_IN_META = /\b(?:del|ins|diff)\b/;
const CHANGE_IN_CODE = /\[!code (?:--|\+\+)/;

/** Whether a block shows a change: lines that go are still in it, so that the whole is no code. */
export function showsChange({ language, meta, lines }: CodeBlock): boolean {
  return (
    language.startsWith("diff") ||
    CHANGE_IN_META.test(meta) ||
    lines.some(({ text }) => CHANGE_IN_CODE.test(text))
  );
}

/** How much of a line belongs to the blocks around the code: the marks before the fence, or as many blanks. */
function prefixLength(line: string, prefix: string): number {
  let at = 0;
  while (at < prefix.length && at < line.length) {
    const [character = "", wanted] = [line[at], prefix[at]];
    if (character !== wanted && !/[ \t]/.test(character)) break;
    at++;
  }
  return at;
}

/** Settings that number the lines in another way. */
const OWN_NUMBERS = /start|line-?numbers?\s*[:={]|linenos/i;

/** What a fence says, without quoted texts other than numbers of lines. */
export function withoutTexts({ meta }: CodeBlock): string {
  return meta.replace(/(["'])(?:(?!\1).)*\1/g, (quoted) =>
    /^.[\d\s-]+.$/.test(quoted) ? quoted : "",
  );
}

/** Whether a fence may number its lines in a way of its own. */
export function numbersLines(block: CodeBlock): boolean {
  return OWN_NUMBERS.test(withoutTexts(block));
}
