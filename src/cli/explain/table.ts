import type { Element } from "hast";
import { largest } from "../../article/largest.js";
import { widthOf } from "../../report/text/clusters.js";
import { inlineText } from "./inline.js";
import { painted, type Style, wrapped } from "./style.js";

/** Columns between those of a table. */
const GAP = 2;

/** A table in columns, the last of them wrapped; the head is dim. */
export function tableLines(table: Element, style: Style, indent: string): readonly string[] {
  const rows = rowsOf(table).map((row) =>
    row.children
      .filter((cell) => cell.type === "element")
      .map((cell) => {
        const { text, spans } = inlineText(cell, style);
        const head = { start: 0, end: text.length, paint: style.colors.dim };
        return { text, spans: cell.tagName === "th" ? [head] : spans };
      }),
  );
  const count =
    largest(
      rows.map((row) => row.length),
      0,
    ) - 1;
  const widths = Array.from({ length: Math.max(0, count) }, (_, column) =>
    largest(rows.map((row) => widthOf(row[column]?.text ?? ""))),
  );
  const hang = indent + " ".repeat(widths.reduce((sum, width) => sum + width + GAP, 0));
  return rows.flatMap((row) => {
    const start = widths.map((width, column) => {
      const cell = row[column] ?? { text: "", spans: [] };
      return painted(cell) + " ".repeat(width + GAP - widthOf(cell.text));
    });
    return wrapped(row[count] ?? "", style, hang, indent + start.join(""));
  });
}

function rowsOf(element: Element): readonly Element[] {
  return element.children
    .filter((child) => child.type === "element")
    .flatMap((child) => (child.tagName === "tr" ? [child] : rowsOf(child)));
}
