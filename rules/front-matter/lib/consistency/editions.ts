import type { Cell } from "./columns.js";
import { exceptions, type Habit, scalars } from "./habit.js";
import { isDateKey, isShown } from "./keys.js";

/** So many languages of a page must agree. */
const LEAST_EDITIONS = 4;

/** Values that are the same in all languages of a page. */
export const editions: Habit = (column, { folder }) => {
  if (isShown(column.key) || isDateKey(column.key) || column.key.endsWith("[]")) return [];
  const pages = new Map<string, Cell[]>();
  const cells = scalars(column).filter(({ page }) => page.language !== "");
  for (const cell of cells) {
    const ofPage = pages.get(cell.page.identity);
    if (ofPage === undefined) pages.set(cell.page.identity, [cell]);
    else ofPage.push(cell);
  }
  const usual = new Map([...pages].map(([page, ofPage]) => [page, usualOf(ofPage)]));
  const otherOf = ({ page }: Cell): Cell | undefined => usual.get(page.identity);
  const { odd, count } = exceptions(
    cells,
    (cell) => {
      const other = otherOf(cell);
      if (other !== undefined) return other.value.text === cell.value.text ? "follows" : "breaks";
      return "silent";
    },
    { silent: 0.5, different: 3 },
  );
  return odd.flatMap((cell) => {
    const related = otherOf(cell);
    if (related === undefined) return [];
    const data = { other: related.value.text };
    return [{ cell, messageId: "edition", data, count, folder, related }];
  });
};

/** A cell with the value that all languages of a page have, but at most one. */
function usualOf(cells: readonly Cell[]): Cell | undefined {
  const least = Math.max(LEAST_EDITIONS, cells.length - 1);
  return cells
    .slice(0, 2)
    .find(({ value }) => cells.filter((other) => other.value.text === value.text).length >= least);
}
