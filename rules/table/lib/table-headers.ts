import {
  type Article,
  type Attribute,
  attributeOf,
  type Element,
  hasUnknownAttribute,
  nearestOf,
} from "../../../src/rules.js";
import { holds, holdsOnlyPictures, spanOf, type TableGrid } from "./table-grid.js";

/** What an HTML table without header cells is for. */
export type HeaderlessKind = "data" | "layout" | "other";

const SCOPES = ["row", "col", "rowgroup", "colgroup"] as const;
const COMMON_MISTAKES: Readonly<Record<string, string | undefined>> = {
  column: "col",
  columns: "col",
  rows: "row",
};

/** Whether a table declares, or may declare, that it only arranges things. */
export function isDeclaredLayout(article: Article, table: Element): boolean {
  const role = attributeOf(article, table, "role");
  return role !== undefined && (role.unknown || /^(?:presentation|none)$/i.test(role.value.trim()));
}

/** Whether any cell of a table is a header, by its name, its role, or a scope, which HTML 4 also allowed on `<td>`. */
export function hasHeaders(article: Article, { rows }: TableGrid): boolean {
  return rows.some(({ cells }) =>
    cells.some(
      (cell) =>
        cell.tagName === "th" ||
        cell.properties.scope !== undefined ||
        (cell.properties.role !== undefined && hasHeaderRole(article, cell)),
    ),
  );
}

function hasHeaderRole(article: Article, cell: Element): boolean {
  const role = attributeOf(article, cell, "role");
  return role?.unknown === true || /^(?:column|row)header$/.test(role?.value ?? "");
}

/**
 * Distinguishes data from layout where no cell is a header: a table with one row or column, with tables inside,
 * or with nothing but images, only arranges things. Tables of code with line numbers are neither.
 */
export function headerlessKind({ rows, columns, caption }: TableGrid): HeaderlessKind {
  const cells = rows.flatMap((row) => row.cells);
  if (cells.length === 0) return "other";
  if (cells.some((cell) => holds(cell, "table"))) return "layout";
  if (cells.some((cell) => holds(cell, "pre"))) return "other";
  if (rows.length > 1 && columns > 1) {
    const arranges = caption === undefined && cells.every(holdsOnlyPictures);
    return arranges ? "layout" : "data";
  }
  return caption === undefined ? "layout" : "other";
}

/**
 * The only cell of the first row of a table, if it spans all columns of the rows below: probably a caption.
 * Where there are further rows like it, it names a group of rows.
 */
export function fakeCaptionOf({ rows, columns, caption }: TableGrid): Element | undefined {
  const [first, ...others] = rows;
  const cell = first?.cells[0];
  if (caption !== undefined || cell === undefined || first?.cells.length !== 1) return undefined;
  const isSpanning = spanOf(cell) >= 2 && spanOf(cell) >= columns;
  const isGroup = others.some(({ cells }) => cells.length === 1);
  return isSpanning && !isGroup && others.length >= 1 ? cell : undefined;
}

/** The scope of a header cell that HTML does not know, with the one that was probably meant. */
export function wrongScopeOf(
  article: Article,
  cell: Element,
): { readonly attribute: Attribute; readonly meant: string | undefined } | undefined {
  if (cell.tagName !== "th" || cell.properties.scope === undefined) return undefined;
  const attribute = attributeOf(article, cell, "scope");
  if (attribute === undefined || attribute.unknown) return undefined;
  const value = attribute.value.trim().toLowerCase();
  if (value === "" || SCOPES.some((scope) => scope === value)) return undefined;
  return { attribute, meant: COMMON_MISTAKES[value] ?? nearestOf(value, SCOPES) };
}

/** The ids in a cell's `headers` that no cell of its table has. */
export function unknownHeadersOf(
  article: Article,
  cell: Element,
  ids: ReadonlySet<string>,
): { readonly attribute: Attribute; readonly names: readonly string[] } | undefined {
  if (cell.properties.headers === undefined) return undefined;
  const attribute = attributeOf(article, cell, "headers");
  if (attribute === undefined || attribute.unknown) return undefined;
  const names = attribute.value.split(/\s+/).filter((name) => name !== "" && !ids.has(name));
  return names.length === 0 ? undefined : { attribute, names };
}

/** The ids of the cells of a table; undefined where no cell refers to an id, or a template or binding writes one. */
export function cellIdsOf(article: Article, { rows }: TableGrid): ReadonlySet<string> | undefined {
  const cells = rows.flatMap((row) => row.cells);
  if (cells.every(({ properties }) => properties.headers === undefined)) return undefined;
  if (cells.some((cell) => hasUnknownAttribute(article, cell, "id"))) return undefined;
  return new Set(cells.flatMap((cell) => attributeOf(article, cell, "id")?.value ?? []));
}
