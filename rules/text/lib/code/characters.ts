import { type CodeBlock, mixedWords, type Range } from "../../../../src/rules.js";
import { CURLY, curlyQuotePatterns, isCommand, isYaml } from "./curly-quotes.js";
import languages from "./languages.json" with { type: "json" };

/** Characters in code that look like others, by what they look like. */
export type CodeCharacters =
  | "quotes"
  | "dash"
  | "fullWidth"
  | "invisible"
  | "noBreakSpace"
  | "homoglyph";

/** A stretch of code and what was meant. */
export interface CodeDefect extends Range {
  readonly kind: CodeCharacters;
  readonly written: string;
  /** Undefined where another sign in the code is in the way. */
  readonly meant: string | undefined;
}

const SHELL: ReadonlySet<string> = new Set(languages.shell);
const CODE: ReadonlySet<string> = new Set(languages.code);
const JSON_LANGUAGES: ReadonlySet<string> = new Set(languages.json);
const REFUSES_NO_BREAK_SPACE: ReadonlySet<string> = new Set(languages.refusesNoBreakSpace);

/** Longer lines are data, not code that was written by hand. */
const LONGEST_LINE = 1000;
const DIFF = /^diff\b/;
const PROMPT = /^\s*(?:\$|[\w.@~:/-]{1,60}[$#%]) /;
const ANY = /[‘’“”–—｜（），；：｛｝［］＝\u3000\u00a0\u200b-\u200d\u2060\ufeff\u0370-\u052f]/;
const STRINGS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g;
const SHELL_COMMENT = /(?:^|\s)#/;
/** What begins with the sign of comments in other languages. */
const DIRECTIVE = /^\s*#(?:include|import)\b/;
const COMMENT = /\/\/|\/\*|^\s*\*|#|--|<!--|%/;

/** `–all`, and `— --all`, as a word processor makes it of the `--` that ends the options. */
const DASH = /(?<=\S\s)[–—](?=[A-Za-z][\w-]*(?:[\s=]|$)| --?[A-Za-z])/g;
const FULL_WIDTH_PIPE = /(?<=[\w"')\]]\s?)｜(?=\s?[a-z])/g;
const FULL_WIDTH = /[｜（），；：｛｝［］＝]/g;
/** Between two commands, or around what one is given. */
const FULL_WIDTH_IN_SHELL = /(?<=[\w"')\]]\s?)；(?=\s?[a-z]|\s*$)|＆＆|(?<=\w)，(?=\s?[\w-])/g;
/** A key of YAML, which a colon ends. */
const FULL_WIDTH_IN_YAML = /(?<=^\s*(?:- +)?[A-Za-z][\w-]{0,60})：\s*(?=\S|$)/g;
/** What else may hold such marks. */
const QUOTED = new RegExp(
  `${STRINGS.source}|${CURLY}|(?<=[(,=:\\s])/(?![/*])(?:[^/\\\\]|\\\\.)+/[a-z]*`,
  "gu",
);
/** Not where it keeps braces or backticks from being read as more than text. */
const INVISIBLE =
  /(?<=[!-~])(?<![{`<%])[\u200b-\u200d\u2060\ufeff]+(?![{`%])(?=[!-~]|[ \t]|$)|(?<=^[ \t]*)[\u200b\u2060\ufeff]+(?=[\w$"'])/g;
/** An ideographic space between characters of other scripts is one of theirs. */
const SPECIAL_SPACE = /\u00a0+|(?<=[!-~][ \t]?|^[ \t]*)\u3000+(?=[ \t]?[!-~])/g;

/** The look-alike and invisible characters of a block that a program does not take for what they look like. */
export function codeCharacters({ language, lines }: CodeBlock): readonly CodeDefect[] {
  if (!lines.some(({ text }) => ANY.test(text))) return [];
  const found: CodeDefect[] = [];
  let before = "";
  // Between commands after prompts stands what they print.
  const holdsMarkup = lines.some(({ text }) => /<\/[A-Za-z>]|\/>/.test(text));
  const hasPrompts = lines.some(({ text }) => PROMPT.test(text));
  for (const { text, start } of lines) {
    const changed = DIFF.test(language) ? text.replace(/^[+-]/, " ") : text;
    const isShell =
      PROMPT.test(text) ||
      (SHELL.has(language) && !hasPrompts) ||
      (changed !== text && isCommand(changed));
    const comment = isShell ? SHELL_COMMENT : COMMENT;
    if (ANY.test(text) && text.length <= LONGEST_LINE && !isWithinText(before)) {
      const code = changed.replace(PROMPT, (prompt) => " ".repeat(prompt.length));
      for (const [kind, pattern] of patternsFor(language, isShell, code, holdsMarkup)) {
        const searched =
          kind === "fullWidth" && !(isShell && pattern === FULL_WIDTH_PIPE)
            ? withoutQuoted(code)
            : code;
        for (const { 0: written, index } of searched.matchAll(pattern)) {
          if (!isOutside(code.slice(0, index), comment) || !isOpenHalf(written, code)) continue;
          const place = { start: start + index, end: start + index + written.length };
          found.push({
            kind,
            written,
            meant: meantBy(kind, written, code.slice(index + written.length)),
            ...place,
          });
        }
      }
      if (language !== "")
        for (const { meant, ...word } of mixedWords(code)) {
          const place = { start: start + word.start, end: start + word.end };
          found.push({
            kind: "homoglyph",
            written: code.slice(word.start, word.end),
            meant,
            ...place,
          });
        }
    }
    before += `${text}\n`;
  }
  // A place may fit several patterns.
  const starts = new Set<number>();
  return found
    .filter(({ start }) => !starts.has(start) && starts.add(start))
    .sort((left, right) => left.start - right.start);
}

/** Whether a straight quotation mark on one side of a text has no other half in the line. */
function isOpenHalf(written: string, line: string): boolean {
  const straight = /^["']|["']$/.exec(written)?.[0];
  return straight === undefined || line.split(straight).length % 2 === 0;
}

function patternsFor(
  language: string,
  isShell: boolean,
  line: string,
  holdsMarkup: boolean,
): readonly (readonly [CodeCharacters, RegExp])[] {
  const isCode = CODE.has(language);
  // What a command prints is no code.
  if (!isShell && (SHELL.has(language) || DIFF.test(language))) return [];
  const patterns: [CodeCharacters, RegExp][] = curlyQuotePatterns(
    language,
    isShell,
    line,
    holdsMarkup,
  ).map((pattern) => ["quotes", pattern]);
  if (isShell) patterns.push(["dash", DASH], ["fullWidth", FULL_WIDTH_PIPE]);
  // Where nothing else is foreign, the line is no text in a language with such marks.
  if (/^[\s!-~｜（），；：｛｝［］＝＆]*$/.test(withoutComment(withoutQuoted(line)))) {
    if (isCode || JSON_LANGUAGES.has(language)) patterns.push(["fullWidth", FULL_WIDTH]);
    else if (isShell && isCommand(line)) patterns.push(["fullWidth", FULL_WIDTH_IN_SHELL]);
    else if (isYaml(language)) patterns.push(["fullWidth", FULL_WIDTH_IN_YAML]);
  }
  if (isShell || isCode) patterns.push(["invisible", INVISIBLE]);
  // What `tree` prints has such spaces, too.
  if ((isShell || REFUSES_NO_BREAK_SPACE.has(language)) && !/[\u2500-\u257f]/.test(line))
    patterns.push(["noBreakSpace", SPECIAL_SPACE]);
  return patterns;
}

/** Blanks what is within quotation marks of any kind, and patterns. */
function withoutQuoted(line: string): string {
  return line.replace(QUOTED, (quoted) => `"${"_".repeat(quoted.length - 2)}"`);
}

function withoutComment(line: string): string {
  return line.slice(0, COMMENT.exec(line)?.index);
}

function meantBy(kind: CodeCharacters, written: string, after: string): string | undefined {
  switch (kind) {
    case "quotes": {
      const quote = /[‘’]/.test(written) ? "'" : '"';
      const inner = written.slice(1, -1);
      return inner.includes(quote) || inner.includes("\\") ? undefined : quote + inner + quote;
    }
    case "dash":
      return /^[A-Za-z](?:\s|$)/.test(after) ? "-" : "--";
    case "fullWidth":
      return written.startsWith("：") && written.length > 1 ? ": " : written.normalize("NFKC");
    case "invisible":
    case "homoglyph":
      return "";
    case "noBreakSpace":
      return " ".repeat(written.length);
  }
}

/** Whether what follows a part of a line is neither in a string nor in a comment. */
function isOutside(before: string, comment: RegExp): boolean {
  const rest = before.replace(STRINGS, "").replace(DIRECTIVE, "");
  return !/["'`]/.test(rest) && !comment.test(rest);
}

const HERE_DOCUMENT = /<<[-~]?\s?["']?(\w{1,40})/;

/** Whether a string, a here-document or a comment that began on an earlier line may still be open. */
function isWithinText(earlier: string): boolean {
  const before = withoutHereDocuments(earlier);
  if (HERE_DOCUMENT.test(before)) return true;
  if (before.lastIndexOf("/*") > before.lastIndexOf("*/")) return true;
  if (before.lastIndexOf("<!--") > before.lastIndexOf("-->")) return true;
  return ['"', "'", "`"].some((quote) => before.split(quote).length % 2 === 0);
}

/** Leaves out the here-documents that are closed, whose quotation marks open no string. */
function withoutHereDocuments(code: string): string {
  const kept: string[] = [];
  let end: string | undefined;
  let opened = 0;
  for (const line of code.split("\n")) {
    if (end === undefined) {
      end = HERE_DOCUMENT.exec(line)?.[1];
      opened = kept.length;
      kept.push(line);
    } else if (line.trim() === end) {
      kept.length = opened;
      end = undefined;
    } else kept.push(line);
  }
  return kept.join("\n");
}
