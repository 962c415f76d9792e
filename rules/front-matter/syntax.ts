import { defineRule, type SyntaxHint } from "../../src/rules.js";
import { syntaxSuggestions } from "./lib/syntax-repairs.js";

const IDS = {
  "unquoted-colon": "unquotedColon",
  "missing-space": "missingSpace",
  "tab-indent": "tabIndent",
  "unbalanced-quote": "unbalancedQuote",
  "unclosed-bracket": "unclosedBracket",
  "reserved-start": "reservedStart",
  "comment-hash": "commentHash",
  "bad-indent": "badIndent",
} as const satisfies Record<SyntaxHint, string>;

/** Front matter that does not parse, at the place where it goes wrong. */
export default defineRule({
  id: "front-matter/syntax",
  summary: "Front matter parses",
  fixes: ["suggestion"],
  references: ["YAML 1.2", "TOML 1.0", "RFC 8259"],
  messages: {
    syntax: {
      severity: "error",
      what: "The front matter cannot be read here ({reason}), so engines fail or drop all of it.",
      why: "",
      help: "Correct this line; compare it with the lines around it.",
    },
    unquotedColon: {
      severity: "error",
      what: "The value has a colon followed by a blank, which starts another key, so the front matter cannot be read.",
      why: "",
      help: "Put the value in quotation marks.",
    },
    missingSpace: {
      severity: "error",
      what: "There is no blank after the colon, so this is no key with a value and the front matter cannot be read.",
      why: "",
      help: "Write a blank after the colon.",
    },
    tabIndent: {
      severity: "error",
      what: "The line is indented with a tab, which YAML does not allow, so the front matter cannot be read.",
      why: "",
      help: "Indent with spaces.",
    },
    unbalancedQuote: {
      severity: "error",
      what: "The quotation marks of this value do not match: it ends too early or not at all.",
      why: "",
      help: "Close the value with the mark it begins with; write an apostrophe inside single marks twice.",
    },
    unclosedBracket: {
      severity: "error",
      what: "The list or map in brackets that begins here is never closed, so the front matter cannot be read.",
      why: "",
      help: "Add the closing bracket.",
    },
    reservedStart: {
      severity: "error",
      what: "The value begins with a character that means something else in YAML ({reason}).",
      why: "",
      help: "Put the value in quotation marks.",
    },
    commentHash: {
      severity: "error",
      what: "YAML takes everything after the # for a comment, so this part of the value is lost.",
      why: "",
      help: "Put the value in quotation marks, or write a blank after the # if it is meant as a comment.",
    },
    badIndent: {
      severity: "error",
      what: "The line is not indented as its place demands ({reason}), so strict readers refuse all front matter.",
      why: "",
      help: "Indent continued lines and nested keys by two spaces, and keys of one level alike.",
    },
  },
  check({ article, report }) {
    for (const problem of article.problems) {
      if (problem.kind !== "front-matter-syntax") continue;
      const { range, reason, hint } = problem;
      const suggestions = syntaxSuggestions(article, problem);
      if (hint === undefined) report({ messageId: "syntax", range, data: { reason }, suggestions });
      else if (hint === "reserved-start" || hint === "bad-indent") {
        report({ messageId: IDS[hint], range, data: { reason }, suggestions });
      } else report({ messageId: IDS[hint], range, suggestions });
    }
  },
});
