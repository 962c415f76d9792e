import tables from "./homoglyphs.json" with { type: "json" };

/** A word that mixes letters of two scripts which look the same. */
export interface MixedWord {
  readonly start: number;
  readonly end: number;
  /** The word in the script most of it is written in. */
  readonly meant: string;
}

const CANDIDATE = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{3,}/gu;
const OTHER_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** A quick look: the blocks that hold most texts hold neither Cyrillic nor Greek. */
const PERHAPS_OTHER =
  /[^\s!-\u02ff\u2000-\u20ff\u2150-\u2ddf\u2e00-\u3098\u309b-\ua63f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]/;
const LATIN = /\p{Script=Latin}/u;
const OTHERS = [
  { letter: /\p{Script=Cyrillic}/u, toLatin: new Map(Object.entries(tables.cyrillic)) },
  { letter: /\p{Script=Greek}/u, toLatin: new Map(Object.entries(tables.greek)) },
].map((script) => ({
  ...script,
  fromLatin: new Map([...script.toLatin].map(([other, latin]) => [latin, other])),
}));

/**
 * Words such as `Мicrosoft` with a Cyrillic М. Every stray letter must have a look-alike in the script of
 * the rest, and one must stand before a letter of the rest: `HTMLа` is a Latin word with a Russian ending.
 */
export function mixedWords(text: string): readonly MixedWord[] {
  const found: MixedWord[] = [];
  if (!PERHAPS_OTHER.test(text) || !OTHER_SCRIPT.test(text)) return found;
  for (const match of text.matchAll(CANDIDATE)) {
    const word = match[0];
    if (!OTHER_SCRIPT.test(word) || !LATIN.test(word)) continue;
    for (const { letter, toLatin, fromLatin } of OTHERS) {
      const letters = [...word];
      const other = letters.map((character) => letter.test(character));
      const others = other.filter(Boolean).length;
      const latins = letters.filter((character) => LATIN.test(character)).length;
      if (others === 0 || others + latins !== letters.length || others === latins) continue;
      const stray = others < latins;
      const table = stray ? toLatin : fromLatin;
      const strays = letters.filter((_, index) => other[index] === stray);
      if (!strays.every((character) => table.has(character))) continue;
      if (other.lastIndexOf(!stray) < other.indexOf(stray)) continue;
      const meant = letters.map((character, index) =>
        other[index] === stray ? (table.get(character) ?? character) : character,
      );
      found.push({ start: match.index, end: match.index + word.length, meant: meant.join("") });
    }
  }
  return found;
}
