import type { SiteIndex } from "../../../../src/rules.js";
import type { Vocabulary } from "./habit.js";

const DATA_FILE = /(?:^|\/)(?:_?data\/[^/]+|authors)\.(?:ya?ml|json|toml)$/i;
/** A longer file is a table, not a list of words. */
const LONGEST = 100_000;
const MOST_FILES = 100;
/** More words are a table of things. */
const MOST_WORDS = 200;
const LEAST_WORDS = 3;

/** A line of a data file with what it lists: `- tag: word`, `key: word`, `- word`, `"key": "word",`, `key:`. */
const LINE = /^(?<indent>\s*)(?<item>- +)?(?:["']?(?<key>[\w.-]+)["']? ?[:=] ?)?(?<rest>.*)$/;
const QUOTED = /^(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<plain>[^"'{}[\]|>#&*][^#]*))$/;

/** The lists of words in the data files of a site: the values of one key, the items of one list, the keys of a file. */
export function vocabulariesOf(site: SiteIndex, folder: string): readonly Vocabulary[] {
  const files = site.filesOf(folder).filter((file) => DATA_FILE.test(file));
  return files.slice(0, MOST_FILES).flatMap((file) => {
    const text = site.textOf(file);
    if (text === undefined || text.length > LONGEST) return [];
    return wordLists(text).map((words) => ({ file, words }));
  });
}

/** The lists of words in a text of YAML, TOML or JSON. */
export function wordLists(text: string): readonly ReadonlySet<string>[] {
  const lists = new Map<string, Set<string>>();
  const add = (list: string, word: string): void => {
    const known = lists.get(list);
    if (known === undefined) lists.set(list, new Set([word]));
    else known.add(word);
  };
  let heading = "";
  for (const line of text.split(/\r?\n/)) {
    const { indent = "", item, key, rest = "" } = LINE.exec(line)?.groups ?? {};
    const [written = ""] = rest.split(" #", 1);
    const groups = QUOTED.exec(written.trim().replace(/,$/, ""))?.groups;
    const word = groups?.double ?? groups?.single ?? groups?.plain;
    if (key !== undefined) {
      if (rest.trim() === "") heading = key;
      else if (word !== undefined)
        for (const list of [`value ${key}`, `value ${heading} ${key}`]) add(list, word);
      if (item === undefined) add(`key ${indent.length}`, key);
    } else if (item !== undefined && word !== undefined) add(`item ${heading}`, word);
  }
  return [...lists.values()].filter(({ size }) => size >= LEAST_WORDS && size <= MOST_WORDS);
}
