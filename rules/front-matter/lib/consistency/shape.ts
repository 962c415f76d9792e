import { exceptions, type Habit, scalars } from "./habit.js";

/** Shapes of values, from the narrow to the wide; each names the shape that a text has. */
const SHAPES: readonly ((text: string) => string | undefined)[] = [
  (text) =>
    /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
      ? "32 hexadecimal digits in five groups"
      : undefined,
  (text) => (/^\d{7,}$/.test(text) ? `${text.length} digits` : undefined),
  (text) => (/^(?=.*\d)[\da-f]{7,}$/.test(text) ? `${text.length} hexadecimal digits` : undefined),
  (text) => (/^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(text) ? "a color such as #336699" : undefined),
  (text) => (/^\d{1,2}:\d{2}(?::\d{2})?$/.test(text) ? "a time such as 12:30" : undefined),
  (text) => (/^v?\d+(?:\.\d+)+(?:-[\w.]+)?$/.test(text) ? "a version such as 1.2.3" : undefined),
];

/** Values of one narrow shape. */
export const shape: Habit = (column, { folder }) => {
  const cells = scalars(column);
  for (const shapeOf of SHAPES) {
    const usual = mostFrequent(cells.flatMap(({ value }) => shapeOf(value.text) ?? []));
    if (usual === undefined) continue;
    const { odd, count } = exceptions(
      cells,
      ({ value }) => {
        if (shapeOf(value.text) === usual) return "follows";
        return value.kind === "text" ? "breaks" : "silent";
      },
      { silent: 0 },
    );
    if (odd.length > 0)
      return odd.map((cell) => ({ cell, messageId: "shape", data: { usual }, count, folder }));
  }
  return [];
};

function mostFrequent(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))[0]?.[0];
}
