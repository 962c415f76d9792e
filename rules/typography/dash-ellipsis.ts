import * as z from "zod";
import { alsoAt, defineRule, proseTextsOf } from "../../src/rules.js";
import {
  hyphensInRanges,
  lettersForTimes,
  wrongDashes,
  wrongEllipses,
  wrongInterpuncts,
} from "./lib/dashes.js";
import { locateMarks } from "./lib/mark-places.js";

export default defineRule({
  id: "typography/dash-ellipsis",
  summary:
    "Dashes, ellipses, interpuncts and multiplication signs are written with their own characters",
  fixes: ["safe"],
  references: ["GB/T 15834-2011", "https://www.w3.org/TR/clreq/#categories_of_punctuation_marks"],
  options: z.strictObject({
    lang: z
      .array(z.enum(["zh", "ja"]))
      .default(["zh"])
      .describe("Languages whose dash and ellipsis are two characters wide."),
    ranges: z
      .boolean()
      .default(false)
      .describe("Whether a hyphen between the two numbers of a range is reported as well."),
  }),
  messages: {
    ellipsis: {
      severity: "info",
      what: 'The ellipsis is written "{mark}" instead of "……"{places}.',
      why: "The standard ellipsis has six dots; other forms break across lines and are harder to search for.",
      help: "Write …… instead.",
    },
    dash: {
      severity: "info",
      what: 'The dash is written "{mark}" instead of "——"{places}.',
      why: "The standard dash is two characters wide; other forms look like a hyphen or a minus sign.",
      help: "Write —— without spaces around it.",
    },
    interpunct: {
      severity: "info",
      what: 'The parts of a name are separated by "{mark}" instead of "·"{places}.',
      why: "Search does not find the name, and a screen reader reads the mark aloud or pauses at it.",
      help: "Write · instead.",
    },
    times: {
      severity: "info",
      what: 'The letter "{mark}" is used as a multiplication sign{places}.',
      why: "A screen reader reads it as a letter.",
      help: "Write × instead.",
    },
    range: {
      severity: "info",
      what: 'The range "{mark}" is written with a hyphen{places}.',
      why: "A hyphen joins words, so readers may not recognize a range.",
      help: "Write an en dash instead; in Chinese and Japanese, write ～.",
    },
  },
  check({ article, options, report }) {
    const proses = proseTextsOf(article);
    const judged = proses.filter(({ language }) =>
      options.lang.some((known) => known === language),
    );
    const chinese = judged.filter(({ language }) => language === "zh");
    const kinds = [
      { messageId: "ellipsis", places: locateMarks(judged, wrongEllipses) },
      { messageId: "dash", places: locateMarks(judged, wrongDashes) },
      { messageId: "interpunct", places: locateMarks(chinese, wrongInterpuncts) },
      { messageId: "times", places: locateMarks(proses, lettersForTimes) },
      { messageId: "range", places: options.ranges ? locateMarks(proses, hyphensInRanges) : [] },
    ] as const;
    for (const { messageId, places } of kinds) {
      const [first, ...others] = places;
      if (first === undefined) continue;
      report({
        messageId,
        range: first.range,
        data: {
          mark: article.source.slice(first.range.start, first.range.end),
          places: places.length > 1 ? ` (${places.length} places)` : "",
        },
        related: alsoAt(others),
        fix: places.flatMap(({ edits }) => edits),
      });
    }
  },
});
