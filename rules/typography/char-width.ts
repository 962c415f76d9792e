import { alsoAt, defineRule, proseTextsOf } from "../../src/rules.js";
import { narrowCount, narrowKana, wideCount, wideWords } from "./lib/char-width.js";
import { locateMarks } from "./lib/mark-places.js";

/** How many times as many half-width words make them the article's style. */
const CLEARLY_MORE = 2;

export default defineRule({
  id: "typography/char-width",
  summary: "Katakana are full-width, Latin letters and digits as in the rest of the article",
  fixes: ["safe"],
  references: ["https://www.unicode.org/reports/tr11/", "https://www.w3.org/TR/jlreq/"],
  messages: {
    katakana: {
      severity: "warning",
      what: 'The half-width "{text}" appears in the text{places}.',
      why: "Such characters exist for old devices; searches miss them, and they look squeezed.",
      help: "Write the full-width characters.",
    },
    latin: {
      severity: "warning",
      what: 'The full-width "{text}" appears in a text with half-width words{places}.',
      why: "Searches miss it, and the letters are further apart than those of the other words.",
      help: "Write half-width letters and digits.",
    },
  },
  check({ article, report }) {
    const proses = proseTextsOf(article);
    const wide = wideCount(proses);
    const isNarrow = wide > 0 && narrowCount(proses) >= CLEARLY_MORE * wide;
    const kinds = [
      { messageId: "katakana", places: locateMarks(proses, narrowKana) },
      { messageId: "latin", places: isNarrow ? locateMarks(proses, wideWords) : [] },
    ] as const;
    for (const { messageId, places } of kinds) {
      const [first, ...others] = places;
      if (first === undefined) continue;
      const { start, end } = first.range;
      report({
        messageId,
        range: first.range,
        data: {
          text: article.source.slice(start, Math.min(end, start + 20)),
          places: others.length > 0 ? ` (${others.length + 1} places)` : "",
        },
        related: alsoAt(others),
        fix: places.flatMap(({ edits }) => edits),
      });
    }
  },
});
