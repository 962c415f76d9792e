import { type Cell, folded } from "./columns.js";
import { type Habit, LEAST, type Odd, scalars } from "./habit.js";
import { isAddress, isDateKey, isGroup, isIdentifierKey, isPicture, isShown } from "./keys.js";

/** A name or number that tells one thing from others: no words, no date, no small number. */
const IDENTIFIER = /^(?!\d{4}-\d{2}-\d{2})(?=.*[\p{L}\d_-]{3})[\p{L}\d_.+-]+$/u;
/** The id at the end of an address: that of a post, a video, a discussion. */
const ID_IN_ADDRESS = /^https?:\/\/[^\s?#]*\/((?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{8,})$/i;
/** For each so many articles one more pair is accepted, up to three. */
const MANY = 50;
const MOST_PAIRS = 3;
const SHORT_NUMBER = /^\d{1,4}$/;

/** Values that no two articles share. */
export const unique: Habit = (column, { folder }) => {
  const { key } = column;
  if ([isShown, isAddress, isGroup, isDateKey, isPicture].some((is) => is(key))) return [];
  if (key.endsWith("[]")) return [];
  const cells = scalars(column);
  const pairs = fewPairs(cells);
  const count = cells.length - 2 * pairs.length;
  const isIdentifier = ({ value: { text } }: Cell): boolean =>
    (IDENTIFIER.test(text) && !SHORT_NUMBER.test(text)) || isIdAddress(text);
  const isUsual = isIdentifierKey(key) || cells.filter(isIdentifier).length > cells.length / 2;
  const taken = pairs.filter(([one]) => isUsual && isIdentifier(one)).flatMap(ofOther);
  const [pair, ...others] = pairs;
  if (taken.length === 0 && pair !== undefined && others.length === 0)
    return inOrder(cells, pair, count, folder);
  return taken.map((odd) => ({ ...odd, messageId: "taken", data: {}, count, folder }));
};

/** Whether an address ends with an id; words with a number (`part-2-tides`) are none. */
function isIdAddress(text: string): boolean {
  const id = ID_IN_ADDRESS.exec(text)?.[1];
  return id !== undefined && !/-/.test(id) && /[a-z]\d|\d[a-z]/i.test(id);
}

/** The pairs of cells with one value, where nearly all others have different ones. */
function fewPairs(cells: readonly Cell[]): readonly (readonly [Cell, Cell])[] {
  if (cells.length < LEAST + 2) return [];
  const most = Math.min(MOST_PAIRS, 1 + Math.floor(cells.length / MANY));
  const known = new Map<string, Cell>();
  const pairs: [Cell, Cell][] = [];
  for (const cell of cells) {
    const first = known.get(cell.value.text);
    if (first !== undefined) pairs.push([first, cell]);
    if (pairs.length > most) return [];
    known.set(cell.value.text, cell);
  }
  return pairs;
}

/**
 * Which of two has the value of the other: the one that is not called so. Where neither is, only a number tells that the
 * value names no thing that both may be about.
 */
function ofOther([one, other]: readonly [Cell, Cell]): readonly Pick<Odd, "cell" | "related">[] {
  const isCalledSo = ({ page, name, folded: text }: Cell): boolean =>
    [name, folded(page.title)].some((one) => `-${one}-`.includes(`-${text}-`));
  if (isCalledSo(one) !== isCalledSo(other))
    return [isCalledSo(one) ? { cell: other, related: one } : { cell: one, related: other }];
  return !isCalledSo(one) && /\d/.test(one.value.text) ? [{ cell: other, related: one }] : [];
}

/** Whole numbers that count up without a gap, but for the one that the number taken twice leaves. */
function inOrder(
  cells: readonly Cell[],
  [related, cell]: readonly [Cell, Cell],
  count: number,
  folder: string,
): readonly Odd[] {
  const all = cells.map(({ value }) => Number(value.text));
  if (!all.every((one) => Number.isSafeInteger(one) && one >= 0)) return [];
  const numbers = [...new Set(all)].sort((a, b) => a - b);
  const [first = 0, second = 0, third = 0] = numbers;
  const step = Math.min(second - first, third - second);
  const gaps = numbers.flatMap((one, at) => {
    const next = numbers[at + 1];
    return next === undefined || next === one + step ? [] : [{ from: one, to: next }];
  });
  const [gap, ...others] = gaps;
  if (others.length > 0) return [];
  const free = gap === undefined ? undefined : gap.from + step;
  if (free === undefined || gap?.to !== free + step) return [];
  return [{ cell, messageId: "place", data: { free: String(free) }, count, folder, related }];
}
