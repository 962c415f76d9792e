import { defineRule, proseTextsOf, replace } from "../../src/rules.js";
import { cutOffs } from "./lib/words/cut-off.js";
import { tornPlaces, wordsOf } from "./lib/words/torn-words.js";

/** Words that the end of a line has torn in two, and sentences without their end. */
export default defineRule({
  id: "text/torn-word",
  summary: "A word should not be torn by the end of a line, and a sentence should have its end",
  fixes: ["suggestion"],
  messages: {
    torn: {
      severity: "warning",
      what: 'The word "{word}" is torn by a hyphen and a space.',
      why: "Readers see two words, and search finds neither.",
      help: "Write the word in one piece.",
    },
    cutOff: {
      severity: "warning",
      what: 'This sentence breaks off after "{word}".',
      why: "Readers miss the rest of it: no sentence ends with this word.",
      help: "Write the rest of the sentence, or delete its beginning.",
    },
  },
  check({ article, report }) {
    for (const { word, range } of cutOffs(article))
      report({ messageId: "cutOff", range, certainty: "likely", data: { word } });
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
