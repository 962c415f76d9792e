import type { Cell, Column, Columns } from "./columns.js";
import type { PageNames } from "./page-names.js";

/** So many articles must show a habit before one that differs is told. */
export const LEAST = 12;
/** So many different values show that the values follow something, not that they are all the same. */
export const LEAST_DIFFERENT = 8;
/** For each so many that follow the habit one more exception is accepted. */
const MANY = 100;
/** With more exceptions there is no habit. */
export const MOST_ODD = 3;

/** What a habit says of a value: it follows it, breaks it, or cannot be judged by it. */
export type Verdict = "follows" | "breaks" | "silent";

/** A value that breaks a habit. */
export interface Odd {
  readonly cell: Cell;
  readonly messageId: MessageId;
  readonly data: Partial<Detail>;
  /** In how many other articles it is otherwise. */
  readonly count: number;
  /** The folder that these are in. */
  readonly folder: string;
  /** What it contradicts, where that is a value of another article or of the same one. */
  readonly related?: Cell;
  /** What was probably meant. */
  readonly meant?: string;
}

/** What messages name besides the key, its value and the other articles. */
export interface Detail {
  readonly back: string;
  readonly file: string;
  readonly free: string;
  readonly heading: string;
  readonly kind: string;
  readonly meant: string;
  readonly name: string;
  readonly other: string;
  readonly period: string;
  readonly text: string;
  readonly title: string;
  readonly usual: string;
}

export type MessageId =
  | "otherPage"
  | "number"
  | "year"
  | "noPage"
  | "self"
  | "noValue"
  | "oneWay"
  | "edition"
  | "taken"
  | "place"
  | "differs"
  | "kind"
  | "shape"
  | "word"
  | "folder"
  | "heading"
  | "empty";

/** What habits are looked for with. */
export interface Scene {
  readonly folder: string;
  readonly columns: Columns;
  /** How many articles are in the folder, with the keys or without. */
  readonly pages: number;
  readonly names: PageNames;
  readonly vocabularies: readonly Vocabulary[];
}

/** The words that a data file lists in one place. */
export interface Vocabulary {
  readonly file: string;
  readonly words: ReadonlySet<string>;
}

/** A way in which the values of a key may follow from something else; gives those of a column that do not. */
export type Habit = (column: Column, scene: Scene) => readonly Odd[];

/** How clearly a habit must show. */
interface Clarity {
  /** Most values that cannot be judged, by one that follows. */
  readonly silent: number;
  /** Least number of different values among those that follow. */
  readonly different?: number;
}

/** The values that break what nearly all others follow; none where there is no such habit. */
export function exceptions(
  cells: readonly Cell[],
  judge: (cell: Cell) => Verdict,
  { silent, different = LEAST_DIFFERENT }: Clarity,
): { readonly odd: readonly Cell[]; readonly count: number } {
  const none = { odd: [], count: 0 };
  const follows: Cell[] = [];
  const odd: Cell[] = [];
  let unjudged = 0;
  for (const cell of cells) {
    const verdict = judge(cell);
    if (verdict === "follows") follows.push(cell);
    else if (verdict === "breaks") odd.push(cell);
    else unjudged++;
    if (odd.length > MOST_ODD) return none;
  }
  if (odd.length === 0 || follows.length < LEAST || unjudged > follows.length * silent) return none;
  if (odd.length > 1 + Math.floor(follows.length / MANY)) return none;
  const articles = new Set(follows.map(({ page }) => page.path)).size;
  const values = new Set(follows.map(({ value }) => value.text)).size;
  return articles < LEAST || values < different ? none : { odd, count: articles };
}

/** The values of a column that are text, numbers or dates. */
export function scalars({ cells }: Column): readonly Cell[] {
  return cells.filter(
    ({ value }) => value.text !== "" && (value.kind === "text" || value.kind === "number"),
  );
}
