import { widthOf } from "./clusters.js";

/** Lines of a table whose cells are safe; `right` names the columns that stand to the right, as numbers do. */
export function tableLines(
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number>,
  gap = "  ",
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, text] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, widthOf(text));
  }
  return rows.map((row) =>
    row
      .map((text, column) => {
        const blanks = " ".repeat((widths[column] ?? 0) - widthOf(text));
        return right.has(column) ? blanks + text : text + blanks;
      })
      .join(gap)
      .trimEnd(),
  );
}
