import { defineRule } from "../../src/rules.js";

/** Front matter that some tools run as a program. copydesk never does. */
export default defineRule({
  id: "front-matter/executable",
  summary: "Front matter is data, not a program",
  references: ["CWE-94", "https://github.com/jonschlinkert/gray-matter/issues/131"],
  messages: {
    engine: {
      severity: "error",
      what: 'Front matter in "{language}" is run as a program by gray-matter, and so by Eleventy, older Docusaurus and Gatsby, VitePress blogs and md-to-pdf: whoever edits the article runs code on the build machine.',
      why: "",
      help: "Write the front matter in YAML between bare --- lines, and compute values in the site's code.",
    },
    tag: {
      severity: "error",
      what: 'The tag "{language}" asks the reader to build a program object; readers that obey run code, the others fail.',
      why: "",
      help: "Write the value as plain text, a list or keys and values.",
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
