import { type Cell, columnsOf, type Page } from "./columns.js";
import { editions } from "./editions.js";
import { filled } from "./filled.js";
import { folderName } from "./folder.js";
import { type Habit, LEAST, type Odd, type Vocabulary } from "./habit.js";
import { heading } from "./heading.js";
import { kind } from "./kind.js";
import { numbers } from "./numbers.js";
import { ownName } from "./own-name.js";
import { pageNames } from "./page-names.js";
import { existingPage, notSelf, thereAndBack } from "./pages.js";
import { shape } from "./shape.js";
import { twinKey } from "./twin-key.js";
import { unique } from "./unique.js";
import { vocabulary } from "./vocabulary.js";
import { year } from "./year.js";

/** What says most about a value comes first: one value is told once. */
const HABITS: readonly Habit[] = [
  folderName,
  numbers,
  year,
  notSelf,
  twinKey,
  ownName,
  thereAndBack,
  vocabulary,
  kind,
  editions,
  existingPage,
  unique,
  shape,
  heading,
  filled,
];

/** The values that contradict what all other articles of the site, or of a folder, show of their key; each once. */
export function oddValues(
  pages: readonly Page[],
  files: readonly string[],
  vocabularies: readonly Vocabulary[],
): readonly Odd[] {
  const groups = columnsOf(pages, LEAST);
  const [site] = groups;
  if (site === undefined) return [];
  const names = pageNames(pages, site.columns, files);
  const told = new Set<string>();
  const found: Odd[] = [];
  for (const { folder, columns, size } of groups)
    for (const habit of HABITS)
      for (const column of columns.values())
        for (const odd of habit(column, { folder, columns, pages: size, names, vocabularies })) {
          const { cell, related } = odd;
          // What is told of one of two values is told of both.
          const places = [cell, ...(related === undefined ? [] : [related])].map(placeOf);
          if (places.some((place) => told.has(place))) continue;
          told.add(placeOf(cell));
          found.push(odd);
        }
  return found;
}

function placeOf({ page, value }: Cell): string {
  return `${value.range.start} ${page.path}`;
}
