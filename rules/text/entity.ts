import { defineRule, excerpt, replace } from "../../src/rules.js";
import { programEscapes, shownEntities } from "./lib/entities.js";
import { readableTextsOf } from "./lib/readable-texts.js";

export default defineRule({
  id: "text/entity",
  summary: "Character references should not reach readers as they were typed",
  fixes: ["suggestion"],
  references: ["HTML §13.5", "CommonMark §2.5"],
  messages: {
    doubled: {
      severity: "warning",
      what: 'Readers see "{shown}" here: the reference is escaped twice.',
      why: "A program that escaped the text escaped it once more, or it was pasted from escaped text.",
      help: "Write {meant}, or put it in code if readers are meant to see it.",
    },
    misspelt: {
      severity: "warning",
      what: 'There is no character reference "{shown}".',
      why: "Readers see it as it was typed.",
      help: "Write {meant}.",
    },
    unfinished: {
      severity: "warning",
      what: 'The character reference "{shown}" has no semicolon.',
      why: "Without it Markdown takes it for text, and readers see it as it was typed.",
      help: "Write {meant}.",
    },
    escape: {
      severity: "warning",
      what: 'Readers see "{shown}" here: it is written as in the code of a program.',
      why: "A program wrote the text as a string, and nothing turned it back.",
      help: "Write {meant}, or put it in code if readers are meant to see it.",
    },
    torn: {
      severity: "warning",
      what: '"{shown}" is what is left of a character reference.',
      why: "A program tore it apart, and readers see what is left of it.",
      help: "Write {meant}.",
    },
  },
  check({ article, report }) {
    for (const readable of readableTextsOf(article)) {
      if (readable.place === "title" || readable.place === "description") continue;
      for (const { start, end, meant } of programEscapes(readable.text)) {
        const shown = readable.text.slice(start, end);
        report({
          messageId: "escape",
          range: readable.rangeOf(start, end),
          data: { shown, meant },
        });
      }
      for (const { kind, start, end, meant } of shownEntities(article, readable)) {
        const range = readable.rangeOf(start, end);
        const isExact = readable.place !== "alt" || readable.isPlain(start, end);
        report({
          messageId: kind,
          range,
          data: { shown: excerpt(readable.text.slice(start, end)), meant },
          suggestions: isExact
            ? [{ message: `Write ${meant}`, edits: [replace(range, meant)] }]
            : [],
        });
      }
    }
  },
});
