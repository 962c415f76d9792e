import * as z from "zod";
import { bySite, defineRule, excerpt, rangeSchema } from "../../src/rules.js";
import { foreignTags } from "./lib/foreign-tags.js";
import { otherMarkup } from "./lib/other-markup.js";

/** A site that has a plugin for such marks uses them in more articles, and more often. */
const MOST_ARTICLES = 2;
const MOST_USES = 6;

const plugged = z.object({ program: z.string(), text: z.string(), range: rangeSchema });

/** What other programs turn into something, and the engine of this site does not. */
export default defineRule({
  id: "template/foreign-markup",
  summary: "Text should not contain the markup of other programs",
  facts: z.array(plugged),
  messages: {
    mark: {
      severity: "warning",
      what: '"{text}" is markup of {program}, shown as text.',
      why: "Only that program turns it into what is meant; readers see it as it was typed.",
      help: "Write it in the markup of this article, or as code if readers are meant to see it.",
    },
  },
  check({ article, engine, report, leaveFact }) {
    const found = [...otherMarkup(article), ...foreignTags(article, engine)];
    for (const program of new Set(found.map((one) => one.program))) {
      const [first, ...others] = found.filter((one) => one.program === program && !one.plugin);
      if (first === undefined) continue;
      report({
        messageId: "mark",
        range: first.range,
        data: { text: excerpt(first.text), program },
        related: others.map(({ range }) => ({ range, message: "also here" })),
      });
    }
    const unsure = found.filter(({ plugin }) => plugin);
    if (unsure.length > 0)
      leaveFact(
        unsure.map(({ program, text, range: { start, end } }) => ({
          program,
          text: excerpt(text),
          range: { start, end },
        })),
      );
  },
  site({ articles, report }) {
    for (const site of bySite(articles)) {
      const uses = site.filter(({ fact }) => fact !== undefined);
      const count = uses.reduce((sum, { fact }) => sum + (fact?.length ?? 0), 0);
      if (uses.length > MOST_ARTICLES || count > MOST_USES) continue;
      for (const { facts, fact = [] } of uses) {
        const [first, ...others] = fact;
        if (first === undefined) continue;
        const { program, text, range } = first;
        report({
          path: facts.path,
          messageId: "mark",
          range,
          certainty: "likely",
          data: { text, program },
          related: others.map((one) => ({
            path: facts.path,
            range: one.range,
            message: "also here",
          })),
        });
      }
    }
  },
});
