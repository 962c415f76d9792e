import type { Dictionary } from "../../../src/rules.js";
import table from "./spelling.json" with { type: "json" };

/** The letters of a language besides a to z. */
const LETTERS: Readonly<Record<string, string | undefined>> = table.letters;
const FORMS: Readonly<Record<string, Forms | undefined>> = table.forms;
const LEAST_STEM = 4;
const LEAST_PART = 3;
const MOST_PARTS = 4;
/** In shorter words another letter makes too many other words. */
const LEAST_CHANGED = 5;
const MOST_NEAR = 3;

interface Forms {
  readonly endings: readonly string[];
  /** Endings of known words without which they are words too. */
  readonly missing: readonly string[];
  readonly beginnings: readonly string[];
}

/** The words of one language: those of its dictionaries, and those of the house. */
export class KnownWords {
  readonly #dictionaries: readonly Dictionary[];
  readonly #own: ReadonlySet<string>;
  readonly #isCompounding: boolean;
  readonly #letters: string;
  readonly #forms: Forms;
  readonly #known = new Map<string, boolean>();
  readonly #near = new Map<string, readonly string[]>();

  /** @param own words of the house, in lower case */
  constructor(language: string, dictionaries: readonly Dictionary[], own: ReadonlySet<string>) {
    this.#dictionaries = dictionaries;
    this.#own = own;
    this.#isCompounding = table.compounding.includes(language);
    this.#forms = FORMS[language] ?? { endings: [], missing: [], beginnings: [] };
    const letters = LETTERS[language] ?? "";
    this.#letters = /^[а-яіїєґёα-ωάέήίόύώς]+$/.test(letters)
      ? letters
      : `abcdefghijklmnopqrstuvwxyz${letters}`;
  }

  /** Whether a word is right, in whatever letter case it is in a dictionary. */
  has(word: string): boolean {
    let known = this.#known.get(word);
    if (known === undefined) {
      known =
        this.#isWord(word) ||
        this.#isFormed(word) ||
        (this.#isCompounding && this.#isCompound(word, MOST_PARTS));
      this.#known.set(word, known);
    }
    return known;
  }

  /** Words that one mistake of the hand makes into this one, the likeliest first; in its letter case. */
  near(word: string): readonly string[] {
    let near = this.#near.get(word);
    if (near === undefined) {
      near = this.#findNear(word);
      this.#near.set(word, near);
    }
    return near;
  }

  #findNear(word: string): readonly string[] {
    const isCapital = /^\p{Lu}/u.test(word);
    const found = new Set<string>();
    for (const candidate of oneMistakeFrom(word.toLowerCase(), this.#letters)) {
      const forms = isCapital ? [capitalised(candidate), candidate] : [candidate];
      if (forms.some((form) => this.#inDictionary(form))) {
        found.add(isCapital ? capitalised(candidate) : candidate);
        if (found.size === MOST_NEAR) break;
      }
    }
    return [...found];
  }

  #isWord(word: string): boolean {
    const lower = word.toLowerCase();
    return (
      this.#own.has(lower) ||
      this.#inDictionary(word) ||
      this.#inDictionary(lower) ||
      this.#inDictionary(capitalised(lower))
    );
  }

  /** Some dictionaries write the apostrophe straight, others curly. */
  #inDictionary(word: string): boolean {
    const forms = word.includes("'") ? [word, word.replaceAll("'", "’")] : [word];
    return this.#dictionaries.some((dictionary) => forms.some((form) => dictionary.has(form)));
  }

  /** Whether a word is a known one with an ending or a beginning that makes new words of any other. */
  #isFormed(word: string): boolean {
    const { endings, missing, beginnings } = this.#forms;
    const lower = word.toLowerCase();
    const isStem = (stem: string) => stem.length >= LEAST_STEM && this.#isWord(stem);
    return (
      endings.some((ending) => lower.endsWith(ending) && isStem(lower.slice(0, -ending.length))) ||
      missing.some((ending) => isStem(lower + ending)) ||
      beginnings.some(
        (beginning) => lower.startsWith(beginning) && isStem(lower.slice(beginning.length)),
      )
    );
  }

  /** Whether a word is several words written together, with or without an s between them. */
  #isCompound(word: string, parts: number): boolean {
    for (let at = LEAST_PART; at <= word.length - LEAST_PART; at++) {
      const head = word.slice(0, at);
      if (!this.#isWord(head) && !(head.endsWith("s") && this.#isWord(head.slice(0, -1)))) continue;
      const rest = word.slice(at);
      if (this.#isWord(rest) || (parts > 2 && this.#isCompound(rest, parts - 1))) return true;
    }
    return false;
  }
}

/** What a word may have been before a hand slipped: letters in the other order, doubled or left out, then changed ones. */
function* oneMistakeFrom(word: string, letters: string): Generator<string> {
  for (let at = 0; at < word.length - 1; at++) {
    const [one = "", two = ""] = [word[at], word[at + 1]];
    if (one !== two) yield word.slice(0, at) + two + one + word.slice(at + 2);
  }
  // An apostrophe left out: wouldnt, youre.
  for (const tail of [1, 2]) yield `${word.slice(0, -tail)}'${word.slice(-tail)}`;
  if (word.length < LEAST_CHANGED) return;
  for (let at = 0; at < word.length; at++) {
    const letter = word[at] ?? "";
    if (letter === word[at + 1]) yield word.slice(0, at) + word.slice(at + 1);
    else yield word.slice(0, at) + letter + word.slice(at);
  }
  // The first letter is seldom wrong.
  for (let at = 1; at <= word.length; at++) {
    for (const letter of letters) yield word.slice(0, at) + letter + word.slice(at);
  }
  for (let at = 1; at < word.length; at++) yield word.slice(0, at) + word.slice(at + 1);
  for (let at = 1; at < word.length; at++) {
    for (const letter of letters) yield word.slice(0, at) + letter + word.slice(at + 1);
  }
}

function capitalised(word: string): string {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("");
}
