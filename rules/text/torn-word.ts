import { defineRule, proseTextsOf, replace } from "../../src/rules.js";
import { mayBeTorn, tornWords, wordsOf } from "./lib/words/torn-words.js";

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
    if (!proses.some(({ text }) => mayBeTorn(text))) return;
    const known = wordsOf(proses);
    for (const { paragraph, text } of proses) {
      for (const { start, end, word } of tornWords(text, known)) {
        const range = paragraph.rangeOf(start, end);
        report({
          messageId: "torn",
          range,
          data: { word },
          suggestions: [{ message: `Write "${word}"`, edits: [replace(range, word)] }],
        });
      }
    }
  },
});
