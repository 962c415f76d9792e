import { folded, type Page } from "./columns.js";
import { exceptions, type Habit, scalars } from "./habit.js";
import { isShown } from "./keys.js";

/** The name of the folder that the article is in, such as that of its language. */
export const folderName: Habit = (column, { folder }) => {
  if (isShown(column.key) || column.key.endsWith("[]")) return [];
  const depth = folder === "" ? 0 : folder.split("/").length;
  const folderOf = ({ path }: Page): string | undefined => path.split("/").slice(0, -1)[depth];
  const cells = scalars(column);
  const named = new Set(cells.map((cell) => cell.folded));
  const all = new Set(cells.map(({ page }) => folded(folderOf(page) ?? "")));
  const { odd, count } = exceptions(
    cells,
    ({ page, folded: said }) => {
      const own = folded(folderOf(page) ?? "");
      if (own === "") return "silent";
      if (own === said) return "follows";
      // A folder that no article names is none of those that the key speaks of.
      return all.has(said) && named.has(own) ? "breaks" : "silent";
    },
    { silent: 0.1, different: 2 },
  );
  return odd.map((cell) => {
    const name = folderOf(cell.page) ?? "";
    return { cell, messageId: "folder", data: { name }, count, folder, meant: name };
  });
};
