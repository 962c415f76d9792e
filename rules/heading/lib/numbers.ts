import table from "./numbers.json" with { type: "json" };

/** A number that a text begins with. */
export interface LeadingNumber {
  /** What numbers of one sequence have in common: the words and signs around them. */
  readonly form: string;
  readonly value: number;
  /** Whether a word is before it, as in `Step 2`. */
  readonly isNamed: boolean;
  /** In UTF-16 offsets of the text. */
  readonly start: number;
  readonly end: number;
}

/** A number that is out of sequence, by its place in it. */
export interface OddNumber {
  readonly kind: "repeated" | "skipped" | "order";
  readonly index: number;
  /** The only number that fits, where the others stay as they are. */
  readonly meant: number | undefined;
}

const DIGITS = "\\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳]";
/** `1. `, `1)`, `1、`, `(1) `, `一、`, `①`; not `1.2`, and no year. */
const BARE = new RegExp(
  `^(?<open>[(（【]?)(?<digits>${DIGITS})(?<close>[)）】]|[.．](?!\\d)(?=\\s|\\p{L})|[、:：](?=\\s*[\\p{L}\\p{N}])|(?<=[①-⑳])(?=\\s*\\p{L}))`,
  "u",
);
/** `2.3 Nets`: numbers below those of the section. */
const DEEP = /^(?<open>(?:\d{1,2}\.){1,4})(?<digits>\d{1,2})(?<close>\.?)(?=\s+\p{L})/u;
const WORD = new RegExp(
  `^(?<open>(?:${table.sections.join("|")}) ?#?)(?<digits>\\d{1,2})(?<close>)(?![\\p{L}\\p{N}]|[.,/-]\\d| ?(?:of|/|-|–|to|and|&) ?\\d)`,
  "iu",
);
const HAN_WORD = new RegExp(
  `^(?<open>第 ?)(?<digits>\\d{1,2}|[一二三四五六七八九十]{1,3})(?<close> ?[${table.hanSections}])(?![\\d~～至到])|^(?<openStep>步骤 ?|步驟 ?|ステップ ?)(?<step>\\d{1,2}|[一二三四五六七八九十]{1,3})(?![\\d.~～至到])`,
  "u",
);
const CAPTION = new RegExp(
  `^(?<label>${table.captions.join("|")}) ?(?<number>\\d{1,3}(?:[-.–]\\d{1,3}){0,2}[a-z]?)(?=\\s*[:：．、—–]|\\.\\s|[ \\u3000]\\p{Script=Han}|\\s*$)`,
  "iu",
);

/** The number that a heading or the text of a step begins with. */
export function leadingNumber(text: string): LeadingNumber | undefined {
  for (const pattern of [DEEP, BARE, WORD, HAN_WORD]) {
    const match = pattern.exec(text);
    const { open, digits, close, openStep, step } = match?.groups ?? {};
    const written = digits ?? step;
    if (written === undefined) continue;
    const before = open ?? openStep ?? "";
    const value = numberOf(written);
    if (value === undefined) continue;
    const start = before.length;
    const form = `${before.trim().toLowerCase()} ${scriptOf(written)} ${(close ?? "").trim()}`;
    const isNamed = /\p{L}/u.test(before);
    return { form, value, isNamed, start, end: start + written.length };
  }
  return undefined;
}

/** The label and number of a caption in one form: `figure 4-2`. */
export function captionNumber(text: string): string | undefined {
  const { label, number } = CAPTION.exec(text)?.groups ?? {};
  if (label === undefined || number === undefined) return undefined;
  return `${label
    .toLowerCase()
    .replace(/^fig\.?$/, "figure")
    .replace(/^abb\.?$/, "abbildung")} ${number.replaceAll("–", "-")}`;
}

/** The one number that breaks a sequence from 0 or 1 on; undefined where none does, or more than one. */
export function oddNumber(values: readonly number[]): OddNumber | undefined {
  const [first = -1] = values;
  if (values.length === 2 && first === 1 && values[1] === 1)
    return { kind: "repeated", index: 1, meant: 2 };
  if (values.length < 3 || first < 0 || first > 1) return undefined;
  const at = values.findIndex((value, index) => value !== first + index);
  if (at === -1) return undefined;
  const [value = 0, next] = values.slice(at);
  const expected = first + at;
  const goesOn = (from: number, number: number): boolean =>
    values.slice(from).every((one, index) => one === number + index);
  if (value === expected + 1 && next === expected && goesOn(at + 2, expected + 2))
    return { kind: "order", index: at, meant: undefined };
  const isRepeated = values.slice(0, at).includes(value);
  // The last number alone may be that of a part which is left out.
  if (isRepeated) {
    if (next !== undefined && goesOn(at + 1, expected + 1))
      return { kind: "repeated", index: at, meant: expected };
    // With the first number another sequence may begin.
    if (value === expected - 1 && value !== first && goesOn(at, expected - 1))
      return { kind: "repeated", index: at, meant: next === undefined ? expected : undefined };
    return undefined;
  }
  // The number of a later one: `1. 3. 3. 4.`
  if (next === value && goesOn(at + 1, expected + 1))
    return { kind: "repeated", index: at + 1, meant: undefined };
  return value === expected + 1 && at >= 2 && values.length >= 5 && goesOn(at, value)
    ? { kind: "skipped", index: at, meant: undefined }
    : undefined;
}

function scriptOf(digits: string): string {
  if (/^\d/.test(digits)) return "1";
  return /^[①-⑳]/.test(digits) ? "①" : "一";
}

function numberOf(digits: string): number | undefined {
  if (/^\d/.test(digits))
    return digits.startsWith("0") && digits.length > 1 ? undefined : Number(digits);
  if (/^[①-⑳]/.test(digits)) return digits.charCodeAt(0) - 0x245f;
  const [, tens, ones = ""] =
    /^(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/.exec(digits) ?? [];
  if (tens === undefined && ones === "") return undefined;
  const ten = tens === undefined ? 0 : tens === "" ? 1 : table.han.indexOf(tens);
  return ten * 10 + Math.max(0, table.han.indexOf(ones || "零"));
}
