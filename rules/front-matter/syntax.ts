import { defineRule, type SyntaxHint } from "../../src/rules.js";
import { hasMergeConflict } from "./lib/merge-conflict.js";
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
  "margin-text": "marginText",
} as const satisfies Record<SyntaxHint, string>;

/** Front matter that cannot be parsed, reported where the error is. */
export default defineRule({
  id: "front-matter/syntax",
  summary: "Front matter can be parsed",
  fixes: ["suggestion"],
  references: ["YAML 1.2", "TOML 1.0", "RFC 8259"],
  messages: {
    syntax: {
      severity: "error",
      what: "The front matter cannot be parsed here.",
      why: "Engines stop here or drop all of the front matter ({reason}).",
      help: "Correct this line, and compare it with the lines around it.",
    },
    unquotedColon: {
      severity: "error",
      what: "The unquoted value contains a colon followed by a space.",
      why: "YAML reads a colon and a space as the start of another value, so the front matter cannot be parsed.",
      help: "Put the value in quotation marks.",
    },
    missingSpace: {
      severity: "error",
      what: "The space after the colon is missing.",
      why: "YAML does not read the line as a key with a value, so the front matter cannot be parsed.",
      help: "Add a space after the colon.",
    },
    tabIndent: {
      severity: "error",
      what: "The line is indented with a tab.",
      why: "YAML does not allow tabs as indentation, so the front matter cannot be parsed.",
      help: "Indent the line with spaces.",
    },
    unbalancedQuote: {
      severity: "error",
      what: "The quotation marks of this value do not match.",
      why: "The value ends too early or not at all, so the front matter cannot be parsed.",
      help: "Close the value with the same quotation mark that opens it, and double an apostrophe inside single quotation marks.",
    },
    unclosedBracket: {
      severity: "error",
      what: "This opening bracket is never closed.",
      why: "The list or map has no end, so the front matter cannot be parsed.",
      help: "Add the closing bracket.",
    },
    reservedStart: {
      severity: "error",
      what: "The value starts with a character that YAML reserves.",
      why: "YAML does not read the value as text ({reason}).",
      help: "Put the value in quotation marks.",
    },
    commentHash: {
      severity: "error",
      what: "YAML reads the text after this # as a comment.",
      why: "This part of the value is lost.",
      help: "Put the value in quotation marks, or add a space after the # if you mean a comment.",
    },
    badIndent: {
      severity: "error",
      what: "The line is not indented correctly.",
      why: "Strict parsers reject all of the front matter ({reason}).",
      help: "Indent continuation lines and nested keys by two spaces, and give keys on one level the same indentation.",
    },
    marginText: {
      severity: "warning",
      what: "A line inside quotation marks begins at the margin.",
      why: "Most parsers join it to the line above; strict ones reject all of the front matter.",
      help: "Indent the line by two spaces.",
    },
  },
  check({ article, report }) {
    if (hasMergeConflict(article)) return;
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
