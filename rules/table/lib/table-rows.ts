import {
  type Article,
  type Edit,
  type Element,
  insert,
  overlapTest,
  perArticle,
  type Range,
  rangeOf,
} from "../../../src/rules.js";
import type { TableGrid } from "./table-grid.js";

/** A row of a Markdown table whose number of cells differs from that of the header. */
export interface RaggedRow {
  readonly range: Range;
  /**
   * `short`: cells are missing; `long`: cells are dropped; `text`: a line without a vertical bar, which was not
   * meant to be a row.
   */
  readonly kind: "short" | "long" | "text";
  /** How many cells are written in it, and how many columns the table has. */
  readonly cells: number;
  readonly columns: number;
  /** Edits that fill a short row, separate a line of text from the table, or escape the bars in the code of a long row. */
  readonly edits: readonly Edit[];
}

const BAR = /(?<!\\)\|/g;
const CODE = /`[^`]*`/g;

const cachedTags = perArticle(({ templateTags }) =>
  overlapTest(templateTags.filter(({ kind }) => kind === "tag").map(({ range }) => range)),
);

/**
 * The rows of a Markdown table that do not fit its header (GFM §4.10: missing cells are added empty,
 * excess ones are dropped). Rows with a template tag are left out.
 */
export function raggedRowsOf(article: Article, grid: TableGrid): readonly RaggedRow[] {
  const { rows, columns } = grid;
  return rows.slice(1).flatMap(({ element, cells }): RaggedRow[] => {
    const range = rangeOf(element);
    if (range.start === range.end || cachedTags(article)(range)) return [];
    const written = cells.filter((cell) => rangeOf(cell).end > rangeOf(cell).start);
    const text = article.source.slice(range.start, range.end);
    if (columns > 1 && !text.includes("|")) {
      return [{ range, kind: "text", cells: 1, columns, edits: parting(article, range, grid) }];
    }
    const missing = cells.length - written.length;
    if (missing > 0) {
      const edits = [padding(text, range, missing)];
      return [{ range, kind: "short", cells: written.length, columns, edits }];
    }
    const dropped = droppedIn(article, range, written.at(-1));
    if (dropped === 0) return [];
    const edits = escapes(text, range, dropped);
    return [{ range, kind: "long", cells: columns + dropped, columns, edits }];
  });
}

/** How many non-empty cells follow the last one that is shown. */
function droppedIn({ source }: Article, row: Range, last: Element | undefined): number {
  if (last === undefined) return 0;
  const rest = source.slice(rangeOf(last).end, row.end);
  const cells = rest.split(BAR).map((cell) => cell.trim());
  return cells.every((cell) => cell === "")
    ? 0
    : cells.slice(1, -1).length + Number(cells.at(-1) !== "");
}

function padding(text: string, { start }: Range, missing: number): Edit {
  const written = text.trimEnd();
  const at = start + written.length;
  const isClosed = /(?<!\\)\|$/.test(written);
  return insert(at, " |".repeat(isClosed ? missing : missing + 1));
}

/**
 * Adds a blank line before a line that is not a row, inside the same block quote. The rest is written again, since
 * all of it leaves the table.
 */
function parting({ lines, source }: Article, { start }: Range, table: TableGrid): Edit[] {
  const lineStart = lines.startOf(lines.pointAt(start).line);
  const prefix = source.slice(lineStart, start);
  if (!/^[ \t>]*$/.test(prefix)) return [];
  const end = source.slice(Math.max(0, lineStart - 2), lineStart) === "\r\n" ? "\r\n" : "\n";
  const tableEnd = rangeOf(table.element).end;
  const text = `${prefix.trimEnd()}${end}${source.slice(lineStart, tableEnd)}`;
  return [{ start: lineStart, end: tableEnd, text }];
}

/**
 * Vertical bars in code separate cells too; if their number is exactly the number of excess cells, they were meant as
 * code. The whole row is written again, since its cells change.
 */
function escapes(row: string, { start, end }: Range, dropped: number): readonly Edit[] {
  let count = 0;
  const text = row.replaceAll(CODE, (code) =>
    code.replaceAll(BAR, () => {
      count++;
      return "\\|";
    }),
  );
  return count === dropped ? [{ start, end, text }] : [];
}
