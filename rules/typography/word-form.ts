import {
  type Article,
  ancestorOf,
  defineRule,
  excerpt,
  type Paragraph,
  proseTextsOf,
  replace,
} from "../../src/rules.js";
import { wrongForms } from "./lib/word-forms.js";

/** Forms of English words that the word or number next to them does not allow. */
export default defineRule({
  id: "typography/word-form",
  summary: "English words have the form that the next word or the number asks for",
  fixes: ["suggestion"],
  messages: {
    form: {
      severity: "warning",
      what: '"{text}" is the wrong form in English.',
      why: "Readers stumble over it.",
      help: 'Write "{meant}".',
    },
  },
  check({ article, report }) {
    for (const prose of proseTextsOf(article)) {
      const { paragraph, text, language } = prose;
      if (language !== "en" || isQuoted(article, paragraph)) continue;
      for (const { start, end, meant } of wrongForms(text)) {
        const range = paragraph.rangeOf(start, end);
        report({
          messageId: "form",
          range,
          data: { text: excerpt(text.slice(start, end)), meant },
          suggestions: prose.isPlain(start, end)
            ? [{ message: `Write "${meant}"`, edits: [replace(range, meant)] }]
            : [],
        });
      }
    }
  },
});

function isQuoted(article: Article, { element }: Paragraph): boolean {
  if (element === undefined) return false;
  return (
    element.tagName === "blockquote" || ancestorOf(article, element, ["blockquote"]) !== undefined
  );
}
