/** A shape of articles: its ending, how often its part is repeated at first, and the text for a number of times. */
export type Shape = readonly [
  extension: "html" | "md" | "mdx",
  base: number,
  text: (n: number) => string,
];

export type Shapes = Readonly<Record<string, Shape>>;

export const WORDS = "lorem ipsum dolor sit amet consectetur ";

export const repeat = (text: string, count: number): string => text.repeat(count);

export const each = (count: number, part: (index: number) => string, between = ""): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(between);

/** The same numbers from the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Words that nobody has written, the same for the same seed. */
export function words(seed: number, count: number): string {
  const next = random(seed);
  const letter = (letters: string): string => letters.charAt(Math.floor(next() * letters.length));
  const word = (): string =>
    each(1 + Math.floor(next() * 3), () => letter("bcdfglmnprst") + letter("aeiou"));
  return each(count, word, " ");
}

/** So many of the usual words in an order of their own. */
export function shuffled(seed: number, count: number): string {
  const next = random(seed);
  return WORDS.trim()
    .split(" ")
    .map((word) => ({ word, place: next() }))
    .sort((left, right) => left.place - right.place)
    .slice(0, count)
    .map(({ word }) => word)
    .join(" ");
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** An article with front matter. */
export const yaml = (block: string): string => `---\n${block}---\n\nbody\n`;
