import { nearestOf } from "../../../../src/rules.js";
import type { Cell, Column } from "./columns.js";
import { exceptions, type Habit, LEAST, type Scene, scalars } from "./habit.js";
import { isAddress, isDateKey, isGroup, isPicture, isShown } from "./keys.js";
import type { Naming } from "./page-names.js";

const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i;
/** Where more name their own page, the key says what the page is called. */
const OWN_SHARE = 0.1;
/** Fewer different names are those of groups. */
const LEAST_PAGES = 6;

/** The values of a key that names other pages, and by what it does; undefined where it does not. */
function namesOfPages(
  { key, ...column }: Column,
  { names }: Scene,
): { readonly cells: readonly Cell[]; readonly naming: Naming } | undefined {
  if ([isShown, isAddress, isGroup, isDateKey, isPicture].some((is) => is(key))) return undefined;
  const cells = scalars({ key, ...column }).filter(
    ({ value: { kind, text } }) => kind === "text" && !ELSEWHERE.test(text),
  );
  const naming = cells.length < LEAST ? undefined : names.namingOf(key);
  if (naming === undefined) return undefined;
  const own = cells.filter((cell) => naming.pagesOf(cell).includes(cell.page)).length;
  return own > Math.max(1, cells.length * OWN_SHARE) ? undefined : { cells, naming };
}

/** Names of pages, all of which exist. */
export const existingPage: Habit = (column, scene) => {
  const found = namesOfPages(column, scene);
  if (found === undefined) return [];
  const { cells, naming } = found;
  const { odd, count } = exceptions(
    cells,
    (cell) => {
      if (naming.hasName(cell)) return "follows";
      return scene.names.isFile(cell) || scene.names.usesOf(cell) > 1 ? "silent" : "breaks";
    },
    { silent: 0.1, different: LEAST_PAGES },
  );
  const { folder } = scene;
  return odd.map((cell) => {
    const limit = { limit: 2, swaps: true };
    const near = nearestOf(naming.key === undefined ? cell.last : cell.folded, naming.all, limit);
    const meant = near === undefined ? "" : `, such as "${near}"`;
    return naming.key === undefined
      ? { cell, messageId: "noPage", data: { meant }, count, folder }
      : { cell, messageId: "noValue", data: { meant, other: naming.key }, count, folder };
  });
};

/** Names of other pages: the page itself is not what comes before, after or above it. */
export const notSelf: Habit = (column, scene) => {
  const found = namesOfPages(column, scene);
  if (found === undefined) return [];
  const { cells, naming } = found;
  const { odd, count } = exceptions(
    cells,
    (cell) => {
      const [only, ...others] = naming.pagesOf(cell);
      if (only === cell.page && others.length === 0) return "breaks";
      return only === undefined ? "silent" : "follows";
    },
    { silent: 0.5, different: LEAST_PAGES },
  );
  return odd.map((cell) => ({ cell, messageId: "self", data: {}, count, folder: scene.folder }));
};

/** Two keys that lead there and back, such as the next and the previous page. */
export const thereAndBack: Habit = (column, scene) => {
  const found = column.key.includes("[]") ? undefined : namesOfPages(column, scene);
  if (found === undefined) return [];
  const { cells, naming } = found;
  const claims = new Map<string, number>();
  for (const { last } of cells) claims.set(last, (claims.get(last) ?? 0) + 1);
  return [...scene.columns.values()].flatMap((back) => {
    if (back.key === column.key || back.key.includes("[]")) return [];
    const byPath = new Map(back.cells.map((cell) => [cell.page.path, cell]));
    const answerTo = (cell: Cell): Cell | undefined => {
      const [target, ...others] = naming.pagesOf(cell);
      return target === undefined || others.length > 0 ? undefined : byPath.get(target.path);
    };
    const { odd, count } = exceptions(
      cells,
      (cell) => {
        const answer = answerTo(cell);
        if (answer === undefined) return "silent";
        if (naming.pagesOf(answer).includes(cell.page)) return "follows";
        // The page that two claim answers to the right one.
        return (claims.get(cell.last) ?? 0) > 1 ? "breaks" : "silent";
      },
      { silent: 0.3 },
    );
    return odd.flatMap((cell) => {
      const related = answerTo(cell);
      if (related === undefined) return [];
      const data = { back: back.key, other: related.value.text };
      return [{ cell, messageId: "oneWay", data, count, folder: scene.folder, related }];
    });
  });
};
