/** Few enough places for one list each, many enough that most units of a text find theirs empty. */
const PLACES = 1_024;

/** A list of words to be looked for at every character of a text. */
export class WordList {
  /** The words that begin with a unit, longest first, by the unit's last bits. */
  readonly #byFirst: (readonly string[] | undefined)[] = new Array(PLACES).fill(undefined);

  constructor(words: readonly string[]) {
    const groups = new Map<number, string[]>();
    for (const word of [...words].sort((left, right) => right.length - left.length)) {
      const place = word.charCodeAt(0) % PLACES;
      const group = groups.get(place);
      if (group === undefined) groups.set(place, [word]);
      else group.push(word);
    }
    for (const [place, group] of groups) this.#byFirst[place] = group;
  }

  /** The longest word of the list that stands in a text from an offset on. */
  at(text: string, offset: number): string | undefined {
    const group = this.#byFirst[text.charCodeAt(offset) % PLACES];
    if (group === undefined) return undefined;
    for (const word of group) if (text.startsWith(word, offset)) return word;
    return undefined;
  }

  /** Whether a word of the list stands anywhere in a text. */
  isIn(text: string): boolean {
    for (let index = 0; index < text.length; index++) {
      if (this.at(text, index) !== undefined) return true;
    }
    return false;
  }
}
