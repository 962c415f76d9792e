import type { Cell } from "./columns.js";
import { exceptions, type Habit, scalars } from "./habit.js";
import { isDateKey, isOrderKey, isShown } from "./keys.js";

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
    if (related === undefined || keepsOrder(cell, cells, otherOf)) return [];
    const data = { other: related.value.text };
    return [{ cell, messageId: "edition", data, count, folder, related }];
  });
};

/** Whether a number only sorts the pages of a folder, and sorts this one as it is sorted in the other languages. */
function keepsOrder(
  cell: Cell,
  cells: readonly Cell[],
  otherOf: (cell: Cell) => Cell | undefined,
): boolean {
  if (!isOrderKey(cell.value.key)) return false;
  const numberOf = ({ value }: Cell): number => Number(value.text);
  const usual = (one: Cell): number => numberOf(otherOf(one) ?? one);
  const folder = folderOf(cell);
  return cells.every(
    (one) =>
      one === cell ||
      one.page.language !== cell.page.language ||
      folderOf(one) !== folder ||
      Math.sign(numberOf(one) - numberOf(cell)) === Math.sign(usual(one) - usual(cell)),
  );
}

function folderOf({ page: { path } }: Cell): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** A cell with the value that all languages of a page have, but at most one. */
function usualOf(cells: readonly Cell[]): Cell | undefined {
  const least = Math.max(LEAST_EDITIONS, cells.length - 1);
  return cells
    .slice(0, 2)
    .find(({ value }) => cells.filter((other) => other.value.text === value.text).length >= least);
}
