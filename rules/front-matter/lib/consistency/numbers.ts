import type { Page } from "./columns.js";
import { exceptions, type Habit, scalars } from "./habit.js";
import { isShown } from "./keys.js";

const ALONE = /^v?(\d+(?:\.\d+)*)$/i;
/** Versions, and no sums: `1.000.000 ¥`, `$2.50`, `12.5 %`. */
const VERSIONS =
  /(?<![\d.]|[$€£¥₹₩₽] ?)(?!\d{1,3}(?:\.\d{3})+(?![\d.]))\d+(?:\.\d+)+(?![\d.]*\d| ?[%$€£¥₹₩₽円元])/g;
const NUMBERS = /\d+(?:\.\d+)*/g;
/** Between digits of a file name hyphens and underscores are the points of a version. */
const POINT = /(\d)[-_](?=\d)/g;

/** Numbers and versions that the file name or the title says as well. */
export const numbers: Habit = (column, { folder }) => {
  const cells = scalars(column);
  const { odd, count } = exceptions(
    cells,
    ({ page, value: { text } }) => {
      const alone = ALONE.exec(text)?.[1];
      const own = alone === undefined ? (text.match(VERSIONS) ?? []) : [alone];
      if (own.length === 0) return "silent";
      const known = column.key === "title" ? inName(page) : [...inName(page), ...inTitle(page)];
      // A name without any number says nothing of one.
      if (known.length === 0) return "silent";
      // A title may name more than the file: both releases that it announces.
      if (column.key === "title" && own.length > 1 && namesAll(own, page.name)) return "follows";
      return own.every((one) => known.some((other) => agree(one, other))) ? "follows" : "breaks";
    },
    { silent: isShown(column.key) ? Number.POSITIVE_INFINITY : 0.3 },
  );
  return odd.map((cell) => {
    const data = { name: cell.page.name, title: cell.page.title };
    return { cell, messageId: "number", data, count, folder };
  });
};

function inName({ name, path }: Page): readonly string[] {
  const folder = path.split("/").at(-2) ?? "";
  const pointed = `${folder} ${name}`.replace(POINT, "$1.");
  return [...(`${folder} ${name}`.match(NUMBERS) ?? []), ...(pointed.match(NUMBERS) ?? [])];
}

/** Whether a name has versions, all of which are among others. */
function namesAll(own: readonly string[], name: string): boolean {
  const versions = name.replace(POINT, "$1.").match(VERSIONS) ?? [];
  return versions.length > 0 && versions.every((one) => own.some((other) => agree(one, other)));
}

function inTitle({ title }: Page): readonly string[] {
  return title.match(NUMBERS) ?? [];
}

/** Whether two numbers are one, zeros around it aside, or the longer has the parts of a version in a row. */
function agree(one: string, other: string): boolean {
  const [left = [], right = []] = [one, other]
    .map((text) => text.split(".").map(Number))
    .sort((a, b) => a.length - b.length);
  // A file name may leave out the points.
  if (left.join("") === right.join("")) return true;
  if (left.length > 1) return `.${right.join(".")}.`.includes(`.${left.join(".")}.`);
  return left[0] === right[0] && right.slice(1).every((part) => part === 0);
}
