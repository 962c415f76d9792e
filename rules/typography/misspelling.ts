import * as z from "zod";
import {
  alsoAt,
  defineRule,
  pagesOfWords,
  type Range,
  rangeSchema,
  replace,
} from "../../src/rules.js";
import { misspelledWords } from "./lib/misspelled-words.js";

/** A word of so many pages is one that the site means. */
const COMMON_PAGES = 3;

const slipSchema = z.strictObject({
  word: z.string(),
  meant: z.string(),
  places: z.array(rangeSchema.extend({ isPlain: z.boolean() })),
});
type Slip = z.output<typeof slipSchema>;

/** Slips in common English words, by a list that comes with copydesk; `text/spelling` looks all words up in dictionaries. */
export default defineRule({
  id: "typography/misspelling",
  summary: "Common English words are not misspelled",
  replacedBy: "text/spelling",
  fixes: ["suggestion"],
  facts: z.array(slipSchema),
  messages: {
    misspelled: {
      severity: "warning",
      what: '"{word}" looks like a misspelling of "{meant}"{places}.',
      why: "Readers stumble over misspelled words, and search does not find them.",
      help: 'Write "{meant}".',
    },
  },
  check({ article, leaveFact }) {
    const slips = new Map<string, Slip>();
    for (const { word, meant, range, isPlain } of misspelledWords(article)) {
      const place = { start: range.start, end: range.end, isPlain };
      const known = slips.get(word);
      if (known !== undefined) known.places.push(place);
      else slips.set(word, { word, meant, places: [place] });
    }
    if (slips.size > 0) leaveFact([...slips.values()]);
  },
  site({ articles, report }) {
    const pages = pagesOfWords(
      articles.map(({ facts: { path }, fact = [] }) => ({
        path,
        words: fact.map(({ word }) => word),
      })),
    );
    for (const {
      facts: { path },
      fact = [],
    } of articles) {
      for (const { word, meant, places } of fact) {
        if ((pages.get(word.toLowerCase()) ?? 0) >= COMMON_PAGES) continue;
        const [range, ...others] = places;
        if (range === undefined) continue;
        report({
          path,
          messageId: "misspelled",
          range: plainRange(range),
          certainty: "likely",
          data: { word, meant, places: others.length === 0 ? "" : ` (${places.length} places)` },
          related: alsoAt(others.map(plainRange)),
          suggestions: places.every(({ isPlain }) => isPlain)
            ? [
                {
                  message: `Write "${meant}"`,
                  edits: places.map((place) => replace(plainRange(place), meant)),
                },
              ]
            : [],
        });
      }
    }
  },
});

function plainRange({ start, end }: Range): Range {
  return { start, end };
}
