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

/** Dates that do not exist: engines roll them over to another day without a word. */
export default defineRule({
  id: "front-matter/date-invalid",
  summary: "Dates exist",
  fixes: ["suggestion"],
  references: ["RFC 3339 §5.7"],
  messages: {
    day: {
      severity: "error",
      what: '"{text}" does not exist: {month} {year} has {days} days. Engines silently take another day.',
      why: "",
      help: "Write the day that was meant.",
    },
    month: {
      severity: "error",
      what: '"{text}" does not exist: there is no month {number}. Engines silently take another date, or none.',
      why: "",
      help: "Write year, month and day in this order, as in 2022-03-01.",
    },
    time: {
      severity: "error",
      what: '"{text}" holds a time of day or an offset that does not exist, so engines take another moment, or none.',
      why: "",
      help: "Hours run from 00 to 23, minutes from 00 to 59, offsets to 14:00.",
    },
    weekday: {
      severity: "error",
      what: '"{text}" is wrong in itself: that day was a {right}. One of the two is a slip, and readers ignore the weekday.',
      why: "",
      help: "Correct the weekday or the date.",
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
          data: { text, right: weekdayName(right) },
          suggestions,
        });
      }
    }
  },
});
