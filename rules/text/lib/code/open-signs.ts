import { type CodeBlock, type CodeLine, type Range, showsChange } from "../../../../src/rules.js";
import { isJson, placeIn } from "./code-text.js";
import languages from "./languages.json" with { type: "json" };

/** A quotation mark or a bracket whose other half is missing, so that no parser takes the sample. */
export interface OpenSign {
  /** A string that ends on a later line has its other half there. */
  readonly kind: "open" | "openString";
  readonly sign: string;
  readonly range: Range;
}

const STRAIGHT: ReadonlySet<string> = new Set(languages.closesStrings);
const SEMICOLONS: ReadonlySet<string> = new Set(languages.endsStatements);
const LONGEST = 50_000;
/** What says that a sample leaves something out, or is no plain JSON. */
const NOT_MEANT = /\.\.\.|…|\/\/|\/\*|<[\w/-]|^[ \t]*[#+-]|\$\{/m;
const CLOSING: ReadonlyMap<string, string> = new Map([
  ["{", "}"],
  ["[", "]"],
]);

/** The sign of a sample that has no other half, where a sample with it could be read. */
export function openSign(block: CodeBlock): OpenSign | undefined {
  const { language } = block;
  if (showsChange(block)) return undefined;
  if (language === "json") return openInJson(block);
  if (language === "toml") return openInToml(block);
  if (language === "yaml" || language === "yml") return openInYaml(block);
  return STRAIGHT.has(language) ? openInLine(block) : undefined;
}

interface Place {
  readonly index: number;
  readonly sign: string;
}

function openInJson({ lines }: CodeBlock): OpenSign | undefined {
  const text = lines.map((line) => line.text).join("\n");
  const trimmed = text.trim();
  if (text.length > LONGEST || NOT_MEANT.test(text) || isJson(text)) return undefined;
  if (!/^[{[]/.test(trimmed) || !/[\]}]$/.test(trimmed)) return undefined;
  const at = (index: number, sign: string): OpenSign => {
    const range = placeIn(lines, index);
    return { kind: "open", sign, range };
  };
  const quote = openQuote(text);
  if (quote !== undefined) return at(quote, '"');
  const { open, extra } = brackets(text);
  if (extra.length === 0 && open.length > 0) {
    const mended =
      text +
      open
        .map(({ sign }) => CLOSING.get(sign))
        .toReversed()
        .join("");
    const [first] = open;
    return first !== undefined && isJson(mended) ? at(first.index, first.sign) : undefined;
  }
  const [only, ...others] = extra;
  if (only === undefined || others.length > 0 || open.length > 0) return undefined;
  const mended = text.slice(0, only.index) + text.slice(only.index + 1);
  return isJson(mended) ? at(only.index, only.sign) : undefined;
}

/** The mark of a string that its line does not close, where the sample can be read once it does. */
function openQuote(text: string): number | undefined {
  let start = 0;
  for (const line of text.split("\n")) {
    const bare = line.replace(/"(?:[^"\\]|\\.)*"/g, (found) => "_".repeat(found.length));
    const index = bare.indexOf('"');
    if (index !== -1) {
      const end = start + line.replace(/(?<![\s,\]}])[\s,\]}]*$/, "").length;
      return isJson(`${text.slice(0, end)}"${text.slice(end)}`) ? start + index : undefined;
    }
    start += line.length + 1;
  }
  return undefined;
}

/** Brackets without their other half. */
function brackets(text: string): {
  readonly open: readonly Place[];
  readonly extra: readonly Place[];
} {
  const open: Place[] = [];
  const extra: Place[] = [];
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[\]{}]/g)) {
    if (sign.startsWith('"')) continue;
    if (CLOSING.has(sign)) open.push({ index, sign });
    else if (CLOSING.get(open.at(-1)?.sign ?? "") === sign) open.pop();
    else extra.push({ index, sign });
  }
  return { open, extra };
}

const TOML_OPEN = /^\s*[\w."-]+\s*=\s*(")(?!"")(?:[^"\\]|\\.)*$/;

/** A string of TOML ends on its line, unless it has three marks. */
function openInToml({ lines }: CodeBlock): OpenSign | undefined {
  if (lines.some(({ text }) => /"""|'''/.test(text))) return undefined;
  return firstIn(lines, ({ text }) => {
    const found = TOML_OPEN.exec(text);
    return found === null ? undefined : text.indexOf('"', text.indexOf("="));
  });
}

const YAML_OPEN = /^(\s*(?:- +)*)[\w.-]+: +(?:\[[^[\]"'#]*[^[\]"'#,\s]|"[^"\\]*)\s*$/;

/** A list or a string of YAML that is still open where the next entry of the same mapping begins. */
function openInYaml({ lines }: CodeBlock): OpenSign | undefined {
  const isText = lines.some(({ text }) => /[|>][+-]?\d?\s*$/.test(text));
  if (isText) return undefined;
  return firstIn(lines, ({ text }, index) => {
    const [opening, blanks = ""] = YAML_OPEN.exec(text) ?? [];
    const next = lines[index + 1]?.text ?? "";
    const rest = lines.slice(index + 1).map((line) => line.text);
    if (opening === undefined || !/^\s*[\w.-]+:(?:\s|$)/.test(next)) return undefined;
    if ((/^\s*/.exec(next)?.[0].length ?? 0) > blanks.length) return undefined;
    const at = text.search(/: +[["]/);
    const sign = text
      .slice(at + 1)
      .trimStart()
      .slice(0, 1);
    if (sign === "[" && rest.some((line) => /^[^[]*\]/.test(line))) return undefined;
    if (sign === '"' && rest.some((line) => line.split('"').length % 2 === 0)) return undefined;
    return text.indexOf(sign, at + 1);
  });
}

const STRINGS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
/** A string that begins where code has one, and does not end on its line. */
const OPEN_STRING = /(?:[\w$)]\(|[\w$\])] ?[=:+,] ?|\breturn |\[)(["'])[\w@./#-][^"'`]*$/;
/** What may hold a lone mark: comments, patterns, tags, and signs that were left out. */
const NO_PLAIN_CODE = /[`/#*<\\‘’“”]|…|\.\.\./;
/** A name that says that its value is wrong on purpose: `badString2`. */
const WRONG_NAME =
  /(?<![A-Za-z])(?:[Bb]ad|[Bb]roken|[Ww]rong|[Ii]nvalid|[Ii]ncorrect|[Uu]nterminated|[Uu]nclosed)(?![a-z])/;
/** A statement that ends while a bracket is open: only the head of a loop may. */
const OPEN_CALL = /^[^(){}/#<>?]*[\w$](\()[^(){}/#<>?]*(?:\([^(){}/#<>?]*\)[^(){}/#<>?]*)*;\s*$/;

function openInLine({ language, lines }: CodeBlock): OpenSign | undefined {
  // Values of markup may go on in the next line.
  if (lines.some(({ text }) => /(?:^|[\s(>])<[%A-Za-z/!?]|\/>/.test(text.replace(STRINGS, ""))))
    return undefined;
  let before = "";
  return firstIn(lines, ({ text }) => {
    const earlier = before;
    before += `${text}\n`;
    if (isWithinText(earlier) || text.length > 300) return undefined;
    const code = text.replace(STRINGS, (found) => "_".repeat(found.length));
    // An id in a selector begins with a sign that begins comments in other languages.
    const plain = SEMICOLONS.has(language) ? code.replace(/(?<=["'])#/, "_") : code;
    if (NO_PLAIN_CODE.test(plain)) return undefined;
    const string = OPEN_STRING.exec(code);
    if (string !== null) {
      if (WRONG_NAME.test(code)) return undefined;
      const mark = string[1] ?? "";
      return code.split(mark).length === 2 ? code.lastIndexOf(mark) : undefined;
    }
    if (!SEMICOLONS.has(language) || /["']|\bfor\b/.test(code)) return undefined;
    const call = OPEN_CALL.exec(code);
    return call === null ? undefined : code.indexOf("(");
  });
}

/** Whether a comment or a string of several lines may be open. */
function isWithinText(before: string): boolean {
  if (before.lastIndexOf("/*") > before.lastIndexOf("*/")) return true;
  return ["`", '"""', "'''"].some((mark) => before.split(mark).length % 2 === 0);
}

function firstIn(
  lines: readonly CodeLine[],
  find: (line: CodeLine, index: number) => number | undefined,
): OpenSign | undefined {
  for (const [index, line] of lines.entries()) {
    const at = find(line, index);
    if (at === undefined || at === -1) continue;
    const start = line.start + at;
    const sign = line.text.slice(at, at + 1);
    const kind = /["']/.test(sign) ? "openString" : "open";
    return { kind, sign, range: { start, end: start + 1 } };
  }
  return undefined;
}
