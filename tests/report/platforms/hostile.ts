import fc from "fast-check";
import type { Sample } from "../sample.js";

/** Texts that try to break out of a format: markup, quotes, controls, halves of pairs, commands, mentions. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      "<!--",
      "]]>",
      "&amp;",
      "'\"",
      "\\",
      "|",
      "`",
      "@all",
      "\n",
      "\r",
      "\u0000",
      "\u001b[2J",
      "\u202e",
      "\ud800",
      "\uffff",
      "::error::x",
      "##[error]",
      "# EOF",
      "谈",
      "a",
    ),
  )
  .map((parts) => parts.join(""));

/** An article in which everything that a stranger writes is the given text. */
export function hostileSample(text: string): Sample {
  const source = `${text} `;
  const range = { start: 0, end: source.length };
  return {
    path: `posts/${text.replaceAll("/", "")}.md`,
    title: text,
    source,
    findings: [
      {
        message: `x${text}`,
        why: text,
        help: text,
        range,
        related: [{ range, message: `x${text}` }],
        fix: [{ start: 0, end: 1, text }],
      },
      {
        severity: "warning",
        suggestions: [{ message: text, edits: [{ start: 0, end: 0, text }] }],
      },
    ],
    suppressed: [{ finding: { rule: "z/z" }, directive: range, reason: text }],
  };
}
