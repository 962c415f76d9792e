import * as z from "zod";
import { defineRule, proseTextsOf } from "../../src/rules.js";
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
  summary: "Dashes, ellipses, interpuncts and multiplication signs are the marks made for it",
  fixes: ["safe"],
  references: ["GB/T 15834-2011", "https://www.w3.org/TR/clreq/#categories_of_punctuation_marks"],
  options: z.strictObject({
    lang: z
      .array(z.enum(["zh", "ja"]))
      .default(["zh"])
      .describe("Languages with dashes and ellipses of two characters."),
    ranges: z
      .boolean()
      .default(false)
      .describe("Whether a hyphen between two numbers of a range is flagged as well."),
  }),
  messages: {
    ellipsis: {
      severity: "info",
      what: 'The ellipsis is written "{mark}", not with the six dots of Chinese writing{places}.',
      why: "",
      help: "Write …… instead.",
    },
    dash: {
      severity: "info",
      what: 'The dash is written "{mark}", not as the dash of two characters{places}.',
      why: "",
      help: "Write —— without spaces.",
    },
    interpunct: {
      severity: "info",
      what: 'The parts of a name are divided by "{mark}", which search and reading aloud take for another mark{places}.',
      why: "",
      help: "Write · instead.",
    },
    times: {
      severity: "info",
      what: 'The letter "{mark}" stands for a multiplication sign{places}.',
      why: "",
      help: "Write × instead.",
    },
    range: {
      severity: "info",
      what: 'The range "{mark}" is written with a hyphen, which joins words{places}.',
      why: "",
      help: "Write an en dash; in Chinese and Japanese write ～ instead.",
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
        related: others.map(({ range }) => ({ range, message: "here too" })),
        fix: places.flatMap(({ edits }) => edits),
      });
    }
  },
});
