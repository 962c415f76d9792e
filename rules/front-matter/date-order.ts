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
  type Suggestion,
  spanOf,
  type WrittenDate,
} from "../../src/rules.js";

interface KnownDate extends DateField {
  readonly date: WrittenDate;
}

/** Dates with one reading; the others belong to the rules on their form. */
function knownDates(article: Article): readonly KnownDate[] {
  return dateFields(article).flatMap((field) => {
    const date = readDate(field.text);
    const isKnown =
      date !== undefined && date.form !== "ambiguous" && impossibility(date) === undefined;
    return isKnown ? [{ ...field, date }] : [];
  });
}

/** The date an article goes by: engines prefer `date` to the other names. */
function publication(dates: readonly KnownDate[]): KnownDate | undefined {
  for (const name of PUBLICATION_KEYS) {
    const found = dates.find(({ key }) => key === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function writing(field: KnownDate, text: string): readonly Suggestion[] {
  if (field.entry.style === "block" || field.entry.style === undefined) return [];
  return [{ message: `Write ${text}`, edits: [{ ...innerRange(field.entry), text }] }];
}

/** The same text with another day, where the day is written in ISO 8601 and is that day in the site's zone. */
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

/** Dates that contradict each other, the file's name or the calendar. */
export default defineRule({
  id: "front-matter/date-order",
  summary: "Dates agree with each other, with the file's name and with the calendar",
  fixes: ["suggestion"],
  options: z.strictObject({
    allowFuture: z
      .boolean()
      .default(false)
      .describe("Whether published articles may have dates that have not come yet."),
    grace: z
      .number()
      .min(0)
      .default(1)
      .describe("Days a date may lie ahead before it counts as future."),
  }),
  messages: {
    updatedFirst: {
      severity: "warning",
      what: '"{key}" ({text}) lies before "{other}" ({date}), so the article seems to have been changed before it was published.',
      why: "",
      help: "Correct one of the two dates.",
    },
    expired: {
      severity: "warning",
      what: '"{key}" ({text}) lies before "{other}" ({date}), so the article is never shown.',
      why: "",
      help: "Correct one of the two dates.",
    },
    future: {
      severity: "warning",
      what: '"{key}" ({text}) has not come yet: some engines hide the article until then without a word, others show it with a date to come.',
      why: "",
      help: "Correct the date, or mark the article as a draft.",
    },
    path: {
      severity: "warning",
      what: '"{key}" says {date}, but the {place} says {other}: engines make addresses from the one and sort by the other.',
      why: "",
      help: "Correct the date or rename the file.",
    },
    address: {
      severity: "warning",
      what: '"{key}" says {date}, but "{address}" says {other}, so readers see two dates.',
      why: "",
      help: "Correct one of the two.",
    },
  },
  check({ article, engine, options, settings, now, report }) {
    const { timezone } = settings.site;
    const dates = knownDates(article);
    const published = publication(dates);
    const isHeldBack = isDraft(article, engine);
    const isAhead = ({ date }: KnownDate): boolean =>
      spanOf(date, timezone).from > now + options.grace * DAY;
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
      // `publishDate` is there to lie ahead.
      const mayLieAhead =
        options.allowFuture || isExpiry || isHeldBack || /^publish_?date$/i.test(key);
      // What follows a publication in the future is not another slip.
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
