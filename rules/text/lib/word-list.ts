/** Buckets for each word: few enough for a list each, and enough that most units of a text hit an empty one. */
const PLACES_EACH = 8;
const MOST_PLACES = 1_024;

/** A list of words to search for at every character of a text. */
export class WordList {
  /** The words that begin with a unit, longest first, by the unit's last bits. */
  readonly #byFirst: (readonly string[] | undefined)[];
  /** All bits set; one less than the number of buckets. */
  readonly #mask: number;

  constructor(words: readonly string[]) {
    const wanted = Math.min(MOST_PLACES, PLACES_EACH * (words.length + 1));
    const places = 2 ** Math.ceil(Math.log2(wanted));
    this.#mask = places - 1;
    this.#byFirst = new Array(places).fill(undefined);
    const groups = new Map<number, string[]>();
    for (const word of [...words].sort((left, right) => right.length - left.length)) {
      const place = word.charCodeAt(0) & this.#mask;
      const group = groups.get(place);
      if (group === undefined) groups.set(place, [word]);
      else group.push(word);
    }
    for (const [place, group] of groups) this.#byFirst[place] = group;
  }

  /** The longest word of the list that starts at an offset of a text. */
  at(text: string, offset: number): string | undefined {
    const group = this.#byFirst[text.charCodeAt(offset) & this.#mask];
    if (group === undefined) return undefined;
    for (const word of group) if (text.startsWith(word, offset)) return word;
    return undefined;
  }

  /** Whether a text contains a word of the list. */
  isIn(text: string): boolean {
    for (let index = 0; index < text.length; index++) {
      if (this.at(text, index) !== undefined) return true;
    }
    return false;
  }
}
