import { foldTitle } from "../../../../src/rules.js";
import { exceptions, type Habit, scalars } from "./habit.js";
import { compared } from "./twin-key.js";

/** A title that the page has as its heading, too. */
export const heading: Habit = (column, { folder }) => {
  if (column.key !== "title") return [];
  const { odd, count } = exceptions(
    scalars(column),
    ({ page, value }) => {
      if (page.heading === "") return "silent";
      return compared(foldTitle(page.heading), foldTitle(value.text)) === "follows"
        ? "follows"
        : compared(page.heading, value.text);
    },
    { silent: Number.POSITIVE_INFINITY },
  );
  return odd.map((cell) => {
    const data = { heading: cell.page.heading };
    return { cell, messageId: "heading", data, count, folder };
  });
};
