import * as z from "zod";
import {
  type Article,
  alsoAt,
  dateFields,
  defineRule,
  impossibility,
  largest,
  proseTextsOf,
  readDate,
  spanOf,
} from "../../src/rules.js";
import { expiryMarks, relativeDays } from "./lib/expiry.js";

const DAY = 86_400_000;
/** How many days before its expiry date a passage is reported. */
const NOTICE_DAYS = 14;

export default defineRule({
  id: "text/expired",
  summary: "A passage with an expiry date should be updated in time",
  options: z.strictObject({
    days: z
      .int()
      .min(0)
      .default(0)
      .describe(
        "Age of an article, in days, from which words such as “today” are reported; 0 never reports them.",
      ),
  }),
  messages: {
    past: {
      severity: "warning",
      what: "This passage expired on {date}.",
      why: "Readers may rely on information that no longer holds.",
      help: "Update the passage and move the date, or delete the passage and its expiry comment.",
    },
    soon: {
      severity: "warning",
      what: "This passage expires on {date}, in {left}.",
      why: "After that day readers may rely on information that no longer holds.",
      help: "Update the passage and move the date.",
    },
    noDate: {
      severity: "warning",
      what: 'The expiry date "{date}" does not exist.',
      why: "This passage never expires, so nobody is reminded to update it.",
      help: "Write an existing day as YYYY-MM-DD.",
    },
    relative: {
      severity: "warning",
      what: '"{word}" was written {age} ago and no longer means the same day.',
      why: "Readers take the word relative to the day on which they read it.",
      help: "Write the date instead.",
    },
  },
  check({ article, clock, options, settings, report }) {
    for (const { range, date, end } of expiryMarks(article)) {
      if (end === undefined) report({ messageId: "noDate", range, data: { date } });
      else if (clock.hasCome(end)) report({ messageId: "past", range, data: { date } });
      else if (clock.hasCome(end - NOTICE_DAYS * DAY)) {
        report({
          messageId: "soon",
          range,
          data: { date, left: daysText(-clock.daysSince(end)) },
        });
      }
    }

    const written = options.days === 0 ? undefined : latestDate(article, settings.site.timezone);
    if (written === undefined) return;
    const age = clock.daysSince(written);
    if (age < options.days) return;
    const places = proseTextsOf(article).flatMap(({ paragraph, text, language }) =>
      relativeDays(text, language).map(({ index, word }) => ({
        word,
        range: paragraph.rangeOf(index, index + word.length),
      })),
    );
    const [first, ...others] = places;
    if (first === undefined) return;
    report({
      messageId: "relative",
      range: first.range,
      data: { word: first.word, age: daysText(age) },
      related: alsoAt(others, ({ word }) => word),
    });
  },
});

function daysText(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

/** The latest moment that any date of the article may mean. */
function latestDate(article: Article, timezone: string | undefined): number | undefined {
  const moments = dateFields(article).flatMap(({ text }) => {
    const date = readDate(text);
    return date === undefined || impossibility(date) ? [] : [spanOf(date, timezone).to];
  });
  return moments.length === 0 ? undefined : largest(moments);
}
