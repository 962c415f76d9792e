import { type Document, isMap, isScalar } from "yaml";
import type { Problem } from "../../problem.js";

/** Keys whose value is a sentence, where ` #word` is more likely text than a comment. */
const SENTENCES = new Set(["title", "subtitle", "description", "summary", "excerpt"]);

/**
 * Values that YAML silently takes for comments: `color: #fff` is empty, `title: C #1` ends at the `#`.
 * A comment is recognised by the blank after its `#`.
 */
export function lostValues(
  text: string,
  offset: number,
  document: Document.Parsed | undefined,
): Problem[] {
  const root = document?.contents;
  if (!isMap(root)) return [];
  const problems: Problem[] = [];
  for (const { key, value, srcToken } of root.items) {
    if (!isScalar(key) || !isScalar(value) || value.type !== "PLAIN" || !srcToken) continue;
    const isSentence = SENTENCES.has(String(key.value).toLowerCase());
    if (value.source !== "" && !isSentence) continue;
    const after = srcToken.value && "end" in srcToken.value ? srcToken.value.end : undefined;
    const tokens = [
      ...("sep" in srcToken ? (srcToken.sep ?? []) : []),
      ...(Array.isArray(after) ? after : []),
    ];
    const newline = tokens.findIndex(({ type }) => type === "newline");
    const line = newline === -1 ? tokens : tokens.slice(0, newline);
    const comment = line.find(({ type }) => type === "comment");
    if (
      comment === undefined ||
      !/^#[^\s#!]/.test(comment.source) ||
      comment.source.startsWith("#copydesk")
    )
      continue;
    const start = value.source === "" ? comment.offset : (value.range?.[0] ?? comment.offset);
    problems.push({
      kind: "front-matter-syntax",
      range: {
        start: start + offset,
        end: comment.offset + comment.source.trimEnd().length + offset,
      },
      reason: "everything after the # is a comment",
      hint: "comment-hash",
    });
  }
  return problems.filter(({ range }) => text.length + offset >= range.end);
}
