import { defineRule } from "../../src/rules.js";

export default defineRule({
  id: "desk/encoding",
  summary: "Articles are UTF-8 text",
  role: "encoding",
  references: ["https://encoding.spec.whatwg.org/#utf-8", "RFC 3629"],
  messages: {
    notUtf8: {
      severity: "error",
      what: "The file is not UTF-8 (it looks like {encoding}), so readers see wrong characters from here on.",
      why: "",
      help: "Open it as {encoding} in your editor and save it as UTF-8.",
    },
    damaged: {
      severity: "error",
      what: "Some bytes of this file are no UTF-8 although the rest is, so readers see black diamonds here.",
      why: "",
      help: "Write the damaged characters again and save the file as UTF-8.",
    },
    nul: {
      severity: "error",
      what: "A NUL byte stands here, which is no text: browsers drop it and many tools take the file for a program.",
      why: "",
      help: "Delete it; if there are many, the file is damaged or UTF-16 and has to be saved again as UTF-8.",
    },
    surrogate: {
      severity: "error",
      what: "Half of a character pair stands here, so the character is lost and shows as a black diamond.",
      why: "",
      help: "Write the character again.",
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
