import { defineRule, proseTextsOf, replace } from "../../src/rules.js";
import { tornPlaces, wordsOf } from "./lib/words/torn-words.js";

/** Words that the end of a line has torn in two, in the source or in what the text was copied from. */
export default defineRule({
  id: "text/torn-word",
  summary: "A word should not be torn by the end of a line",
  fixes: ["suggestion"],
  messages: {
    torn: {
      severity: "warning",
      what: 'The word "{word}" is torn by a hyphen and a space.',
      why: "Readers see two words, and search finds neither.",
      help: "Write the word in one piece.",
    },
  },
  check({ article, report }) {
    const proses = proseTextsOf(article);
    const places = proses.flatMap((prose) =>
      tornPlaces(prose.text).map((place) => ({ ...place, prose })),
    );
    if (places.length === 0) return;
    const known = wordsOf(proses);
    for (const { start, end, forms, prose } of places) {
      const word = forms.find((form) => known.has(form.toLowerCase()));
      if (word === undefined) continue;
      const range = prose.paragraph.rangeOf(start, end);
      report({
        messageId: "torn",
        range,
        data: { word },
        suggestions: [{ message: `Write "${word}"`, edits: [replace(range, word)] }],
      });
    }
  },
});
