import {
  type Article,
  insert,
  type Problem,
  quoted,
  replace,
  type Suggestion,
} from "../../../src/rules.js";

/** Suggestions for a syntax error whose cause is known. */
export function syntaxSuggestions(
  article: Article,
  problem: Extract<Problem, { kind: "front-matter-syntax" }>,
): readonly Suggestion[] {
  const { range, hint } = problem;
  const { source } = article;
  const written = source.slice(range.start, range.end);
  switch (hint) {
    case "unquoted-colon":
    case "reserved-start":
    case "comment-hash": {
      // A tag or alias is only the first word of its value.
      const end = /[\r\n]/.exec(source.slice(range.end))?.index ?? source.length - range.end;
      const value = source.slice(range.start, range.end + end).trimEnd();
      const edits = [
        { start: range.start, end: range.start + value.length, text: quoted(value, "yaml") },
      ];
      return [{ message: "Put the value in quotation marks", edits }];
    }
    case "tab-indent":
      return [
        {
          message: "Replace each tab with two spaces",
          edits: [replace(range, written.replaceAll("\t", "  "))],
        },
      ];
    case "missing-space": {
      const at = range.start + written.indexOf(":") + 1;
      return [{ message: "Add a space", edits: [insert(at, " ")] }];
    }
    default:
      return [];
  }
}
