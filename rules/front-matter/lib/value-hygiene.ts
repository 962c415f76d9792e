import {
  type Edit,
  type FrontMatterEntry,
  type HiddenKind,
  hiddenCharacters,
  type Range,
  remembered,
} from "../../../src/rules.js";
import table from "./value-hygiene.json" with { type: "json" };

/** Invisible characters in a value: what they are, and the edits that replace them. */
export interface HiddenInValue {
  readonly names: readonly string[];
  /** Undefined if the intended text is unknown. */
  readonly edits: readonly Edit[] | undefined;
}

const NAMES: Partial<Readonly<Record<HiddenKind, string>>> = {
  bidi: "marks that change the writing direction",
  "zero-width": "zero-width characters",
  "soft-hyphen": "soft hyphens",
  control: "control characters",
  "no-break-space": "no-break spaces",
};

/** The key that a value belongs to; list items belong to the key of their list. */
export function keyOf({ path }: FrontMatterEntry): string {
  const [only] = path;
  if (path.length === 1 && typeof only === "string") return only;
  return String(path.findLast((step) => typeof step === "string") ?? "");
}

/** Whether the spaces of a value are part of its content: separators, prefixes, patterns, code. */
export function isSpacing(entry: FrontMatterEntry): boolean {
  return namesSpacing(keyOf(entry));
}

const namesSpacing = remembered((key) => {
  const lower = key.toLowerCase();
  return table.spacing.some((word) => lower.includes(word));
});

/** Whether a value is a name or title, where two spaces in a row are a typo. */
export function isName(entry: FrontMatterEntry): boolean {
  return table.names.includes(keyOf(entry));
}

/** Whether a value is shown in tabs, feeds or lists as text. */
export function isShown(entry: FrontMatterEntry): boolean {
  return isTitle(entry) || isName(entry) || keyOf(entry) === "description";
}

export function isTitle({ path }: FrontMatterEntry): boolean {
  return path.length === 1 && table.titles.includes(String(path[0]));
}

/** Whether a value is shown or used on one line. */
export function isOneLine(entry: FrontMatterEntry): boolean {
  return table.oneLine.includes(keyOf(entry));
}

/** Edits that delete spaces at both ends of `text` and, if `inside`, all but one between its words. */
export function trimming(text: string, at: Range, inside: boolean): readonly Edit[] {
  const edits: Edit[] = [];
  // A quick check: most values have only single spaces.
  if (!/^[ \t]|[ \t]$|[ \t]{2}/.test(text) || text.trim() === "") return edits;
  for (const { 0: blanks, index } of text.matchAll(/[ \t]+/g)) {
    const isEdge = index === 0 || index + blanks.length === text.length;
    const touchesLineEnd = /[\r\n]/.test(
      `${text[index - 1] ?? ""}${text[index + blanks.length] ?? ""}`,
    );
    if (!isEdge && (!inside || blanks.length < 2 || touchesLineEnd)) continue;
    const start = at.start + index;
    edits.push({ start, end: start + blanks.length, text: isEdge ? "" : " " });
  }
  return edits;
}

/** Hidden characters in the text of a value, which is written at `at`. */
export function hiddenIn(text: string, at: Range): HiddenInValue | undefined {
  const runs = hiddenCharacters(text).filter(({ kind }) => NAMES[kind] !== undefined);
  if (runs.length === 0) return undefined;
  const names = [...new Set(runs.map(({ kind }) => NAMES[kind] ?? ""))];
  const edits = runs.flatMap(({ start, end, meant }) =>
    meant === undefined ? [] : [{ start: at.start + start, end: at.start + end, text: meant }],
  );
  return { names, edits: edits.length === runs.length ? edits : undefined };
}

const TAG = new RegExp(
  `<(?<name>${table.formatting.join("|")})(?:\\s[^<>]*)?>[\\s\\S]*?</\\k<name>\\s*>|(?<=\\S)<br\\s*/?>(?=\\s*\\S)|<br\\s*/?>(?=\\S)`,
  "i",
);

/** The first piece of HTML markup in a title; tags that it is about (`the <a> element`, code) do not count. */
export function htmlIn(title: string): string | undefined {
  return TAG.exec(title.replace(/`[^`]*`/g, (code) => " ".repeat(code.length)))?.[0];
}

/** Not the signs of code: globs (`src/**\/a/**`), powers (`2**n**2`), names (`__init__`, `__FILE__`), calls (`a[i](j)`, `[&](int)`). */
const MARKDOWN = new RegExp(
  [
    /(?<![A-Za-z\d)\]/])\*\*(?!\/)[^\s*](?:[^*]*[^\s*/])?\*\*/,
    /(?<!\w)__(?!(?:[a-z][A-Za-z\d]*|[A-Z][A-Z\d]*)__|\w+__\()[^\s_](?:[^_]*[^\s_])?__(?!\w)/,
    /(?<![A-Za-z\d_$)\]])!?\[(?!this\])[^[\]&=]+\]\([^()\s]+\)/,
  ]
    .map(({ source }) => source)
    .join("|"),
);

/** The first piece of Markdown in a title that nearly everything shows as it is written; code does not count. */
export function markdownIn(title: string): string | undefined {
  return MARKDOWN.exec(title.replace(/`[^`]*`/g, (code) => " ".repeat(code.length)))?.[0];
}

const REFERENCES: Readonly<Record<string, string | undefined>> = table.references;
const REFERENCE = new RegExp(
  `&(?:amp;){0,2}(?:${Object.keys(table.references).join("|")});|&(?:amp;){1,2}(?:${table.twice.join("|")});`,
  "g",
);

/** A character reference in a value: as it is written, and the whole value with the characters themselves. */
export interface ReferenceInValue {
  readonly written: string;
  readonly meant: string;
}

/**
 * The first character reference of a value that stands for a character that can be written as it is. `&lt;` alone may be
 * needed, where a theme prints titles unescaped; written twice it never is.
 */
export function referenceIn(value: string): ReferenceInValue | undefined {
  const text = value.replace(/`[^`]*`/g, (code) => " ".repeat(code.length));
  const written = text.match(REFERENCE)?.[0];
  // A title about character references shows one on its own.
  if (written === undefined || / (?:entity|entities|escap\w+|reference|encod\w+)/i.test(text))
    return undefined;
  const meant = value.replace(REFERENCE, (reference) => {
    const name = reference.slice(1, -1).replace(/^(?:amp;)+(?=.)/, "");
    return REFERENCES[name] ?? `&${name};`;
  });
  return { written, meant };
}

/** Whether a title has no lower-case letters and at least two words in capitals that are not abbreviations. */
export function isShouted(title: string): boolean {
  // Names of constants are written this way: `NEGATIVE_INFINITY`.
  const words = title
    .split(/\s+/)
    .filter((word) => !/[_.$]./.test(word))
    .join(" ");
  if (/\p{Ll}/u.test(title)) return false;
  return (words.match(/\p{Lu}{5,}/gu)?.length ?? 0) >= 2;
}

/** The text between curly quotation marks that were meant to quote the value. */
export function insideCurlyQuotes(text: string): string | undefined {
  const inner = /^[“”„‟"]([^“”„‟"]+)[“”‟"]$|^[‘’‚‛]([^‘’‚‛]+)[‘’‛]$/u.exec(text);
  return inner?.[1] ?? inner?.[2];
}
