import type { Article } from "../../article/article.js";
import type { FrontMatter, FrontMatterEntry } from "../../article/front-matter/front-matter.js";
import type { Range } from "../../article/range.js";
import type { Edit } from "../../rule/finding.js";

/** The line ending an article uses: that of its first line, `\n` where it has none. */
export function lineEndingOf(source: string): string {
  return /\r?\n/.exec(source)?.[0] ?? "\n";
}

/** Text in the quotation marks of a format that need no knowledge of what is in it. */
export function quoted(text: string, format: FrontMatter["format"]): string {
  return format === "yaml" ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

/** The text of a scalar without its quotation marks. */
export function innerRange(entry: FrontMatterEntry): Range {
  const { start, end } = entry.valueRange;
  const isQuoted = entry.style === "single-quoted" || entry.style === "double-quoted";
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

/** Inserts a key at the top of the front matter; `value` is written as it stands. Undefined where that cannot be done blindly. */
export function insertKey(
  article: Article,
  key: string,
  value: string,
): readonly Edit[] | undefined {
  const { frontMatter, source } = article;
  if (frontMatter === undefined) return undefined;
  const at = frontMatter.content.start;
  const ending = lineEndingOf(source);
  const line = {
    yaml: `${key}: ${value}${ending}`,
    toml: `${key} = ${value}${ending}`,
    json: `${ending}  ${JSON.stringify(key)}: ${value},`,
  }[frontMatter.format];
  if (frontMatter.format === "json" && frontMatter.entries.length === 0) return undefined;
  if (
    frontMatter.format === "json" &&
    frontMatter.openingFence.end - frontMatter.openingFence.start > 1
  ) {
    return undefined;
  }
  return [{ start: at, end: at, text: line }];
}

/**
 * Removes an entry with its lines. Undefined when something else stands on these lines, as in
 * `{ a: 1, b: 2 }`.
 */
export function removeEntry(
  article: Article,
  entry: FrontMatterEntry,
): readonly Edit[] | undefined {
  const { source, frontMatter } = article;
  const from = entry.keyRange?.start ?? entry.valueRange.start;
  const lineStart = source.lastIndexOf("\n", from - 1) + 1;
  const feed = source.indexOf("\n", Math.max(entry.valueRange.end, from));
  const lineEnd = feed === -1 ? source.length : feed + 1;
  const before = source.slice(lineStart, from);
  const after = source.slice(entry.valueRange.end, lineEnd);
  const isAlone = /^\s*(?:- *)?$/.test(before) && /^\s*(?:#[^\n]*\n?)?$/.test(after);
  if (!isAlone || frontMatter?.format === "json") return undefined;
  return [{ start: lineStart, end: lineEnd, text: "" }];
}
