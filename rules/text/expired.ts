import * as z from "zod";
import {
  type Article,
  dateFields,
  defineRule,
  impossibility,
  proseTextsOf,
  readDate,
  spanOf,
} from "../../src/rules.js";
import { expiryMarks, relativeDays } from "./lib/expiry.js";

const DAY = 86_400_000;
/** How long before its day a mark is reported. */
const NOTICE_DAYS = 14;

export default defineRule({
  id: "text/expired",
  summary: "Passages that hold until a day are looked at in time",
  options: z.strictObject({
    days: z
      .int()
      .min(0)
      .default(0)
      .describe(
        "Report words such as “today” once the article is so many days old; 0 never reports them.",
      ),
  }),
  messages: {
    past: {
      severity: "warning",
      what: "This passage was to hold until {date}, which is past.",
      why: "",
      help: "Bring it up to date and move the day, or delete it with its mark.",
    },
    soon: {
      severity: "warning",
      what: "This passage holds until {date}, in {count} days.",
      why: "",
      help: "Bring it up to date and move the day.",
    },
    noDate: {
      severity: "warning",
      what: '"{date}" is no day of the calendar, so nobody will be reminded of this passage.',
      why: "",
      help: "Write a real day as YYYY-MM-DD.",
    },
    relative: {
      severity: "warning",
      what: '"{word}" meant a day when this was written, {age} days ago, and means another one now.',
      why: "",
      help: "Name the day.",
    },
  },
  check({ article, now, options, settings, report }) {
    for (const { range, date, end } of expiryMarks(article)) {
      if (end === undefined) report({ messageId: "noDate", range, data: { date } });
      else if (end <= now) report({ messageId: "past", range, data: { date } });
      else if (end - now <= NOTICE_DAYS * DAY) {
        report({ messageId: "soon", range, data: { date, count: Math.ceil((end - now) / DAY) } });
      }
    }

    const written = options.days === 0 ? undefined : latestDate(article, settings.site.timezone);
    if (written === undefined) return;
    const age = Math.floor((now - written) / DAY);
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
      data: { word: first.word, age },
      related: others.map(({ range, word }) => ({ range, message: word })),
    });
  },
});

/** The latest moment that any date of the article may mean. */
function latestDate(article: Article, timezone: string | undefined): number | undefined {
  const moments = dateFields(article).flatMap(({ text }) => {
    const date = readDate(text);
    return date === undefined || impossibility(date) ? [] : [spanOf(date, timezone).to];
  });
  return moments.length === 0 ? undefined : Math.max(...moments);
}
