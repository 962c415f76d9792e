import { type Cell, lastPart } from "./columns.js";
import { exceptions, type Habit, scalars } from "./habit.js";
import { isGroup, isShown } from "./keys.js";

const LEAST_NAME = 3;
/** Where many name themselves, more may be called something else. */
const MANY = 40;
const MANY_SILENT = 0.35;
const FEW_SILENT = 0.1;
/** With other signs the name of a page may be escaped. */
const PLAIN = /^[\p{L}\p{N} ._-]+$/u;

/** Values that name their own article, or lie in a folder of its name: one that names another article was copied from it. */
export const ownName: Habit = (column, { folder }) => {
  if (isShown(column.key) || isGroup(column.key) || column.key.endsWith("[]")) return [];
  const cells = scalars(column);
  const namesItself = ({ name, folded: text }: Cell): boolean =>
    text.includes(name) || (text.length >= LEAST_NAME && `-${name}-`.includes(`-${text}-`));
  // Two articles whose names changed places are meant so.
  const owners = new Map(
    cells.flatMap((cell) => {
      const { name } = cell;
      return name.length >= LEAST_NAME && namesItself(cell) ? [[name, cell] as const] : [];
    }),
  );
  const ownerOf = ({ page, value }: Cell): Cell | undefined => {
    const above = new Set(page.path.split("/").map(lastPart));
    return value.text
      .split("/")
      .filter((part) => PLAIN.test(part))
      .map(lastPart)
      .filter((part) => !above.has(part))
      .map((part) => owners.get(part))
      .find((owner) => owner !== undefined);
  };
  const { odd, count } = exceptions(
    cells,
    (cell) => {
      if (cell.name.length < LEAST_NAME) return "silent";
      if (namesItself(cell)) return "follows";
      return ownerOf(cell) === undefined ? "silent" : "breaks";
    },
    { silent: MANY_SILENT },
  );
  const isClear = count >= MANY || count >= (1 - FEW_SILENT) * cells.length;
  if (!isClear) return [];
  return odd.flatMap((cell) => {
    const related = ownerOf(cell);
    if (related === undefined) return [];
    const data = { name: cell.page.name, other: related.page.path };
    return [{ cell, messageId: "otherPage", data, count, folder, related }];
  });
};
