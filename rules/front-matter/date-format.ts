import * as z from "zod";
import {
  dateFields,
  defineRule,
  type Edit,
  type FrontMatterEntry,
  impossibility,
  innerRange,
  readDate,
  replace,
  toIso,
  type WrittenDate,
  weekdayOf,
} from "../../src/rules.js";
import { isMissingValue } from "./lib/required-keys.js";

function writing(entry: FrontMatterEntry, text: string): readonly Edit[] {
  return [replace(innerRange(entry), text)];
}

/** The date as written and with day and month swapped, both in ISO 8601. */
function readings(date: WrittenDate): readonly string[] {
  return [date, { ...date, day: date.month, month: date.day }].map(toIso);
}

/** Dates in a format other than ISO 8601, which each parser reads differently. */
/** What readers of YAML take for a moment in UTC where no quotation marks make it a text. */
const IN_UTC = /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?$/;

export default defineRule({
  id: "front-matter/date-format",
  summary: "Dates are written in ISO 8601",
  fixes: ["safe", "suggestion"],
  references: ["RFC 3339", "HTML §2.3.5"],
  options: z.strictObject({
    formats: z
      .array(z.enum(["rfc822", "short", "slashes", "cjk", "day-month", "month-name", "ambiguous"]))
      .default([])
      .describe("Further formats to accept: those that your engine reads as you mean them."),
    timezone: z
      .enum(["auto", "required", "optional"])
      .default("auto")
      .describe(
        "Whether a time needs an offset: `auto` requires one if the engine has no time zone setting.",
      ),
  }),
  messages: {
    rfc822: {
      severity: "warning",
      what: 'The date "{text}" is in e-mail format, not in ISO 8601.',
      why: "YAML reads such a date as text, and every engine interprets the text in its own way.",
      help: "Write the date in ISO 8601: {iso}",
    },
    notIso: {
      severity: "warning",
      what: 'The date "{text}" is not in ISO 8601.',
      why: "Engines guess the date, ignore it or treat it as text.",
      help: "Write the date in ISO 8601: {iso}",
    },
    ambiguous: {
      severity: "warning",
      what: 'The date "{text}" can mean {first} or {second}.',
      why: "Engines read day and month in different orders, so the article can get the wrong date.",
      help: "Write {first} or {second}, whichever you mean.",
    },
    noOffset: {
      severity: "warning",
      what: 'The time "{text}" has no offset from UTC.',
      why: "The moment depends on the time zone of the machine that builds the site.",
      help: "Append Z or the offset of your time zone, as in 2022-03-01T16:20:30+08:00.",
    },
    unreadable: {
      severity: "warning",
      what: 'The value of "{key}" is not a date.',
      why: 'Engines cannot read "{text}", so they use the modification time of the file or stop.',
      help: "Write a date in ISO 8601, as in 2022-03-01.",
    },
  },
  check({ article, engine, options, report }) {
    for (const { entry, key, text } of dateFields(article)) {
      if (isMissingValue(text)) continue;
      const range = entry.valueRange;
      const date = readDate(text);
      if (date === undefined) {
        // Words under keys that also have other uses ("updated: weekly") are not mistyped dates.
        if (key === "date" || /\d/.test(text))
          report({ messageId: "unreadable", range, data: { key, text } });
        continue;
      }
      // An impossible date or a wrong weekday is reported as such; rewriting it would hide the mistake.
      if (impossibility(date) !== undefined) continue;
      const { form, time, offset } = date;
      if (form !== "ambiguous" && date.weekday !== undefined && date.weekday !== weekdayOf(date))
        continue;
      if (form === "iso-date") continue;
      if (form === "iso-datetime" && !time?.isTwelveHour) {
        const wanted =
          options.timezone === "required" ||
          (options.timezone === "auto" &&
            !engine.frontMatter.hasTimezone &&
            !(entry.style === "plain" && IN_UTC.test(text)));
        if (offset === undefined && wanted)
          report({ messageId: "noOffset", range, data: { text } });
        continue;
      }
      if (form !== "iso-datetime" && options.formats.includes(form)) continue;
      const canEdit = entry.style !== "block" && entry.style !== undefined;
      if (form === "ambiguous") {
        const [first = "", second = ""] = readings(date);
        const suggestions = canEdit
          ? [first, second].map((iso) => ({ message: `Write ${iso}`, edits: writing(entry, iso) }))
          : [];
        report({ messageId: "ambiguous", range, data: { text, first, second }, suggestions });
        continue;
      }
      const iso = toIso(date);
      const edits = writing(entry, iso);
      const messageId = form === "rfc822" ? "rfc822" : "notIso";
      const isSure = time === undefined || offset !== undefined;
      // Without an offset, the new format may be read in a different time zone from the old one.
      if (canEdit && isSure) report({ messageId, range, data: { text, iso }, fix: edits });
      else {
        const suggestions = canEdit ? [{ message: `Write ${iso}`, edits }] : [];
        report({ messageId, range, data: { text, iso }, suggestions });
      }
    }
  },
});
