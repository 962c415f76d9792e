import {
  type Article,
  type Edit,
  type FrontMatter,
  type FrontMatterEntry,
  type Range,
  replace,
} from "../../../src/rules.js";

/** A top-level key of front matter with the lines that belong to it. */
export interface KeyBlock {
  readonly key: string;
  readonly entry: FrontMatterEntry;
  /** From the comments directly above the key to the end of the last line of the value, including its line ending. */
  readonly lines: Range;
}

function topEntries(frontMatter: FrontMatter): readonly FrontMatterEntry[] {
  return frontMatter.entries.filter(
    ({ path, keyRange }) => path.length === 1 && keyRange !== undefined,
  );
}

/** Offset after the line ending of the line that contains `offset`. */
function lineEnd(source: string, offset: number): number {
  const feed = source.indexOf("\n", offset);
  return feed === -1 ? source.length : feed + 1;
}

/** The start of the comment lines directly above `lineStart`, but not above `least`. */
function withComments(source: string, lineStart: number, least: number): number {
  let start = lineStart;
  while (start > least) {
    const above = source.lastIndexOf("\n", start - 2) + 1;
    if (above < least || source[above] !== "#") break;
    start = above;
  }
  return start;
}

// Values that depend on more than their own lines: aliases need their anchors above them, `|+` keeps the blank
// lines below it, and tables take in the keys that follow.
const TIED = {
  yaml: /(?:^|[\s:,[-])[&*][\w-]+|[|>][1-9]?\+/m,
  toml: /^[^\S\n]*\[/m,
  json: /^/,
} as const;

/**
 * The blocks of lines that belong to the top-level keys of front matter; undefined if a line contains several
 * keys, or if moving lines could change a value.
 */
export function keyBlocks(article: Article): readonly KeyBlock[] | undefined {
  const { frontMatter, source } = article;
  if (frontMatter === undefined || article.problems.length > 0) return undefined;
  const { content, format } = frontMatter;
  if (TIED[format].test(source.slice(content.start, content.end))) return undefined;
  const blocks: KeyBlock[] = [];
  let least = content.start;
  for (const entry of topEntries(frontMatter)) {
    const key = String(entry.path[0]);
    const at = entry.keyRange?.start ?? entry.valueRange.start;
    const lineStart = source.lastIndexOf("\n", at - 1) + 1;
    if (lineStart < least || source.slice(lineStart, at).trim() !== "") return undefined;
    const start = withComments(source, lineStart, least);
    const lastEnd = frontMatter.entries.reduce(
      (end, { path, valueRange }) => (path[0] === key ? Math.max(end, valueRange.end) : end),
      entry.valueRange.end,
    );
    let end = source[lastEnd - 1] === "\n" ? lastEnd : lineEnd(source, lastEnd);
    // Closing brackets and indented comments below the last item.
    while (end < content.end && /^[ \t]+\S|^[\]}]/.test(source.slice(end, lineEnd(source, end))))
      end = lineEnd(source, end);
    if (end > content.end) return undefined;
    blocks.push({ key, entry, lines: { start, end } });
    least = end;
  }
  return blocks;
}

/** Edits that put the blocks of `wanted`, in this order, in the places that the same blocks have now. */
export function rearrange(
  source: string,
  places: readonly KeyBlock[],
  wanted: readonly KeyBlock[],
): readonly Edit[] {
  return places.flatMap(({ lines }, index) => {
    const block = wanted[index];
    if (block === undefined || block.lines.start === lines.start) return [];
    return [replace(lines, source.slice(block.lines.start, block.lines.end))];
  });
}
