import * as z from "zod";
import {
  dateFields,
  defineRule,
  type Edit,
  type FrontMatterEntry,
  impossibility,
  innerRange,
  readDate,
  toIso,
  type WrittenDate,
  weekdayOf,
} from "../../src/rules.js";
import { isMissingValue } from "./lib/required-keys.js";

function replace(entry: FrontMatterEntry, text: string): readonly Edit[] {
  return [{ ...innerRange(entry), text }];
}

/** Whether day and month may have been swapped by a reader, and how each reads. */
function readings(date: WrittenDate): readonly string[] {
  return [date, { ...date, day: date.month, month: date.day }].map(toIso);
}

/** Dates in other forms than ISO 8601, which each reader takes differently. */
export default defineRule({
  id: "front-matter/date-format",
  summary: "Dates are written in ISO 8601",
  fixes: ["safe", "suggestion"],
  references: ["RFC 3339", "HTML §2.3.5"],
  options: z.strictObject({
    formats: z
      .array(z.enum(["rfc822", "short", "slashes", "cjk", "day-month", "month-name", "ambiguous"]))
      .default([])
      .describe("Further forms to accept: those your engine reads as you mean them."),
    timezone: z
      .enum(["auto", "required", "optional"])
      .default("auto")
      .describe(
        "Whether a time needs an offset: `auto` asks for one where the engine has no time zone setting.",
      ),
  }),
  messages: {
    rfc822: {
      severity: "warning",
      what: 'The date "{text}" is in the form of e-mail headers, which YAML reads as text and each engine reads in another way.',
      why: "",
      help: "Write it in ISO 8601: {iso}",
    },
    notIso: {
      severity: "warning",
      what: 'The date "{text}" is not in ISO 8601, so readers guess it, drop it or take it for text.',
      why: "",
      help: "Write it in ISO 8601: {iso}",
    },
    ambiguous: {
      severity: "warning",
      what: 'The date "{text}" is {first} to some readers and {second} to others.',
      why: "",
      help: "Write it in ISO 8601, year first.",
    },
    noOffset: {
      severity: "warning",
      what: 'The time "{text}" has no offset, so it is another moment on every machine that builds the site.',
      why: "",
      help: "Append Z or the offset of your time zone, as in 2022-03-01T16:20:30+08:00.",
    },
    unreadable: {
      severity: "warning",
      what: '"{text}" is no date that readers understand, so they use the time of the file or fail.',
      why: "",
      help: "Write it in ISO 8601, as in 2022-03-01.",
    },
  },
  check({ article, engine, options, report }) {
    for (const { entry, key, text } of dateFields(article)) {
      if (isMissingValue(text)) continue;
      const range = entry.valueRange;
      const date = readDate(text);
      if (date === undefined) {
        // Words under keys that also name other things ("updated: weekly") are no slips of a date.
        if (key === "date" || /\d/.test(text))
          report({ messageId: "unreadable", range, data: { text } });
        continue;
      }
      // An impossible date or a wrong weekday is reported as such; rewriting it would hide the slip.
      if (impossibility(date) !== undefined) continue;
      const { form, time, offset } = date;
      if (form !== "ambiguous" && date.weekday !== undefined && date.weekday !== weekdayOf(date))
        continue;
      if (form === "iso-date") continue;
      if (form === "iso-datetime" && !time?.isTwelveHour) {
        const wanted =
          options.timezone === "required" ||
          (options.timezone === "auto" && !engine.frontMatter.hasTimezone);
        if (offset === undefined && wanted)
          report({ messageId: "noOffset", range, data: { text } });
        continue;
      }
      if (form !== "iso-datetime" && options.formats.includes(form)) continue;
      const canEdit = entry.style !== "block" && entry.style !== undefined;
      if (form === "ambiguous") {
        const [first = "", second = ""] = readings(date);
        const suggestions = canEdit
          ? [first, second].map((iso) => ({ message: `Write ${iso}`, edits: replace(entry, iso) }))
          : [];
        report({ messageId: "ambiguous", range, data: { text, first, second }, suggestions });
        continue;
      }
      const iso = toIso(date);
      const edits = replace(entry, iso);
      const messageId = form === "rfc822" ? "rfc822" : "notIso";
      const isSure = time === undefined || offset !== undefined;
      // Without an offset the new form may be read in another time zone than the old one was.
      if (canEdit && isSure) report({ messageId, range, data: { text, iso }, fix: edits });
      else {
        const suggestions = canEdit ? [{ message: `Write ${iso}`, edits }] : [];
        report({ messageId, range, data: { text, iso }, suggestions });
      }
    }
  },
});
