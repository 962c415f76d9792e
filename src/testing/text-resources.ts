import { yamlSource } from "../config/load/source.js";
import { trustedPattern } from "../patterns/linear.js";
import type { Resources } from "../rule/index.js";

/**
 * What rules may read for their options in a test: the texts of its files. A file such as
 * `node_modules/dictionary-en/words.txt` is an installed dictionary, a word on each line. Whatever a config would be
 * refused for is thrown.
 */
export function textResources(texts: ReadonlyMap<string, string>): Resources {
  const text = (name: string): string => {
    const found = texts.get(name.replace(/^\.\//, ""));
    if (found === undefined) throw new TypeError(`The file "${name}" does not exist.`);
    return found;
  };
  const packages = [...texts.keys()].flatMap(
    (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  );
  return {
    text,
    data: (name, _at, schema) => schema.parse(yamlSource(name, text(name)).value),
    pattern: (source, _at, flags) => trustedPattern(source, flags),
    dictionary(name) {
      const words = new Set(text(`node_modules/${name}/words.txt`).split("\n"));
      const language = /^(?:dictionary-|@cspell\/dict-)([a-z]{2,3})(?![a-z])/.exec(name)?.[1];
      return { language, has: (word) => words.has(word) };
    },
    dictionaries: [...new Set(packages)],
    refuse: (_at, message) => {
      throw new TypeError(message);
    },
  };
}
