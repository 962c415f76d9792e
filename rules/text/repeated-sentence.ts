import * as z from "zod";
import { defineRule, largest, rangeSchema } from "../../src/rules.js";
import { repeatedSentences } from "./lib/repeated-sentences.js";

/** A repetition in this many articles is boilerplate. */
const BOILERPLATE_ARTICLES = 3;
/** More repetitions than this in one article are one finding with all places. */
const MOST_SINGLE = 3;

/** What `check` leaves for `site`; only `site` knows what is boilerplate. */
const repetitionSchema = z.strictObject({
  hash: z.string(),
  range: rangeSchema,
  first: rangeSchema,
  paragraphs: z.tuple([z.string(), z.string()]),
  exact: z.boolean(),
});

export default defineRule({
  id: "text/repeated-sentence",
  summary: "A long sentence should not appear twice in an article",
  options: z.strictObject({
    minWeight: z
      .int()
      .min(40)
      .default(80)
      .describe(
        "Shortest repeated passage that is reported, in weighted length (a CJK character counts 2).",
      ),
    similarity: z
      .number()
      .min(0.5)
      .max(1)
      .default(0.9)
      .describe(
        "Share of five-word sequences that two sentences must have in common to count as the same.",
      ),
  }),
  facts: z.array(repetitionSchema),
  messages: {
    repeated: {
      severity: "warning",
      what: "This passage repeats an earlier one word for word.",
      why: "Readers meet the same words again and take the second copy for a mistake.",
      help: "Keep it in one of the two places, or reword it here.",
    },
    similar: {
      severity: "warning",
      what: "This sentence repeats an earlier one almost word for word.",
      why: "Readers meet nearly the same words again and take the second copy for a mistake.",
      help: "Keep it in one of the two places, or reword it here.",
    },
    several: {
      severity: "warning",
      what: "From here on, {count} passages repeat earlier ones.",
      why: "Readers meet the same words again and take the second copies for mistakes.",
      help: "Keep each passage in one place, or reword the second copy.",
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
        return largest(counts, articlesWith.get(hash) ?? 0) < BOILERPLATE_ARTICLES;
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
            { range: slip.first, message: "first copy" },
            ...others.flatMap(({ range, first }) => [
              { range, message: "another repeated passage" },
              { range: first, message: "first copy" },
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
          related: [{ range: first, message: exact ? "first copy" : "the similar sentence" }],
        });
      }
    }
  },
});
