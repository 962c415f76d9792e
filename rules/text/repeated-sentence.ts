import * as z from "zod";
import { defineRule, rangeSchema } from "../../src/rules.js";
import { repeatedSentences } from "./lib/repeated-sentences.js";

const ID = "text/repeated-sentence";
/** A repetition that this many articles show is boilerplate. */
const BOILERPLATE_ARTICLES = 3;
/** More repetitions than this in one article are its manner: one finding with all places. */
const MOST_SINGLE = 3;

/** What `check` leaves for `site`, which alone knows what is boilerplate. */
const repetitionSchema = z.strictObject({
  hash: z.string(),
  range: rangeSchema,
  first: rangeSchema,
  paragraphs: z.tuple([z.string(), z.string()]),
  exact: z.boolean(),
});

export default defineRule({
  id: ID,
  summary: "A long sentence should not come twice in an article",
  options: z.strictObject({
    minWeight: z
      .int()
      .min(40)
      .default(80)
      .describe("Least weighted length of a repeated passage (a CJK character counts 2)."),
    similarity: z
      .number()
      .min(0.5)
      .max(1)
      .default(0.9)
      .describe("Share of five-word runs two sentences must have in common to count as the same."),
  }),
  facts: z.array(repetitionSchema),
  messages: {
    repeated: {
      severity: "warning",
      what: "This passage already stands earlier in the article, word for word.",
      why: "",
      help: "Keep it in one of the two places, or say it differently here.",
    },
    similar: {
      severity: "warning",
      what: "This sentence stands earlier in the article almost word for word.",
      why: "",
      help: "Keep it in one of the two places, or say it differently here.",
    },
    several: {
      severity: "warning",
      what: "{count} passages from here on already stand earlier in the article, word for word or nearly so.",
      why: "",
      help: "Keep each in one place, or say it differently the second time.",
    },
  },
  check: ({ article, options, leaveFact }) => {
    const repetitions = repeatedSentences(article, options.minWeight, options.similarity);
    if (repetitions.length > 0) leaveFact([...repetitions]);
  },
  site: ({ site, articles, report }) => {
    const left = articles.flatMap(({ facts, fact: repetitions }) =>
      repetitions === undefined ? [] : [{ path: facts.path, repetitions }],
    );
    const articlesWith = new Map<string, number>();
    for (const { repetitions } of left) {
      for (const hash of new Set(repetitions.map((repetition) => repetition.hash))) {
        articlesWith.set(hash, (articlesWith.get(hash) ?? 0) + 1);
      }
    }
    for (const { path, repetitions } of left) {
      const slips = repetitions.filter(({ hash, paragraphs }) => {
        const counts = paragraphs.map((paragraph) => site.articlesWithParagraph(paragraph));
        return Math.max(articlesWith.get(hash) ?? 0, ...counts) < BOILERPLATE_ARTICLES;
      });
      const [slip, ...others] = slips;
      if (slip === undefined) continue;
      if (slips.length > MOST_SINGLE) {
        report({
          path,
          messageId: "several",
          range: slip.range,
          data: { count: slips.length },
          related: [
            { range: slip.first, message: "stands here before" },
            ...others.flatMap(({ range, first }) => [
              { range, message: "this passage too" },
              { range: first, message: "stands here before" },
            ]),
          ],
        });
        continue;
      }
      for (const { range, first, exact } of slips) {
        report({
          path,
          messageId: exact ? "repeated" : "similar",
          range,
          related: [{ range: first, message: exact ? "first copy" : "the sentence like it" }],
        });
      }
    }
  },
});
