import { defineRule } from "../../src/rules.js";

export default defineRule({
  id: "desk/encoding",
  summary: "Articles are UTF-8 text",
  role: "encoding",
  references: ["https://encoding.spec.whatwg.org/#utf-8", "RFC 3629"],
  messages: {
    notUtf8: {
      severity: "error",
      what: "This file is not UTF-8; it looks like {encoding}.",
      why: "Browsers and build tools read articles as UTF-8, so readers see wrong characters from here on.",
      help: "Open the file as {encoding} in your editor and save it as UTF-8.",
    },
    damaged: {
      severity: "error",
      what: "Some bytes here are not valid UTF-8, although the rest of the file is.",
      why: "Readers see a replacement character (�) in place of the damaged text.",
      help: "Retype the damaged characters and save the file as UTF-8.",
    },
    nul: {
      severity: "error",
      what: "The file contains a NUL byte here.",
      why: "Browsers drop NUL bytes, and many tools treat a file that contains one as binary.",
      help: "Delete the NUL byte; if there are many, the file is damaged or UTF-16 and must be saved again as UTF-8.",
    },
    surrogate: {
      severity: "error",
      what: "Half of a surrogate pair appears here on its own.",
      why: "The character is lost, and readers see a replacement character (�) instead.",
      help: "Retype the character.",
    },
  },
  check({ article, report }) {
    for (const problem of article.problems) {
      if (problem.kind !== "encoding") continue;
      const { range, encoding } = problem;
      if (/^nul/i.test(encoding)) report({ messageId: "nul", range });
      else if (/surrogate/i.test(encoding)) report({ messageId: "surrogate", range });
      else if (/damaged/i.test(encoding)) report({ messageId: "damaged", range });
      else report({ messageId: "notUtf8", range, data: { encoding } });
    }
  },
});
