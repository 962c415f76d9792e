import { type Article, type Element, hasUnknownAttribute } from "../../../src/rules.js";
import { isEmptyCell, spanOf, type TableGrid, type TableRow } from "./table-grid.js";

/** A row of HTML that has another number of cells than all others of its table, spans counted. */
export interface UnevenRow {
  readonly element: Element;
  readonly cells: number;
  readonly columns: number;
}

/** Fewer rows show nothing of how many cells a row of the table has. */
const LEAST_ROWS = 3;
/** A last row that lacks so many cells holds what was left of a long list in columns. */
const LEAST_MISSING = 2;

/**
 * The one row of data of a table that has too few or too many cells; undefined where two or more differ, or where
 * templates may make cells.
 */
export function unevenRowOf(article: Article, grid: TableGrid): UnevenRow | undefined {
  if (grid.isOpen) return undefined;
  const widths = widthsOf(article, grid);
  if (widths === undefined) return undefined;
  const all = grid.rows.map((row, index) => ({ row, width: widths[index] ?? 0 }));
  const data = all.filter(({ row }) => isData(article, row));
  if (data.length < LEAST_ROWS) return undefined;
  const [columns, ...others] = [...new Set(data.map(({ width }) => width))].sort(
    (left, right) => count(data, right) - count(data, left),
  );
  const odd = data.filter(({ width }) => width !== columns);
  const [first, ...more] = odd;
  if (columns === undefined || first === undefined || more.length > 0 || others.length > 1)
    return undefined;
  // The names of the columns decide as well.
  const heads = all.filter(({ row }) => row.cells.length > 1 && row.cells.every(isHeader));
  if (heads.some(({ width }) => width !== columns)) return undefined;
  const isRest = first === data.at(-1) && first.width <= columns - LEAST_MISSING;
  return isRest ? undefined : { element: first.row.element, cells: first.width, columns };
}

function count(rows: readonly { readonly width: number }[], width: number): number {
  return rows.filter((row) => row.width === width).length;
}

/** Whether a row holds values: it is neither a heading over the rows below nor a gap. */
function isData(article: Article, { cells }: TableRow): boolean {
  return (
    cells.length > 1 && !cells.every(isHeader) && !cells.every((cell) => isEmptyCell(article, cell))
  );
}

function isHeader({ tagName }: Element): boolean {
  return tagName === "th";
}

/** How many columns each row takes, with the cells of rows above that reach into it; undefined where that is not certain. */
function widthsOf(article: Article, { rows }: TableGrid): readonly number[] | undefined {
  const widths: number[] = [];
  /** For each cell that reaches further down: its columns, and for how many rows. */
  let reaching: readonly { readonly columns: number; readonly rows: number }[] = [];
  for (const { cells } of rows) {
    if (cells.some((cell) => isUncertain(article, cell))) return undefined;
    const above = reaching.reduce((sum, { columns }) => sum + columns, 0);
    widths.push(cells.reduce((sum, cell) => sum + spanOf(cell), above));
    const below = cells.flatMap((cell) => {
      const down = rowsOf(cell) - 1;
      return down > 0 ? [{ columns: spanOf(cell), rows: down }] : [];
    });
    reaching = [
      ...reaching.flatMap((cell) => (cell.rows > 1 ? [{ ...cell, rows: cell.rows - 1 }] : [])),
      ...below,
    ];
  }
  return reaching.length > 0 ? undefined : widths;
}

function rowsOf({ properties }: Element): number {
  const rows = Number(properties.rowSpan ?? 1);
  return Number.isInteger(rows) && rows > 0 ? rows : 1;
}

/** Whether a template or code says how far a cell reaches, or it reaches to the end of its section. */
function isUncertain(article: Article, cell: Element): boolean {
  return (
    hasUnknownAttribute(article, cell, "colspan") ||
    hasUnknownAttribute(article, cell, "rowspan") ||
    Number(cell.properties.rowSpan ?? 1) === 0
  );
}
