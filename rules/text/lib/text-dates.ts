import { lazily } from "../../../src/rules.js";
import table from "./date-names.json" with { type: "json" };

/** A date in running text, as it is written. */
export interface TextDate {
  /** In UTF-16 offsets of the text. */
  readonly start: number;
  readonly end: number;
  /** Undefined where the text names none. */
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
  readonly weekday: TextWeekday | undefined;
  /** The date with day and month the other way round, where the form leaves that open. */
  readonly swapped: { readonly month: number; readonly day: number } | undefined;
  /** Whether it can be nothing but a date: it names a year, a weekday or an ordinal, or ends a clause. */
  readonly isCertain: boolean;
}

/** A day of the week next to a date. */
export interface TextWeekday {
  readonly start: number;
  readonly end: number;
  /** 0 for Sunday. */
  readonly number: number;
}

const ENGLISH_MONTHS = numbered(table.english);
const OTHER_MONTHS = numbered(table.months);
const WEEKDAYS = numbered(table.weekdays);
const JOINED = /(?<!\p{L})(\p{L}{2,14})\.?(?: ?[&/–-]| (?:and|or|to|und|oder|bis|et|ou|y|e)) ?$/u;
const JOINED_WITHIN = 24;
const CJK_WEEKDAYS: ReadonlyMap<string, number> = new Map(
  Object.entries(table.cjkWeekdays).flatMap(([day, signs]) =>
    [...signs].map((sign) => [sign, Number(day)] as const),
  ),
);
const ERAS: Readonly<Record<string, number | undefined>> = table.eras;

const MONTH = `(?<month>${[...ENGLISH_MONTHS.keys(), ...[...OTHER_MONTHS.keys()].flatMap(bothCases)].join("|")})`;
const WEEKDAY = [...WEEKDAYS.keys()].flatMap(bothCases).join("|");
const AFTER = `(?:[ ]?[(（](?<later>${WEEKDAY})\\.?[)）])?`;
const CJK_AFTER =
  `(?:[ ]?(?:[(（](?:(?:星期|周|週|礼拜|禮拜)(?<numbered>[日天一二三四五六])|(?:星期|周|週|礼拜|禮拜)?(?<inBrackets>[月火水木金土日월화수목금토일])(?:曜日?|요일)?)(?:[・･、,/]?[祝休]日?)?[)）]` +
  `|[,，]?(?:星期|礼拜|禮拜|[周週](?![日末年]?[末年間间报報刊记記]))(?<named>[日天一二三四五六])|(?<spelled>[月火水木金土日])曜|(?<korean>[일월화수목금토])요일))?`;
const EDGE = "(?<![\\p{L}\\p{N}./:_-])";
/** `Monday, the `: looked for where a date is found, since the names of days are many. */
const weekdayBefore = lazily(
  () =>
    new RegExp(
      `${EDGE}(?<weekday>${WEEKDAY})\\.?,?[ \\n]{1,2}(?:(?:the|den|dem|le|el|il|de|em)[ \\n])?$`,
      "u",
    ),
);
const BEFORE_WITHIN = 40;

/** `Monday, March 29, 2022`, `March 29th 2022 (Mon)`, `March 29`. */
const monthFirst = lazily(
  () =>
    new RegExp(
      `${EDGE}${MONTH}\\.?[ \\n](?<day>\\d{1,2})(?<ordinal>st|nd|rd|th)?(?![\\p{L}\\p{N}:%]|[.,/]\\d)(?:,?[ \\n]{1,2}(?<year>\\d{4})(?![\\p{N}:%]|-\\d))?${AFTER}`,
      "gu",
    ),
);
/** `Montag, den 3. Mai 2021`, `lunes, 3 de mayo de 2021`, `3rd of May`. */
const dayFirst = lazily(
  () =>
    new RegExp(
      `${EDGE}(?<day>\\d{1,2})(?<ordinal>st|nd|rd|th|\\.|er|º|°|ª)?[ \\n](?:(?:of|de|di|d['’])[ ])?${MONTH}(?![\\p{L}\\p{N}])(?:\\.?,?[ \\n]{1,2}(?:(?:de|del|of)[ ])?(?<year>\\d{4})(?![\\p{N}:%]|-\\d))?${AFTER}`,
      "gu",
    ),
);
/** `2015年3月2日（日）`, `令和3年5月3日`, `3月2日(月)`, `2021년 5월 3일 (월)`. */
const cjk = lazily(
  () =>
    new RegExp(
      `(?<![\\p{N}年년.])(?:(?:(?<era>${Object.keys(ERAS).join("|")}) ?(?<eraYear>\\d{1,3}|元)|(?<year>\\d{4})) ?[年년] ?)?(?<monthNumber>\\d{1,2}) ?[月월] ?(?<day>\\d{1,2}) ?[日号號일](?![間间間数數])${CJK_AFTER}`,
      "gu",
    ),
);
/** `2015-03-02 (Mon)`, `2015/3/2（月）`. */
const yearFirst = lazily(
  () =>
    new RegExp(
      `${EDGE}(?<year>(?:19|20)\\d\\d)(?<sign>[-/.])(?<monthNumber>\\d{1,2})\\k<sign>(?<day>\\d{1,2})(?![\\p{L}\\p{N}_/-]|[.:]\\p{N})(?:${CJK_AFTER})${AFTER}`,
      "gu",
    ),
);
/** `Montag, 03.05.2021`, `31/04/2021`. */
const yearLast = lazily(
  () =>
    new RegExp(
      `${EDGE}(?<day>\\d{1,2})(?<sign>[/.])(?<monthNumber>\\d{1,2})\\k<sign>(?<year>(?:19|20)\\d\\d)(?![\\p{L}\\p{N}_/-]|[.:]\\p{N})${AFTER}`,
      "gu",
    ),
);
/** Days of the week from Sunday, after `星期`, and by themselves. */
const COUNTED = "日一二三四五六";
const NAMED = ["日月火水木金土", "일월화수목금토"];
const CLAUSE_END = /^(?:\s*$|[.,;:!?)）\]。、，；](?!\d))/u;
/** The words on both sides of a number. */
const WORD_BEFORE = /(?<!\p{L})(\p{L}{3,14})\.?[ \n]$/u;
const WORD_AFTER = /^(?:st|nd|rd|th|\.|er|º|°|ª)?[ \n](?:(?:of|de|di|d['’])[ ])?(\p{L}+)/u;
const WORD_WITHIN = 24;

/** The dates of a text, in their order; a date that lies in another is left out. */
export function textDates(text: string): readonly TextDate[] {
  if (!/[\d０-９〇]/.test(text)) return [];
  const plain = withAsciiDigits(text);
  const found = formsIn(plain).flatMap((pattern) =>
    [...plain.matchAll(pattern)].flatMap((match) => dateOf(match, plain)),
  );
  found.sort((left, right) => left.start - right.start || right.end - left.end);
  let reached = 0;
  return found.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

/** The forms of dates that a text may have: looking for the names of months everywhere takes long. */
function formsIn(plain: string): readonly RegExp[] {
  return [
    ...(namesMonth(plain) ? [monthFirst(), dayFirst()] : []),
    ...(/\d ?[月월]/.test(plain) ? [cjk()] : []),
    ...(/(?:19|20)\d\d[-/.]\d/.test(plain) ? [yearFirst()] : []),
    ...(/\d[/.](?:19|20)\d\d/.test(plain) ? [yearLast()] : []),
  ];
}

/** Whether the name of a month stands beside a number. */
function namesMonth(plain: string): boolean {
  for (const { index, 0: digits } of plain.matchAll(/\d+/g)) {
    const end = index + digits.length;
    const before = isSpace(plain[index - 1])
      ? WORD_BEFORE.exec(plain.slice(Math.max(0, index - WORD_WITHIN), index))?.[1]
      : undefined;
    if (before !== undefined && monthNumber(before) !== 0) return true;
    const after = WORD_AFTER.exec(plain.slice(end, end + WORD_WITHIN))?.[1];
    if (after !== undefined && monthNumber(after) !== 0) return true;
  }
  return false;
}

function isSpace(sign: string | undefined): boolean {
  return sign === " " || sign === "\n";
}

/** Whether a sentence speaks about dates that may not exist, as a text about calendars or parsers does. */
export function doubtsDates(sentence: string): boolean {
  return DOUBT.test(sentence);
}

const DOUBT = new RegExp(
  `(?<![\\p{L}])(?:${table.doubt.join("|")})(?![\\p{L}])|${table.cjkDoubt.join("|")}`,
  "iu",
);

function dateOf(match: RegExpExecArray, text: string): readonly TextDate[] {
  const { groups = {} } = match;
  const month = groups.month === undefined ? Number(groups.monthNumber) : monthNumber(groups.month);
  const day = Number(groups.day);
  const year = yearOf(groups);
  const end = match.index + match[0].length;
  // In CJK the day of the week comes last.
  const before =
    groups.monthNumber === undefined || groups.sign !== undefined
      ? weekdayBefore().exec(text.slice(Math.max(0, match.index - BEFORE_WITHIN), match.index))
      : null;
  const start = match.index - (before?.[0].length ?? 0);
  const isOfAnother = isJoined(text.slice(Math.max(0, start - JOINED_WITHIN), start));
  const weekday = isOfAnother
    ? undefined
    : weekdayOf({ ...groups, ...before?.groups }, text.slice(start, end), start);
  // Dots divide day and month in Europe, and now and then month and day in America.
  const isOpen =
    /^\D*\d{1,2}[/.]/.test(match[0]) &&
    (groups.sign === "/" || (groups.sign === "." && month > 12));
  const isCertain =
    // `2022.2.30` may be a version.
    (year !== undefined && !/^\d{4}\./.test(match[0])) ||
    weekday !== undefined ||
    (groups.ordinal ?? "") !== "" ||
    (groups.monthNumber !== undefined && groups.sign === undefined) ||
    (groups.month !== undefined && CLAUSE_END.test(text.slice(end, end + 3)));
  return [
    {
      start,
      end,
      year,
      month,
      day,
      weekday,
      swapped: isOpen ? { month: day, day: month } : undefined,
      isCertain,
    },
  ];
}

/** `Wednesday & Thursday, January 28 & 29`: the second day of the week is not that of the first date. */
function isJoined(before: string): boolean {
  const word = JOINED.exec(before)?.[1];
  return word !== undefined && weekdayNumber(word) !== undefined;
}

function weekdayNumber(word: string): number | undefined {
  return WEEKDAYS.get(word) ?? WEEKDAYS.get(lowerFirst(word)) ?? WEEKDAYS.get(upperFirst(word));
}

function yearOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const { year, era, eraYear } = groups;
  if (year !== undefined) return Number(year);
  if (era === undefined || eraYear === undefined) return undefined;
  return (ERAS[era] ?? 0) + (eraYear === "元" ? 1 : Number(eraYear));
}

function weekdayOf(
  groups: Readonly<Record<string, string | undefined>>,
  found: string,
  offset: number,
): TextWeekday | undefined {
  const { weekday, later } = groups;
  const sign =
    groups.numbered ??
    groups.inBrackets ??
    groups.counted ??
    groups.named ??
    groups.spelled ??
    groups.korean;
  const word = weekday ?? later ?? sign;
  if (word === undefined) return undefined;
  const number = word === sign ? CJK_WEEKDAYS.get(sign) : weekdayNumber(word);
  if (number === undefined) return undefined;
  const at = offset + (word === weekday ? found.indexOf(word) : found.lastIndexOf(word));
  return { start: at, end: at + word.length, number };
}

function monthNumber(name: string): number {
  return ENGLISH_MONTHS.get(name) ?? OTHER_MONTHS.get(lowerFirst(name)) ?? 0;
}

/** Full-width digits as half-width ones, each in its place. */
function withAsciiDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function numbered(names: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(names).flatMap(([number, list]) =>
      list.split(" ").map((name) => [name, Number(number)] as const),
    ),
  );
}

function bothCases(name: string): readonly string[] {
  return [name, name === lowerFirst(name) ? upperFirst(name) : lowerFirst(name)];
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

function upperFirst(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** Another day of the week in the writing of a given one, `火` for `月`; undefined where that is not known. */
export function cjkWeekday(text: string, { start, end }: TextWeekday, number: number) {
  const written = text.slice(start, end);
  const isCounted = /[期周週拜]$/.test(text.slice(Math.max(0, start - 1), start));
  const series = isCounted ? COUNTED : NAMED.find((one) => one.includes(written));
  return series?.[number];
}
