import type { Slugger } from "../engine/engine.js";

/** What gets an id from its text: a heading, a term of a definition list. */
export interface Named {
  readonly text: string;
  readonly range: { readonly start: number };
}

/** Ids in the order of the text, repeated ones numbered: `x`, `x-1`, `x-2`. */
export function numberedIds(named: readonly Named[], slug: Slugger): readonly string[] {
  const taken = new Map<string, number>();
  return named
    .toSorted((left, right) => left.range.start - right.range.start)
    .map(({ text }) => {
      const id = slug(text);
      const count = taken.get(id) ?? 0;
      taken.set(id, count + 1);
      return count === 0 ? id : `${id}-${count}`;
    });
}
