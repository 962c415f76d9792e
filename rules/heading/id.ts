import * as z from "zod";
import { bySite, defineRule } from "../../src/rules.js";

/** At most one heading in so many may be without an id, or it is no habit. */
const LEAST_RATIO = 50;
/** An article has the habit with so many headings that have ids. */
const LEAST_IN_ARTICLE = 2;

export default defineRule({
  id: "heading/id",
  summary: "Headings have ids of their own where those of the site do",
  options: z.strictObject({
    least: z
      .int()
      .min(1)
      .default(50)
      .describe("How many headings with ids of their own show that the site gives one to each."),
  }),
  messages: {
    missing: {
      severity: "warning",
      what: "This heading has no id of its own, unlike the others.",
      why: "{count} headings of the site have one: links to it break when the wording changes.",
      help: "Add an id, written as with the other headings.",
    },
  },
  site({ articles, report }) {
    for (const members of bySite(articles)) {
      const sections = members
        .filter(({ facts }) => facts.format !== "html" && facts.route.published)
        .map(({ facts, options }) => ({
          path: facts.path,
          least: options.least,
          headings: facts.headings.filter(({ level, text }) => level > 1 && text !== ""),
        }));
      const all = sections.flatMap(({ headings }) => headings);
      const count = all.filter(({ id }) => id !== undefined).length;
      if (all.length - count > Math.max(1, count / LEAST_RATIO)) continue;
      for (const { path, headings, least } of sections) {
        const bare = headings.filter(({ id }) => id === undefined);
        if (count < least || headings.length - bare.length < LEAST_IN_ARTICLE) continue;
        for (const { range } of bare)
          report({ path, range, messageId: "missing", data: { count } });
      }
    }
  },
});
