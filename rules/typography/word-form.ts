import {
  type Article,
  ancestorOf,
  defineRule,
  excerpt,
  type Paragraph,
  proseTextsOf,
  replace,
} from "../../src/rules.js";
import { wrongPhrases } from "./lib/phrase-slips.js";
import { type WordForm, wrongForms } from "./lib/word-forms.js";

/** Forms of English words that the words or numbers next to them do not allow. */
export default defineRule({
  id: "typography/word-form",
  summary: "English words have the form that the words or numbers next to them ask for",
  fixes: ["suggestion"],
  messages: {
    form: {
      severity: "warning",
      what: '"{text}" is the wrong form in English.',
      why: "Readers stumble over it.",
      help: 'Write "{meant}".',
    },
    sequence: {
      severity: "warning",
      what: '"{text}" are words that do not follow each other in English.',
      why: "One of them was left after a change, or one between them is missing.",
      help: "Delete the word that is too many, or write the one that is missing.",
    },
  },
  check({ article, report }) {
    for (const prose of proseTextsOf(article)) {
      const { paragraph, text, language } = prose;
      if (language !== "en" || isQuoted(article, paragraph)) continue;
      for (const { start, end, meant } of formsIn(text)) {
        const range = paragraph.rangeOf(start, end);
        const written = excerpt(text.slice(start, end).replace(/\s+/g, " "));
        if (meant === "") {
          report({ messageId: "sequence", range, data: { text: written } });
          continue;
        }
        report({
          messageId: "form",
          range,
          data: { text: written, meant },
          suggestions: prose.isPlain(start, end)
            ? [{ message: `Write "${meant}"`, edits: [replace(range, meant)] }]
            : [],
        });
      }
    }
  },
});

function formsIn(text: string): readonly WordForm[] {
  const forms = wrongForms(text);
  const phrases = wrongPhrases(text).filter(({ start, end }) =>
    forms.every((form) => form.end <= start || form.start >= end),
  );
  return [...forms, ...phrases].sort((left, right) => left.start - right.start);
}

function isQuoted(article: Article, { element }: Paragraph): boolean {
  if (element === undefined) return false;
  return (
    element.tagName === "blockquote" || ancestorOf(article, element, ["blockquote"]) !== undefined
  );
}
