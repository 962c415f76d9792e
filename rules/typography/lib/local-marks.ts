import type { ProseText } from "../../../src/rules.js";
import table from "./local-marks.json" with { type: "json" };
import { type MarkPlace, markPlace } from "./mark-places.js";

/** A custom must be seen this often, and this many times as often as its opposite, to be the article's. */
const LEAST_SEEN = 3;
const CLEARLY_MORE = 3;

/** Places against the custom of the article, and how often the article follows it. */
export interface Custom {
  readonly kept: number;
  readonly broken: readonly MarkPlace[];
}

const NOTHING: Custom = { kept: 0, broken: [] };

/** Whether an article has a custom: it follows it often, and far more often than not. */
export function isCustom(kept: number, broken: number): boolean {
  return kept >= LEAST_SEEN && kept >= CLEARLY_MORE * broken;
}

/** Whether an article follows an orthographic rule at all, and at least as often as not. */
export function isMostly(kept: number, broken: number): boolean {
  return kept > 0 && kept >= broken;
}

const FRENCH_WORD = new RegExp(`(?<!\\p{L})(?:${table.frenchWords.join("|")})(?!\\p{L})`, "iu");
const SPANISH_WORD = new RegExp(`(?<!\\p{L})(?:${table.spanishWords.join("|")})(?!\\p{L})`, "iu");

const FRENCH: readonly { readonly spaced: RegExp; readonly joined: RegExp }[] = [":", ";?!"].map(
  (marks) => ({
    spaced: new RegExp(`(?<=[\\p{L}\\d)»”\\uFFFC])[ \\u00a0\\u202f][${marks}](?=[\\s)»”]|$)`, "gu"),
    joined: new RegExp(`(?<=[\\p{Ll})»])[${marks}](?=\\s|$)`, "gu"),
  }),
);

/** The two groups of marks that French sets a space before; Canada does so before colons alone. */
export const FRENCH_GROUPS: readonly number[] = FRENCH.map((_, index) => index);

/** French marks with and without a space before them. */
export function frenchSpaces({ text }: ProseText, group: number): Custom {
  const { spaced, joined } = FRENCH[group] ?? {};
  if (spaced === undefined || joined === undefined || !/[:;?!]/.test(text)) return NOTHING;
  return {
    kept: [...text.matchAll(spaced)].length,
    broken: [...text.matchAll(joined)]
      .filter(({ index }) => !isQuotedAt(text, index) && FRENCH_WORD.test(clauseAt(text, index)))
      .map((match) => markPlace(match.index, match[0], `\u00a0${match[0]}`)),
  };
}

const SPANISH_MARK = /[¿¡]|[?!]+/g;

/** Spanish questions and exclamations with and without the mark that opens them. */
export function openingMarks({ text }: ProseText): Custom {
  if (!/[?!]/.test(text)) return NOTHING;
  let kept = 0;
  const open = { "?": false, "!": false };
  const broken: MarkPlace[] = [];
  for (const { 0: mark, index } of text.matchAll(SPANISH_MARK)) {
    const end = index + mark.length;
    if (mark === "¿") open["?"] = true;
    else if (mark === "¡") open["!"] = true;
    else {
      const own = mark.endsWith("?") ? "?" : "!";
      const other = own === "?" ? "!" : "?";
      // A question that is exclaimed may open with either mark.
      const opened = open[own] ? own : other;
      if (open[opened]) kept++;
      else if (endsClause(text, index, end)) broken.push({ start: index, end, changes: [] });
      open[opened] = false;
    }
  }
  return { kept, broken };
}

/** `What Does My Site Cost?`: Spanish gives no capitals to the words of a title, so this one is of another language. */
const FOREIGN_TITLE = /\p{Lu}\p{L}{0,30}\s{1,3}\p{Lu}\p{L}{0,30}$/u;

function endsClause(text: string, index: number, end: number): boolean {
  const clause = clauseAt(text, index);
  return (
    /^(?:[\s)\]»”"]|$)/.test(text.slice(end, end + 1)) &&
    /\p{L}{2}$/u.test(clause) &&
    !isQuotedAt(text, index) &&
    !FOREIGN_TITLE.test(clause) &&
    SPANISH_WORD.test(clause)
  );
}

const ARABIC_MARKS: Readonly<Record<string, string>> = table.arabicMarks;
const NARROW_ARABIC = /(?<=\p{Script=Arabic}) ?[,;?](?=\s|$)/gu;
const ARABIC_MARK = /[،؛؟]/g;

/** Marks of Arabic writing, and Latin ones in their place. */
export function arabicMarks({ text }: ProseText): Custom {
  if (!/\p{Script=Arabic}/u.test(text)) return NOTHING;
  return {
    kept: [...text.matchAll(ARABIC_MARK)].length,
    broken: [...text.matchAll(NARROW_ARABIC)].map((match) =>
      markPlace(match.index, match[0], ARABIC_MARKS[match[0].trim()] ?? match[0]),
    ),
  };
}

const DECIMAL_COMMA = /(?<![\p{L}\d.,])\d{1,3},\d{1,2}(?![\d.,]\d|\d)/gu;
/** A point before one or two digits and a unit; versions and section numbers have none. */
const DECIMAL_POINT = new RegExp(
  `(?<![\\p{L}\\d.,/=:-]|= )\\d{1,3}\\.\\d{1,2}(?=[ \\u00a0\\u202f]?(?:${table.units.join("|")})(?![\\p{L}\\d]))`,
  "gu",
);

/** Numbers with a decimal comma, and those with a point in its place. */
export function decimalCommas({ text }: ProseText): Custom {
  if (!/\d[.,]\d/.test(text)) return NOTHING;
  return {
    kept: [...text.matchAll(DECIMAL_COMMA)].length,
    broken: [...text.matchAll(DECIMAL_POINT)].map((match) => ({
      ...markPlace(match.index, match[0], match[0]),
      changes: [],
    })),
  };
}

const OTHER_SCRIPT: ReadonlySet<string | undefined> = new Set(
  "ar be bg el fa he hi ja ko mk ru sr th uk zh".split(" "),
);
/** A mark, with a space before it, that ends a clause. */
const SPACED_MARK = /(?<=\p{Ll}{2}|\p{Ll}\)|\p{Ll}[”"]) +(?:,(?= )|[.?!](?= +\p{Lu}|$))/gu;

/** Spaces before marks that languages other than French join to the word. */
export function spacesBefore({ text, language }: ProseText): readonly MarkPlace[] {
  // A sentence of a French page that is not translated yet keeps to the custom of its own language.
  if (!/ [,.?!]/.test(text) || FRENCH_WORD.test(text)) return [];
  // In a language of other letters, a clause of Latin ones alone is quoted: a commit, a message.
  const isForeign = (index: number): boolean =>
    OTHER_SCRIPT.has(language) && !/[^\P{L}\p{Script=Latin}]/u.test(clauseAt(text, index));
  return [...text.matchAll(SPACED_MARK)]
    .filter(({ index }) => !isForeign(index))
    .map((match) => markPlace(match.index, match[0], match[0].trim()));
}

const STARTERS = table.sentenceStarters.join("|");
const JOINED = new RegExp(
  `(?<=(?<![\\p{L}.])\\p{Ll}{2,30})[.?!](?=(?:${STARTERS})(?:'[a-z]{1,2})? \\p{Ll})`,
  "gu",
);

/** Sentences that begin right behind the mark of the one before. */
export function joinedSentences({ text }: ProseText): readonly MarkPlace[] {
  if (!/[.?!]\p{Lu}/u.test(text)) return [];
  return [...text.matchAll(JOINED)].map((match) =>
    markPlace(match.index, match[0], `${match[0]} `),
  );
}

/** The clause before an index of a text. */
function clauseAt(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - 300), index);
  return before.split(/[.:…?!](?=\s)/).at(-1) ?? "";
}

/** A single quotation mark before a word, which none after a word closes; an apostrophe is between letters. */
const SINGLE_QUOTED = /(?<=^|[\s(])['‘](?=\S)(?:[^'’]|(?<=\p{L})['’](?=\p{L})){0,200}$/u;

/** Whether quotation marks stand open at an index of a text: quoted words keep their own punctuation. */
function isQuotedAt(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 300), index);
  const straight = before.split('"').length - 1;
  const open = before.lastIndexOf("“");
  const french = before.lastIndexOf("«");
  if (SINGLE_QUOTED.test(before)) return true;
  return straight % 2 === 1 || open > before.lastIndexOf("”") || french > before.lastIndexOf("»");
}
