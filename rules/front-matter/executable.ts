import { defineRule } from "../../src/rules.js";

/** Front matter that some tools run as a program. copydesk never does. */
export default defineRule({
  id: "front-matter/executable",
  summary: "Front matter is data, not a program",
  references: ["CWE-94", "https://github.com/jonschlinkert/gray-matter/issues/131"],
  messages: {
    engine: {
      severity: "error",
      what: 'Front matter in "{language}" is run as a program by some tools.',
      why: "Anyone who can edit the article can run code on the machine that builds the site.",
      help: "Write the front matter in YAML between bare --- lines, and compute values in the site's code.",
    },
    tag: {
      severity: "error",
      what: 'The YAML tag "{language}" creates a program object.',
      why: "Parsers that support the tag let anyone who can edit the article run code, and all others fail.",
      help: "Remove the tag, and write the value as plain text, as a list, or as keys and values.",
    },
  },
  check({ article, report }) {
    for (const problem of article.problems) {
      if (problem.kind !== "front-matter-executable") continue;
      const { range, language } = problem;
      const messageId = language.startsWith("!") ? "tag" : "engine";
      report({ messageId, range, data: { language } });
    }
  },
});
