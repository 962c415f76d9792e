import type { Cell } from "./columns.js";
import { exceptions, type Habit, type Scene, scalars, type Verdict } from "./habit.js";
import { isDateKey } from "./keys.js";

/** So many cells show whether two keys may have the same values. */
const SAMPLE = 40;
const SAMPLE_SHARE = 0.6;

/** Two keys with the same value in each article. */
export const twinKey: Habit = (column, scene) => {
  if (column.key.includes("[]") || isDateKey(column.key)) return [];
  const cells = scalars(column);
  return [...scene.columns.values()].flatMap((twin) => {
    // Of two keys, one is looked at from.
    if (twin.key <= column.key || twin.key.includes("[]") || isDateKey(twin.key)) return [];
    const byPath = new Map(twin.cells.map((cell) => [cell.page.path, cell]));
    const judge = ({ page, value }: Cell): Verdict => {
      const other = byPath.get(page.path)?.value.text ?? "";
      return other === "" ? "silent" : compared(value.text, other);
    };
    const both = cells.filter(({ page }) => byPath.has(page.path)).slice(0, SAMPLE);
    if (both.filter((cell) => judge(cell) === "follows").length < both.length * SAMPLE_SHARE)
      return [];
    const { odd, count } = exceptions(cells, judge, { silent: Number.POSITIVE_INFINITY });
    return odd.flatMap((one) => {
      const other = byPath.get(one.page.path);
      if (other === undefined) return [];
      const [cell, related] = isTaken(other, scene) ? [other, one] : [one, other];
      const data = { other: related.value.key, text: related.value.text };
      return [{ cell, messageId: "differs", data, count, folder: scene.folder, related }];
    });
  });
};

/** A title may be shorter in a menu, so words that share something do not contradict each other. */
export function compared(one: string, other: string): Verdict {
  if (one === other) return "follows";
  const [left, right] = [wordsOf(one), wordsOf(other)];
  const isProse = left.length > 1 || right.length > 1;
  return isProse && left.some((word) => right.includes(word)) ? "silent" : "breaks";
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether another article has the value under the same key or its twin. */
function isTaken({ page, value }: Cell, { columns }: Scene): boolean {
  return (columns.get(value.key)?.cells ?? []).some(
    (cell) => cell.page !== page && cell.value.text === value.text,
  );
}
