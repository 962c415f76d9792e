import * as z from "zod";
import {
  type Article,
  calendarDays,
  DAY,
  type DateField,
  dateFields,
  defineRule,
  type Engine,
  EXPIRY_KEYS,
  impossibility,
  innerRange,
  insertKey,
  isBefore,
  isDraft,
  PUBLICATION_KEYS,
  pathDate,
  readDate,
  replace,
  type Suggestion,
  spanOf,
  type WrittenDate,
} from "../../src/rules.js";

interface KnownDate extends DateField {
  readonly date: WrittenDate;
}

/** Dates with only one reading; other rules report the rest. */
function knownDates(article: Article): readonly KnownDate[] {
  return dateFields(article).flatMap((field) => {
    const date = readDate(field.text);
    const isKnown =
      date !== undefined && date.form !== "ambiguous" && impossibility(date) === undefined;
    return isKnown ? [{ ...field, date }] : [];
  });
}

/** The publication date of an article: engines prefer `date` to the other keys. */
function publication(dates: readonly KnownDate[]): KnownDate | undefined {
  for (const name of PUBLICATION_KEYS) {
    const found = dates.find(({ key }) => key === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function writing(field: KnownDate, text: string): readonly Suggestion[] {
  if (field.entry.style === "block" || field.entry.style === undefined) return [];
  return [{ message: `Write ${text}`, edits: [replace(innerRange(field.entry), text)] }];
}

/** The same text with another day, if it is written in ISO 8601 and the result is that day in the site's time zone. */
function onDay(field: KnownDate, day: string, timezone: string | undefined): readonly Suggestion[] {
  const hasDay = day.length === "2022-03-01".length;
  if (!hasDay || !field.date.form.startsWith("iso")) return [];
  const text = day + field.text.slice(day.length);
  const date = readDate(text);
  return date !== undefined && calendarDays(date, timezone).includes(day)
    ? writing(field, text)
    : [];
}

function holdingBack(article: Article, engine: Engine): readonly Suggestion[] {
  const [key, value] = engine.frontMatter.holdBack;
  const isTaken = article.frontMatter?.entry([key]) !== undefined;
  const edits = isTaken ? undefined : insertKey(article, key, value);
  return edits === undefined ? [] : [{ message: `Insert ${key}: ${value}`, edits }];
}

const TITLE_DATE = /(?<![\d-])(?:19|20)\d\d-\d\d-\d\d(?![\d-])/;

function isOtherYear({ text }: KnownDate, day: string): boolean {
  return text.slice(4, 10) === day.slice(4) && /^\d{4}-/.test(text);
}

/** Dates that contradict each other, the file name or the calendar. */
export default defineRule({
  id: "front-matter/date-order",
  summary: "Dates agree with each other, with the file name and with the calendar",
  fixes: ["suggestion"],
  options: z.strictObject({
    allowFuture: z
      .boolean()
      .default(false)
      .describe("Whether published articles may have dates in the future."),
    grace: z
      .number()
      .min(0)
      .default(1)
      .describe("Number of days that a date may be ahead before it counts as future."),
  }),
  messages: {
    updatedFirst: {
      severity: "warning",
      what: '"{key}" ({text}) is earlier than "{other}" ({date}).',
      why: "The article seems to have been changed before it was published.",
      help: 'Correct "{key}" or "{other}".',
    },
    expired: {
      severity: "warning",
      what: '"{key}" ({text}) is earlier than "{other}" ({date}).',
      why: "The article expires before it is published, so it is never shown.",
      help: 'Correct "{key}" or "{other}".',
    },
    future: {
      severity: "warning",
      what: '"{key}" ({text}) is in the future.',
      why: "Some engines silently hide the article until then, and others publish it with a future date.",
      help: "Correct the date, or mark the article as a draft.",
    },
    path: {
      severity: "warning",
      what: '"{key}" is {date}, but the {place} says {other}.',
      why: "Engines make the URL from one of the dates and sort by the other.",
      help: "Correct the date, or rename the file or folder.",
    },
    title: {
      severity: "warning",
      what: '"{key}" is {date}, but the title says {other}.',
      why: "Readers see two years, and lists sort the article by the one that may be wrong.",
      help: 'Correct "{key}", or the title.',
    },
    address: {
      severity: "warning",
      what: '"{key}" is {date}, but "{address}" says {other}.',
      why: "Readers see one date on the page and another in its URL.",
      help: 'Correct "{key}" or "{address}".',
    },
  },
  check({ article, engine, options, settings, clock, report }) {
    const { timezone } = settings.site;
    const dates = knownDates(article);
    const published = publication(dates);
    const isHeldBack = isDraft(article, engine);
    const isAhead = ({ date }: KnownDate): boolean =>
      !clock.hasCome(spanOf(date, timezone).from - options.grace * DAY);
    for (const field of dates) {
      const { entry, key, text, date } = field;
      const isPublication = PUBLICATION_KEYS.includes(key);
      const isExpiry = EXPIRY_KEYS.includes(key);
      if (!isPublication && published !== undefined && isBefore(date, published.date, timezone)) {
        const related = [{ range: published.entry.valueRange, message: published.key }];
        const data = { key, text, other: published.key, date: published.text };
        const messageId = isExpiry ? "expired" : "updatedFirst";
        const suggestions = isExpiry ? [] : writing(field, published.text);
        report({ messageId, range: entry.valueRange, related, data, suggestions });
      }
      // `publishDate` is meant to be in the future.
      const mayLieAhead =
        options.allowFuture || isExpiry || isHeldBack || /^publish_?date$/i.test(key);
      // A date after a publication date in the future is not a second mistake.
      const follows = published !== undefined && field !== published && isAhead(published);
      if (mayLieAhead || follows || !isAhead(field)) continue;
      const suggestions = isPublication ? holdingBack(article, engine) : [];
      report({ messageId: "future", range: entry.valueRange, data: { key, text }, suggestions });
    }
    if (published === undefined) return;
    const range = published.entry.valueRange;
    const { key, text: date } = published;
    const agrees = (day: string): boolean =>
      calendarDays(published.date, timezone).some((one) => one.startsWith(day));
    const inPath = pathDate(article.path);
    if (inPath !== undefined && !agrees(inPath.text)) {
      const { place, text: other } = inPath;
      const suggestions = onDay(published, other, timezone);
      report({ messageId: "path", range, data: { key, date, place, other }, suggestions });
      return;
    }
    const title = article.frontMatter?.entry(["title"]);
    const inTitle = typeof title?.value === "string" ? title.value.match(TITLE_DATE) : null;
    const [other = ""] = inTitle ?? [];
    // The same day of another year is a slip; an article may speak of any other day.
    if (title !== undefined && other !== "" && !agrees(other) && isOtherYear(published, other)) {
      const related = [{ range: title.valueRange, message: "title" }];
      const suggestions = onDay(published, other, timezone);
      report({ messageId: "title", range, related, data: { key, date, other }, suggestions });
    }
    for (const address of ["permalink", "url", "slug"]) {
      const entry = article.frontMatter?.entry([address]);
      const inAddress = typeof entry?.value === "string" ? pathDate(entry.value) : undefined;
      if (entry === undefined || inAddress === undefined || agrees(inAddress.text)) continue;
      const related = [{ range: entry.valueRange, message: address }];
      const data = { key, date, address, other: inAddress.text };
      const suggestions = onDay(published, inAddress.text, timezone);
      report({ messageId: "address", range, related, data, suggestions });
    }
  },
});
