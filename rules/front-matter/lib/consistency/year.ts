import { exceptions, type Habit, scalars } from "./habit.js";
import { isDateKey } from "./keys.js";

const PERIOD = /^((?:19|20)\d{2})(?:[-/](0[1-9]|1[0-2]))?$/;

/** A year, or a year and a month, that is the one of the article. */
export const year: Habit = (column, { folder }) => {
  if (isDateKey(column.key)) return [];
  const { odd, count } = exceptions(
    scalars(column),
    ({ page, value }) => {
      const [, ofYear, month] = PERIOD.exec(value.text) ?? [];
      if (ofYear === undefined || page.days.length === 0) return "silent";
      const period = month === undefined ? ofYear : `${ofYear}-${month}`;
      return page.days.some((day) => day.startsWith(period)) ? "follows" : "breaks";
    },
    { silent: 0.3, different: 2 },
  );
  return odd.map((cell) => {
    const [day = ""] = cell.page.days;
    const period = day.slice(0, cell.value.text.length);
    return { cell, messageId: "year", data: { period }, count, folder, meant: period };
  });
};
