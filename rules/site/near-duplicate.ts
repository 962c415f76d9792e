import * as z from "zod";
import { type ArticleFacts, bySite, defineRule } from "../../src/rules.js";
import { kinshipOf } from "./lib/families.js";
import { nearDuplicates } from "./lib/near-duplicates.js";
import { isShown, oldestFirst, publicationOf } from "./lib/publication.js";
import { NEAR_DUPLICATE, type SketchFact, sketchArticle, sketchSchema } from "./lib/text-sketch.js";

interface Entry {
  readonly facts: ArticleFacts;
  readonly fact: SketchFact;
}

export default defineRule({
  id: NEAR_DUPLICATE,
  summary: "Articles of a site have different texts",
  references: [
    "Broder: On the resemblance and containment of documents, 1997",
    "Li, Owen, Zhang: One Permutation Hashing, NIPS 2012",
  ],
  options: z.strictObject({
    threshold: z
      .number()
      .min(0.5)
      .max(1)
      .default(0.8)
      .describe(
        "Smallest share of the wording that two articles must have in common, from 0.5 to 1, for the later one to be reported.",
      ),
    minWords: z
      .int()
      .min(20)
      .default(80)
      .describe(
        "Smallest number of words of an article that is compared; a Chinese, Japanese or Korean character counts as one.",
      ),
  }),
  facts: sketchSchema,
  messages: {
    copy: {
      severity: "warning",
      what: "This article shares {share}% of its wording with another article.",
      why: "Readers and search engines find the text of {original} under two URLs.",
      help: "Delete one of the two and redirect its URL, or set canonical to the URL of the original.",
    },
  },
  check({ article, engine, options, leaveFact }) {
    const publication = publicationOf(article, engine);
    if (publication === undefined) return;
    const { minima, words } = sketchArticle(article);
    const { threshold } = options;
    if (words >= options.minWords) leaveFact({ ...publication, minima, threshold });
  },
  site({ site, articles, report }) {
    for (const group of bySite(articles)) {
      const entries = oldestFirst(
        group.flatMap(({ facts, fact }): readonly Entry[] => {
          const isPage = fact !== undefined && isShown(site, facts.path);
          return isPage ? [{ facts, fact }] : [];
        }),
      );
      const areKin = kinshipOf(group.map(({ facts }) => facts));
      const { found } = nearDuplicates({
        sketches: entries.map(({ fact }) => fact.minima),
        thresholdOf: (index) => entries[index]?.fact.threshold ?? 1,
        mayBeAlike: (copy, original, share) => {
          const [one, other] = [entries[copy]?.facts, entries[original]?.facts];
          return one !== undefined && other !== undefined && areKin(one, other, share);
        },
      });
      for (const { copy, original, share } of found) {
        const { facts, fact } = entries[copy] ?? {};
        const first = entries[original];
        if (facts === undefined || fact === undefined || first === undefined) continue;
        report({
          messageId: "copy",
          path: facts.path,
          range: fact.titleRange,
          certainty: "likely",
          // Neither text stays as it is while somebody works on one of them.
          concerns: { scope: "articles", key: "" },
          data: { share: Math.floor(share * 100), original: first.facts.path },
          related: [
            { path: first.facts.path, range: first.fact.titleRange, message: "The original" },
          ],
        });
      }
    }
  },
});
