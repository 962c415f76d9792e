import { nearestOf } from "../../../../src/rules.js";
import { exceptions, type Habit, LEAST, MOST_ODD, scalars } from "./habit.js";

/** So many of the words that a file lists must be in use before it is taken for the list of all words. */
const USED_SHARE = 0.5;
const LEAST_USED = 3;

/** Words that a data file lists. */
export const vocabulary: Habit = (column, { folder, vocabularies }) => {
  const cells = scalars(column);
  if (cells.length <= LEAST) return [];
  const texts = [...new Set(cells.map(({ value }) => value.text))];
  for (const { file, words } of vocabularies) {
    const least = Math.max(LEAST_USED, words.size * USED_SHARE);
    if (texts.length < least || texts.length > words.size + MOST_ODD) continue;
    if (texts.filter((text) => words.has(text)).length < least) continue;
    const { odd, count } = exceptions(
      cells,
      ({ value }) => (words.has(value.text) ? "follows" : "breaks"),
      { silent: 0, different: LEAST_USED },
    );
    if (odd.length > 0)
      return odd.map((cell) => {
        const near = nearestOf(cell.value.text, words, { limit: 2, swaps: true });
        const meant = near === undefined ? {} : { meant: near };
        return { cell, messageId: "word", data: { file }, count, folder, ...meant };
      });
  }
  return [];
};
