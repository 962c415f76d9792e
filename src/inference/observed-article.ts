/** The front matter of one article, as it is compared with that of others. */
export interface ObservedArticle {
  /** Relative to the folder that globs are relative to, with `/` on every platform. */
  readonly path: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An article whose front matter parsers read differently or not at all. */
export interface UnreadableArticle {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** A sentence without a full stop. */
  readonly reason: string;
}

/** A way to a value: keys, and `[]` for the items of a list. */
export type Place = readonly string[];

/** Stands for the items of a list in a place. */
export const ITEMS = "[]";

/** A place as people read it: `tags[]`, `author.name`. */
export function placeText(place: Place): string {
  return place.reduce(
    (text, step) => (step === ITEMS ? `${text}[]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}
