import type { Value } from "./values.js";

/** An article as habits are looked for in it. */
export interface Page {
  readonly path: string;
  /** The name of its file without date and ending, or of its folder where the file has none of its own. */
  readonly name: string;
  readonly title: string;
  /** The text of its only heading of level 1; "" where there is none or there are several. */
  readonly heading: string;
  /** Years, or years and months, that its path and its date say. */
  readonly days: readonly string[];
  /** The part of the path that names a language or a version. */
  readonly edition: string;
  /** The part of it that names a language; "" without one. */
  readonly language: string;
  /** What the path says besides the language: the same for all languages of a page. */
  readonly identity: string;
  readonly values: readonly Value[];
}

/** One value with the article that it is in. */
export interface Cell {
  readonly page: Page;
  readonly value: Value;
  /** The value, folded. */
  readonly folded: string;
  /** The last part of the value as a path, folded. */
  readonly last: string;
  /** The name of the page, folded. */
  readonly name: string;
}

/** All values that the articles below a folder have for a key. */
export interface Column {
  readonly key: string;
  /** In the order of paths. */
  readonly cells: readonly Cell[];
  /** The folder that all of them are below; "" for the project. */
  readonly folder: string;
}

/** The columns of one folder, by key. */
export type Columns = ReadonlyMap<string, Column>;

/** The columns of a site and of each of its folders with enough articles, from the outside in. */
export function columnsOf(
  pages: readonly Page[],
  least: number,
): readonly { readonly folder: string; readonly columns: Columns; readonly size: number }[] {
  const folders = new Map<string, (readonly Cell[])[]>();
  for (const page of sorted(pages)) {
    const cells = cellsOf(page);
    for (const folder of foldersOf(page.path)) {
      const known = folders.get(folder);
      if (known === undefined) folders.set(folder, [cells]);
      else known.push(cells);
    }
  }
  // A folder around all articles of another one says nothing more.
  const around = new Set(
    [...folders].flatMap(([folder, { length }]) => {
      const outer = folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
      return folder !== "" && folders.get(outer)?.length === length ? [outer] : [];
    }),
  );
  return [...folders]
    .filter(([folder, { length }]) => length > least && !around.has(folder))
    .sort(([one], [other]) => one.length - other.length || (one < other ? -1 : 1))
    .map(([folder, members]) => ({
      folder,
      columns: columnsIn(folder, members, least),
      size: members.length,
    }));
}

function cellsOf(page: Page): readonly Cell[] {
  const name = folded(page.name);
  return page.values.map((value) => {
    const { text } = value;
    return { page, value, folded: folded(text), last: lastPart(text), name };
  });
}

function columnsIn(folder: string, members: readonly (readonly Cell[])[], least: number): Columns {
  const cells = new Map<string, Cell[]>();
  for (const member of members)
    for (const cell of member) {
      const known = cells.get(cell.value.key);
      if (known === undefined) cells.set(cell.value.key, [cell]);
      else known.push(cell);
    }
  return new Map(
    [...cells]
      .filter(([, { length }]) => length > least)
      .map(([key, ofKey]) => [key, { key, cells: ofKey, folder }]),
  );
}

function sorted(pages: readonly Page[]): readonly Page[] {
  return [...pages].sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Every folder that a file is in, the project first. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return ["", ...parts.map((_part, at) => parts.slice(0, at + 1).join("/"))];
}

/** A text in which letter case, marks and blanks do not matter. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

const ENDING = /\.(?:mdx?|markdown|html?|png|jpe?g|gif|svg|webp|avif)$/i;

/** The last part of a path or address, folded, without query, fragment and ending. */
export function lastPart(text: string): string {
  const [path = ""] = text.split(/[?#]/);
  const part = path.replace(/\/$/, "").split("/").at(-1) ?? "";
  return folded(part.replace(ENDING, ""));
}
