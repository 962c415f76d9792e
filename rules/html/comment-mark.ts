import * as z from "zod";
import {
  bySite,
  defineRule,
  excerpt,
  misspeltMarker,
  rangeOf,
  rangeSchema,
  replace,
} from "../../src/rules.js";
import { type CommentMark, marksIn, misspelt } from "./lib/comment-marks.js";
import { lostEnds, pairedMarks } from "./lib/paired-marks.js";

/** Programs read a few names; each is compared with every other. */
const MOST_NAMES = 300;

const markSchema = z.strictObject({ name: z.string(), isBare: z.boolean(), range: rangeSchema });

/** Comments that a program of the site reads, by what the other articles show of them. */
export default defineRule({
  id: "html/comment-mark",
  summary: "Comments that programs read are spelled and paired as elsewhere on the site",
  fixes: ["suggestion"],
  facts: z.array(markSchema),
  messages: {
    misspelt: {
      severity: "warning",
      what: 'The comment "{written}" is probably a misspelling of "{meant}".',
      why: 'The site has {count} comments "{meant}" and one "{written}", which the program that reads them may not have.',
      help: 'Write "{meant}".',
    },
    unclosed: {
      severity: "warning",
      what: 'The comment "{comment}" has no "{end}" after it.',
      why: "{count} others of the site have one. What follows is taken for a part of it.",
      help: 'Write "{end}" where it ends.',
    },
    stray: {
      severity: "warning",
      what: 'The comment "{comment}" has no "{name}" before it.',
      why: "{count} others of the site have one. The text before it is not where it should be.",
      help: 'Write "{name}" where it begins, or delete this comment.',
    },
  },
  check({ article, engine, leaveFact }) {
    // `seo/description` tells of marks for the end of an excerpt.
    const told = engine.links.listsShowPosts ? misspeltMarker(article)?.range : undefined;
    const marks = marksIn(
      article.comments.map((comment) => ({ text: comment.value, range: rangeOf(comment) })),
      article.source,
    ).filter(({ range }) => range.start !== told?.start);
    if (marks.length > 0) leaveFact([...marks]);
  },
  site({ articles, report }) {
    for (const members of bySite(articles)) {
      const placed = members.flatMap(({ facts, fact = [] }) =>
        fact.length === 0 ? [] : [{ path: facts.path, marks: fact }],
      );
      const all = placed.flatMap(({ marks }): readonly CommentMark[] => marks);
      if (new Set(all.map(({ name }) => name)).size > MOST_NAMES) continue;
      const slips = misspelt(all);
      const pairs = pairedMarks(placed.map(({ marks }) => marks));
      for (const { path, marks } of placed) {
        for (const mark of marks) {
          const slip = slips.get(mark.name);
          if (slip === undefined) continue;
          const { range, name: written } = mark;
          const suggestions = [
            { message: `Write "${slip.meant}"`, edits: [replace(range, slip.meant)] },
          ];
          const data = { written: excerpt(written), ...slip };
          report({ path, range, messageId: "misspelt", certainty: "likely", data, suggestions });
        }
        for (const { kind, mark, pair } of lostEnds(marks, pairs)) {
          const { name, end, count } = pair;
          const place = { path, range: mark.range, certainty: "likely" } as const;
          const comment = mark.name;
          if (kind === "unclosed")
            report({ ...place, messageId: "unclosed", data: { comment, end, count } });
          else report({ ...place, messageId: "stray", data: { comment, name, count } });
        }
      }
    }
  },
});
