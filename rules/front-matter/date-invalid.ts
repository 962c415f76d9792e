import {
  dateFields,
  daysInMonth,
  defineRule,
  impossibility,
  monthName,
  readDate,
  weekdayLike,
  weekdayName,
  weekdayOf,
} from "../../src/rules.js";

/** Dates that do not exist: engines silently roll them over to another day. */
export default defineRule({
  id: "front-matter/date-invalid",
  summary: "Dates exist",
  fixes: ["suggestion"],
  references: ["RFC 3339 §5.7"],
  messages: {
    day: {
      severity: "error",
      what: 'The date "{text}" does not exist: {month} {year} has {days} days.',
      why: "Engines silently use another day instead.",
      help: "Write a day from 1 to {days}.",
    },
    month: {
      severity: "error",
      what: 'The date "{text}" does not exist: {number} is not a month.',
      why: "Engines silently use another date, or none.",
      help: "Write year, month and day in this order, as in 2022-03-01.",
    },
    time: {
      severity: "error",
      what: 'The date "{text}" has a time or an offset that does not exist.',
      why: "Engines silently use another moment, or none.",
      help: "Write hours from 00 to 23, minutes from 00 to 59, and an offset of at most 14:00.",
    },
    weekday: {
      severity: "error",
      what: 'The weekday in "{text}" is wrong: the date is a {right}.',
      why: "Engines ignore the weekday, so a typo in the date goes unnoticed.",
      help: "Write {written}, or correct the date.",
    },
  },
  check({ article, report }) {
    for (const { entry, text } of dateFields(article)) {
      const date = readDate(text);
      if (date === undefined) continue;
      const range = entry.valueRange;
      const reason = impossibility(date);
      const { year, month, day, weekday, weekdayText = "" } = date;
      if (reason === "day") {
        const days = daysInMonth(year, month);
        report({ messageId: "day", range, data: { text, month: monthName(month), year, days } });
      } else if (reason === "month") {
        report({
          messageId: "month",
          range,
          data: { text, number: date.form === "day-month" ? Math.max(month, day) : month },
        });
      } else if (reason !== undefined) {
        report({ messageId: "time", range, data: { text } });
      } else if (
        weekday !== undefined &&
        weekday !== weekdayOf(date) &&
        date.form !== "ambiguous"
      ) {
        const right = weekdayOf(date);
        const at =
          entry.valueRange.start +
          article.source.slice(range.start, range.end).indexOf(weekdayText);
        const edits = [
          { start: at, end: at + weekdayText.length, text: weekdayLike(weekdayText, right) },
        ];
        const suggestions = [{ message: `Write ${weekdayLike(weekdayText, right)}`, edits }];
        report({
          messageId: "weekday",
          range,
          data: { text, right: weekdayName(right), written: weekdayLike(weekdayText, right) },
          suggestions,
        });
      }
    }
  },
});
