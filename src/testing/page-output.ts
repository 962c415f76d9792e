import { indexLines, type LineIndex } from "../article/lines.js";
import type { Range } from "../article/range.js";
import type { Finding } from "../rule/index.js";
import type { TestArticle } from "./check-texts.js";

/** `line:column-line:column` of a range, as pages and tests write it. */
export function placeOf(lines: LineIndex, range: Range): string {
  const start = lines.pointAt(range.start);
  const end = lines.pointAt(range.end);
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

/**
 * What a rule page shows for its examples: one line a finding, then its related places, help and
 * suggestions. With several articles each place begins with the article's path.
 */
export function pageOutput(
  texts: readonly TestArticle[],
  findings: readonly Finding[],
): readonly string[] {
  if (findings.length === 0) return ["no findings"];
  const lines = new Map(texts.map(({ path, text }) => [path, indexLines(text)]));
  const place = (path: string, range: Range): string => {
    const index = lines.get(path);
    return index === undefined ? path : placeOf(index, range);
  };
  return findings.flatMap((finding) => {
    const { path, range, severity, messageId, message, why, help } = finding;
    const prefix = texts.length > 1 ? `${path} ` : "";
    return [
      `${prefix}${place(path, range)} ${severity} ${messageId} ${oneLine(message)}`,
      ...finding.related.map((related) => {
        const other = related.path ?? path;
        const where = other === path ? "" : `${other} `;
        return `  → ${where}${place(other, related.range)} ${oneLine(related.message)}`;
      }),
      ...(why === "" ? [] : [`  why: ${oneLine(why)}`]),
      `  help: ${oneLine(help)}`,
      ...finding.suggestions.map((suggestion) => `  suggestion: ${oneLine(suggestion.message)}`),
    ];
  });
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ");
}
