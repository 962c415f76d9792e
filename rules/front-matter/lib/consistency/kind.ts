import { exceptions, type Habit } from "./habit.js";

const NUMERIC = /^[+-]?[\d.,_]+$/;

/** Numbers: a word has no place in their order. */
export const kind: Habit = (column, { folder }) => {
  const { odd, count } = exceptions(
    column.cells,
    ({ value: { kind: own, text } }) => {
      if (own === "number") return "follows";
      if (own === "text" && text !== "") return NUMERIC.test(text) ? "silent" : "breaks";
      return own === "boolean" ? "breaks" : "silent";
    },
    { silent: 0.1, different: 3 },
  );
  return odd.map((cell) => {
    const kindOf = cell.value.kind === "boolean" ? "true or false" : "text";
    return { cell, messageId: "kind", data: { kind: kindOf }, count, folder };
  });
};
