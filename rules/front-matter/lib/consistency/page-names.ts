import { usesOf } from "../../../../src/rules.js";
import { type Cell, type Columns, folded, lastPart, type Page } from "./columns.js";
import { isAddress, isDateKey, isGroup, isIdentifierKey, isPicture, isShown } from "./keys.js";

/** Keys that give an article a name by which others may call it, as the name of its file does. */
const NAMING = new Set(["id", "slug", "permalink", "url", "abbrlink", "identifier", "name"]);
/** So many different values must a key have that others may name pages by. */
const LEAST_NAMES = 8;
/** So many cells show by what they name pages. */
const SAMPLE = 60;
const SAMPLE_SHARE = 0.7;

/** What pages are called, in one of the ways in which others may name them. */
export interface Naming {
  /** The key whose values name pages; undefined for the names of files, ids and addresses. */
  readonly key: string | undefined;
  /** The articles that a value may mean: those of its language and version, where there are any. */
  pagesOf(cell: Cell): readonly Page[];
  /** Whether there are any. */
  hasName(cell: Cell): boolean;
  /** All names, folded. */
  readonly all: readonly string[];
}

/** The pages of a site by what they are called. */
export interface PageNames {
  /** The way in which most values of a key name pages; undefined where they do not. */
  namingOf(key: string): Naming | undefined;
  /** In how many articles a key has the value. */
  usesOf(cell: Cell): number;
  /** Whether a file or folder of the site has the name that a value ends with. */
  isFile(cell: Cell): boolean;
}

/** Reads what the pages of a site are called. */
export function pageNames(
  pages: readonly Page[],
  site: Columns,
  files: readonly string[],
): PageNames {
  const byFile = new Map<string, Set<Page>>();
  const byKey = new Map<string, Map<string, Set<Page>>>();
  for (const page of pages) {
    add(byFile, folded(page.name), page);
    add(byFile, lastPart(page.path), page);
    for (const { key, kind, text } of page.values) {
      if (NAMING.has(key)) add(byFile, lastPart(text), page);
      if (kind !== "text" || text === "" || key.includes("[]")) continue;
      if ([isAddress, isGroup, isDateKey, isPicture].some((is) => is(key))) continue;
      const known = byKey.get(key) ?? new Map<string, Set<Page>>();
      byKey.set(key, known);
      add(known, folded(text), page);
    }
  }
  const namings = [
    naming(undefined, byFile),
    ...[...byKey]
      .filter(([, { size }]) => size >= LEAST_NAMES)
      .map(([key, names]) => naming(key, names)),
  ];
  const stems = new Set(files.map(stemOf));
  const folders = new Set(files.flatMap((file) => file.split("/").slice(0, -1).map(folded)));
  const bestOf = (key: string): Naming | undefined => {
    const texts = (site.get(key)?.cells ?? []).filter(({ value }) => value.kind === "text");
    const sample = evenly(texts, SAMPLE);
    const [best] = namings
      .filter((one) => one.key !== key)
      .map((one) => ({ one, found: sample.filter((cell) => one.hasName(cell)).length }))
      .filter(({ found }) => found > 0 && found >= sample.length * SAMPLE_SHARE)
      .sort((left, right) => right.found - left.found);
    return best?.one;
  };
  /** Of two keys with the same values, one says what a page is called, and the other names pages by it. */
  const namingOf = (key: string): Naming | undefined => {
    const best = bestOf(key);
    if (best?.key === undefined || bestOf(best.key)?.key !== key) return best;
    const isName = [isIdentifierKey, isShown].some((is) => is(best.key ?? "") && !is(key));
    return isName ? best : undefined;
  };
  const known = new Map<string, Naming | undefined>();
  const uses = new Map<string, ReadonlyMap<string, number>>();
  return {
    namingOf: (key) => {
      if (!known.has(key)) known.set(key, namingOf(key));
      return known.get(key);
    },
    usesOf: ({ value: { key, text } }) => {
      const ofKey = uses.get(key) ?? usesIn(site.get(key)?.cells ?? []);
      uses.set(key, ofKey);
      return ofKey.get(text) ?? 0;
    },
    isFile: ({ last }) => stems.has(last) || folders.has(last),
  };
}

function naming(key: string | undefined, names: ReadonlyMap<string, ReadonlySet<Page>>): Naming {
  const find = ({ last, folded: whole }: Cell) =>
    names.get(key === undefined && !names.has(whole) ? last : whole);
  return {
    key,
    hasName: (cell) => find(cell) !== undefined,
    pagesOf: (cell) => {
      const { page } = cell;
      const found = [...(find(cell) ?? [])];
      const ofEdition = found.filter(({ edition }) => edition === page.edition);
      return ofEdition.length > 0 ? ofEdition : found;
    },
    all: [...names.keys()],
  };
}

function add(names: Map<string, Set<Page>>, name: string, page: Page): void {
  if (name === "") return;
  const known = names.get(name);
  if (known === undefined) names.set(name, new Set([page]));
  else known.add(page);
}

/** Some of the cells, from all over the column. */
function evenly(cells: readonly Cell[], most: number): readonly Cell[] {
  const step = Math.max(1, Math.floor(cells.length / most));
  return cells.filter((_cell, at) => at % step === 0);
}

/** The name of a file before its first dot, folded. */
function stemOf(file: string): string {
  return folded(file.slice(file.lastIndexOf("/") + 1).replace(/(?<=[^.])\..*$/, ""));
}

function usesIn(cells: readonly Cell[]): ReadonlyMap<string, number> {
  return usesOf(cells.map(({ value }) => value.text));
}
