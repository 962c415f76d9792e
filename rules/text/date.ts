import {
  type Article,
  attributeOf,
  DAY,
  dateFields,
  daysInMonth,
  defineRule,
  excerpt,
  impossibility,
  largest,
  lazily,
  monthName,
  type ProseText,
  pathDate,
  proseTextsOf,
  type Range,
  readDate,
  replace,
  sentencesOf,
  smallest,
  weekdayLike,
  weekdayName,
  weekdayOf,
} from "../../src/rules.js";
import { reversedRanges } from "./lib/date-ranges.js";
import { isQuoted } from "./lib/quotations.js";
import { cjkWeekday, doubtsDates, type TextDate, textDates } from "./lib/text-dates.js";
import { isDateOfAddition, isOpeningByline, isPublicationDate } from "./lib/words/bylines.js";
import { impossibleTimes } from "./lib/words/times.js";

/** Some countries counted days by another calendar before. */
const FIRST_YEAR = 1924;
const LAST_YEAR = 2200;

/** Dates in running text that no calendar has. */
export default defineRule({
  id: "text/date",
  summary: "Dates in the text exist, and weekdays are theirs",
  fixes: ["suggestion"],
  messages: {
    byline: {
      severity: "warning",
      what: 'The text says "{text}", but {source} says {date}.',
      why: "Readers see two dates of publication, and do not know how old the article is.",
      help: "Correct the date that is wrong, or leave it to the theme to show it.",
    },
    addition: {
      severity: "warning",
      what: 'The text was changed on "{text}", but {source} says {date}.',
      why: "An article cannot be changed before it is published, so readers cannot tell when that was.",
      help: "Correct the date that is wrong.",
    },
    weekday: {
      severity: "warning",
      what: '"{text}" names the wrong weekday: it is a {weekday}.',
      why: "Readers cannot tell whether the date or the weekday is right, and may come on the wrong day.",
      help: "Look at a calendar, and correct the weekday or the date.",
    },
    weekdayOwn: {
      severity: "warning",
      what: '"{text}" names the wrong weekday for {year}: it is a {weekday}.',
      why: "The article is from the weeks around that day, so readers take it for a day of that year.",
      help: "Look at a calendar, and correct the weekday or the date, or write the year.",
    },
    weekdayNear: {
      severity: "warning",
      what: '"{text}" names the wrong weekday for {years}.',
      why: "The date is not that weekday in the year of the article, nor in those around it.",
      help: "Look at a calendar, and correct the weekday or the date, or write the year.",
    },
    impossible: {
      severity: "warning",
      what: 'The date "{text}" does not exist.',
      why: "Readers cannot tell which day is meant.",
      help: "Write the day that is meant. {month} has {days} days.",
    },
    noMonth: {
      severity: "warning",
      what: 'The date "{text}" does not exist.',
      why: "Readers cannot tell which day is meant, since no year has a month {month}.",
      help: "Write the day that is meant.",
    },
    time: {
      severity: "warning",
      what: 'There is no time "{text}".',
      why: "Readers cannot tell which hour is meant.",
      help: "Write the time that is meant: with am or pm, the hours end at 12.",
    },
    reversed: {
      severity: "warning",
      what: 'The period "{text}" ends before it begins.',
      why: "Readers cannot tell which of the two dates is wrong.",
      help: "Correct one of the two dates, or exchange them.",
    },
  },
  check({ article, report }) {
    const yearsAround = lazily(() => yearsOf(article));
    const bylines: Byline[] = [];
    const opening = proseTextsOf(article).find(({ paragraph }) => paragraph.kind !== "heading");
    for (const prose of proseTextsOf(article)) {
      const { paragraph, text } = prose;
      if (!/[\d０-９]/.test(text) || isQuoted(article, paragraph)) continue;
      const dates = textDates(text);
      const place = (start: number, end: number) => ({
        range: paragraph.rangeOf(start, end),
        data: { text: excerpt(text.slice(start, end)) },
      });
      for (const { start, end } of reversedRanges(text, dates)) {
        report({ messageId: "reversed", ...place(start, end) });
      }
      for (const { start, end } of impossibleTimes(text)) {
        report({ messageId: "time", ...place(start, end) });
      }
      const isExample = exampleTest(text);
      for (const date of dates) {
        if (isExample(date)) continue;
        const { range, data } = place(date.start, date.end);
        if (!exists(date)) {
          if (date.swapped !== undefined && exists({ ...date, ...date.swapped })) continue;
          if (!date.isCertain || !isRecent(date.year)) continue;
          // `27. Januar 42` is of the year 42.
          if (date.day > 31 && /\d\.? ?$/.test(text.slice(0, date.start))) continue;
          const { month, year } = date;
          if (month < 1 || month > 12) {
            report({ messageId: "noMonth", range, data: { ...data, month } });
            continue;
          }
          const days = daysInMonth(year ?? 2024, month);
          report({
            messageId: "impossible",
            range,
            data: { ...data, month: monthName(month), days },
          });
          continue;
        }
        const { weekday, year } = date;
        if (mayBeByline(prose, date, prose === opening) || isMetaLine(article, prose, date))
          bylines.push({ date, range, text: data.text });
        const own = isAddition(prose, date) ? laterThan(article, date) : undefined;
        if (own !== undefined) {
          const { source, text: published } = own;
          const found = { ...data, source, date: published };
          report({ messageId: "addition", range, certainty: "likely", data: found });
        }
        if (weekday === undefined) continue;
        if (year !== undefined) {
          if (year < FIRST_YEAR || year > LAST_YEAR || fitsIn(date, year)) continue;
          const right = weekdayOf({ ...date, year });
          report({
            messageId: "weekday",
            range,
            data: { ...data, weekday: weekdayName(right) },
            suggestions: suggestionsFor(prose, weekday, right),
          });
          continue;
        }
        const years = yearsAround();
        if (years === undefined) continue;
        if (years.some((near) => fitsIn(date, near))) {
          const own = ownYear(article, date);
          if (own === undefined || fitsIn(date, own)) continue;
          const right = weekdayOf({ ...date, year: own });
          report({
            messageId: "weekdayOwn",
            range,
            certainty: "likely",
            data: { ...data, year: own, weekday: weekdayName(right) },
            suggestions: suggestionsFor(prose, weekday, right),
          });
          continue;
        }
        report({
          messageId: "weekdayNear",
          range,
          data: { ...data, years: `${years[0]} to ${years.at(-1)}` },
        });
      }
    }
    // Several are those of other texts, in a list of news.
    const [byline, ...more] = bylines;
    if (byline === undefined || more.length > 0) return;
    const { date, range, text } = byline;
    const published = publicationsOf(article);
    const [own] = published;
    if (own === undefined || !published.every((one) => isFar(one, date))) return;
    report({ messageId: "byline", range, data: { text, source: own.source, date: own.text } });
  },
});

/** How much text before a sentence may say that its dates do not exist. */
const BEFORE_SENTENCE = 80;
/** Days between two dates that may be one in another time zone, or the day of writing. */
const NEAR = 31;

/** The date of a line about the article itself. */
interface Byline {
  readonly date: TextDate;
  readonly range: Range;
  /** As readers see it. */
  readonly text: string;
}

/** A date that says when the article was published. */
interface Publication {
  readonly text: string;
  readonly source: string;
  readonly time: number;
}

/** What the front matter and the path say, also of the last change: a theme may call that the date. */
function publicationsOf(article: Article): readonly Publication[] {
  const fields = dateFields(article).flatMap(({ key, text }) => {
    const date = readDate(text);
    if (date === undefined || date.form === "ambiguous" || impossibility(date) !== undefined)
      return [];
    return [{ text, source: `"${key}"`, time: Date.UTC(date.year, date.month - 1, date.day) }];
  });
  const path = pathDate(article.path);
  const inPath =
    path?.text.length === "2022-03-01".length
      ? [{ text: path.text, source: `the ${path.place}`, time: Date.parse(path.text) }]
      : [];
  return [...fields, ...inPath];
}

function isFar({ time }: Publication, { year, month, day }: TextDate): boolean {
  if (year === undefined) return false;
  return Math.abs(Date.UTC(year, month - 1, day) - time) > NEAR * DAY;
}

/** Whether a line says of the article itself when it was published. */
function mayBeByline(
  { paragraph, text }: ProseText,
  { start, end, swapped }: TextDate,
  isOpening: boolean,
): boolean {
  if (paragraph.inTable || paragraph.list !== undefined || swapped !== undefined) return false;
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const [rest = ""] = text.slice(end).split("\n", 1);
  if (start - from >= LONGEST_LABEL) return false;
  const before = text.slice(from, start);
  return isPublicationDate(before, rest) || (isOpening && isOpeningByline(before, rest));
}

/** Whether a line begins with the date at which something was added to the article. */
function isAddition({ paragraph, text }: ProseText, { start, swapped }: TextDate): boolean {
  if (paragraph.inTable || paragraph.list !== undefined || swapped !== undefined) return false;
  const from = text.lastIndexOf("\n", start - 1) + 1;
  return start - from < LONGEST_LABEL && isDateOfAddition(text.slice(from, start));
}

/** The publication of an article, where all that is said of it is later than a date, in every time zone. */
function laterThan(article: Article, { year, month, day }: TextDate): Publication | undefined {
  const published = publicationsOf(article);
  if (year === undefined) return undefined;
  const latest = Date.UTC(year, month - 1, day) + DAY;
  return published.every(({ time }) => time > latest) ? published[0] : undefined;
}

const LONGEST_LABEL = 40;
/** Classes of the line that says when an article was published. */
const META = /^(?:(?:post|entry|article)[-_]?)?(?:meta|date|byline|published|pubdate)$/i;

/** Whether a line begins with a date and its class says that it is the line about the article itself. */
function isMetaLine(
  article: Article,
  { paragraph, text }: ProseText,
  { start }: TextDate,
): boolean {
  if (paragraph.element === undefined || text.slice(0, start).trim() !== "") return false;
  const { value = "" } = attributeOf(article, paragraph.element, "class") ?? {};
  return value.split(/\s+/).some((name) => META.test(name));
}

function exists({ year, month, day }: TextDate): boolean {
  // 29 February is a day of some years.
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year ?? 2024, month);
}

function isRecent(year: number | undefined): boolean {
  return year === undefined || (year >= FIRST_YEAR && year <= LAST_YEAR);
}

/** Whether the weekday of a date is right in a year, with day and month either way round where that is open. */
function fitsIn(date: TextDate, year: number): boolean {
  const readings = date.swapped === undefined ? [date] : [date, { ...date, ...date.swapped }];
  return readings.some(
    (reading) =>
      exists({ ...reading, year }) && weekdayOf({ ...reading, year }) === date.weekday?.number,
  );
}

/**
 * Tells of the dates of a text, asked in their order, whether they are quoted, or their sentence speaks about dates that do not
 * exist. Each sentence is looked at once: texts may hold thousands of dates.
 */
function exampleTest(text: string): (date: TextDate) => boolean {
  const sentences = lazily(() => sentencesOf(text));
  const doubts = new Map<string, boolean>();
  let at = 0;
  return ({ start, end }) => {
    if (/["'“‘「『`]/.test(text.charAt(start - 1)) && /["'”’」』`]/.test(text.charAt(end)))
      return true;
    let sentence = sentences()[at];
    while (sentence !== undefined && sentence.end < end) {
      at += 1;
      sentence = sentences()[at];
    }
    const own = sentence !== undefined && sentence.start <= start ? sentence : undefined;
    // An abbreviation may part the date from what is said of it: `invalid dates, e.g. 32 April`.
    const spoken =
      own === undefined ? text : text.slice(Math.max(0, own.start - BEFORE_SENTENCE), own.end);
    const known = doubts.get(spoken);
    if (known !== undefined) return known;
    const isDoubted = doubtsDates(spoken);
    doubts.set(spoken, isDoubted);
    return isDoubted;
  };
}

/** The right weekday in the words of the wrong one, where it is known how that is called. */
function suggestionsFor(
  prose: ProseText,
  weekday: NonNullable<TextDate["weekday"]>,
  right: number,
) {
  const { start, end } = weekday;
  const written = prose.text.slice(start, end);
  const meant =
    cjkWeekday(prose.text, weekday, right) ??
    (/^[A-Z][a-z]+$/.test(written) &&
    weekdayLike(written, weekday.number).startsWith(written.slice(0, 3))
      ? weekdayLike(written, right)
      : undefined);
  if (meant === undefined || !prose.isPlain(start, end)) return [];
  const edits = [replace(prose.paragraph.rangeOf(start, end), meant)];
  return [{ message: `Write ${meant}`, edits }];
}

/**
 * The year of a date without one that lies in the weeks around all dates of the article; undefined where the article has
 * no date, or names another year.
 */
function ownYear(article: Article, { month, day, swapped }: TextDate): number | undefined {
  const own = publicationsOf(article);
  if (own.length === 0 || swapped !== undefined) return undefined;
  const years = own.map(({ time }) => {
    const around = new Date(time).getUTCFullYear();
    return [around - 1, around, around + 1].find(
      (year) => Math.abs(Date.UTC(year, month - 1, day) - time) <= NEAR * DAY,
    );
  });
  const [year] = years;
  if (year === undefined || years.some((other) => other !== year)) return undefined;
  const named = article.source.slice(article.bodyStart).matchAll(YEAR);
  for (const [other] of named) if (Number(other) !== year) return undefined;
  return year;
}

const YEAR = /(?<![\d.])(?:19|20)\d\d(?![\d.])/g;

/**
 * The years that a date without one may mean: those of the article's own dates, and the one before and after.
 * Undefined where the article has no date, or speaks of other years.
 */
function yearsOf(article: Article): readonly number[] | undefined {
  const written = dateFields(article).flatMap(({ text }) => {
    const date = readDate(text);
    return date === undefined || impossibility(date) !== undefined ? [] : [date.year];
  });
  const inPath = pathDate(article.path)?.text.slice(0, 4);
  const own = inPath === undefined ? written : [...written, Number(inPath)];
  if (own.length === 0) return undefined;
  const first = smallest(own) - 1;
  const last = largest(own) + 1;
  if (last - first > 3) return undefined;
  const others = article.source.slice(article.bodyStart).matchAll(YEAR);
  for (const [other] of others) {
    if (Number(other) < first || Number(other) > last) return undefined;
  }
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
