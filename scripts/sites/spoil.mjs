/**
 * Makes targets of links dead in three ways: a `slip` changes one letter, a `renamed` target has another name of two words
 * that the site uses, a `removed` one has its own name with a year or a number.
 */

export const HOWS = ["slip", "renamed", "removed"];

export const LETTERS = /[a-z]{3,}/gi;

const WORD = /[a-z]{4,12}/g;
const MOST_TRIES = 20;

/** The last segment of an address without its extension. */
export function stemOf(address) {
  const name = address.split("?")[0].replace(/\/+$/, "").split("/").at(-1) ?? "";
  return name.replace(/\.\w+$/, "").replaceAll(/%[\da-f]{2}/gi, "");
}

/** Words of a site in the names of its files and in its fragments. */
function vocabulary(names) {
  return [...new Set([...names].flatMap((name) => name.match(WORD) ?? []))].sort();
}

export class Spoiler {
  #next;
  #hows;
  #turns = new Map();
  #stems;
  #fragments;
  #words;
  #texts;

  constructor({ next, hows, files, articles }) {
    this.#next = next;
    this.#hows = hows;
    this.#stems = new Set(files.map((name) => stemOf(name).toLowerCase()));
    const fragments = articles.flatMap(({ references }) =>
      references.flatMap(({ target }) => target.split("#").slice(1)),
    );
    this.#fragments = new Set(fragments.map((one) => one.toLowerCase()));
    const pages = articles.map(({ file }) => stemOf(file).toLowerCase());
    const named = vocabulary(pages);
    const folders = articles.map(({ file }) => file.toLowerCase().replace(/[^/]*$/, ""));
    this.#words = {
      // Where all pages are called `index`, their folders have the names.
      page: named.length < 2 ? vocabulary(folders) : named,
      image: vocabulary(this.#stems),
      anchor: vocabulary([...this.#fragments, ...pages]),
    };
    this.#texts = articles.map(({ text }) => text.toLowerCase());
  }

  /** A dead target in the place of one, and how it was made; undefined where none is found. */
  spoilt(kind, target) {
    const turn = this.#turns.get(kind) ?? 0;
    this.#turns.set(kind, turn + 1);
    const how = this.#hows[turn % this.#hows.length];
    const [address, ...rest] = target.split("#");
    if (kind === "anchor") {
      const name = this.#free(how, kind, rest.join("#"));
      return name === undefined ? undefined : { target: `${address}#${name}`, how };
    }
    const stem = stemOf(address);
    const name = this.#free(how, kind, stem);
    if (name === undefined) return undefined;
    const at = address.lastIndexOf(stem);
    const changed = address.slice(0, at) + name + address.slice(at + stem.length);
    return { target: [changed, ...rest].join("#"), how };
  }

  /** A name that nothing of the kind has. */
  #free(how, kind, word) {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const name = this.#changed(how, kind, word);
      if (name !== undefined && !this.#isTaken(kind, name.toLowerCase())) return name;
    }
    return undefined;
  }

  #isTaken(kind, name) {
    if (kind !== "anchor") return this.#stems.has(name);
    const heading = name.replaceAll("-", " ");
    return this.#fragments.has(name) || this.#texts.some((text) => text.includes(heading));
  }

  #changed(how, kind, word) {
    if (how === "slip") return this.#misspelled(word);
    if (how === "removed") return `${word}-${this.#number()}`;
    const words = this.#words[kind];
    if (words.length < 2) return undefined;
    return `${this.#oneOf(words)}${word.includes("_") ? "_" : "-"}${this.#oneOf(words)}`;
  }

  #misspelled(word) {
    const runs = [...word.matchAll(LETTERS)];
    if (runs.length === 0) return `${word}x`;
    const run = this.#oneOf(runs);
    const at = run.index + 1 + Math.floor(this.#next() * (run[0].length - 1));
    const letter = String.fromCharCode(((word.toLowerCase().charCodeAt(at) - 97 + 7) % 26) + 97);
    return word.slice(0, at) + letter + word.slice(at + 1);
  }

  /** A year, or a number larger than headings of one text are counted to. */
  #number() {
    const number = Math.floor(this.#next() * 24);
    return number < 12 ? 2010 + number : 20 + number;
  }

  #oneOf(items) {
    return items[Math.floor(this.#next() * items.length)];
  }
}
