import type { Cell } from "./columns.js";
import { exceptions, type Habit, type Verdict } from "./habit.js";
import { isAddress, isDateKey, isGroup, isPicture, mayBeEmpty } from "./keys.js";

/** This share of all articles must have the key: else it is left empty on purpose. */
const LEAST_SHARE = 0.9;

/** Texts that are there: readers see a gap where one is empty. */
export const filled: Habit = (column, { folder, pages }) => {
  const { key, cells } = column;
  if ([isAddress, isGroup, isDateKey, isPicture, mayBeEmpty].some((is) => is(key))) return [];
  if (key.includes("[]") || cells.length < pages * LEAST_SHARE) return [];
  const { odd, count } = exceptions(cells, judge, { silent: 0.1 });
  return odd.map((cell) => ({ cell, messageId: "empty", data: {}, count, folder }));
};

function judge({ value: { kind, range } }: Cell): Verdict {
  if (range.start < range.end) return kind === "text" || kind === "number" ? "follows" : "silent";
  return kind === "nothing" || kind === "text" ? "breaks" : "silent";
}
