import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Dictionary } from "../../rule/index.js";

// CommonJS, loaded only when a word is looked up, and at once.
const load = createRequire(import.meta.url);

interface Speller {
  correct(word: string): boolean;
}

type SpellerFactory = (affixes: Buffer, words: Buffer) => Speller;

/** The dictionary in a package such as `dictionary-en-gb`; undefined where it is not one of Hunspell. */
export function hunspellDictionary(name: string, folder: string): Dictionary | undefined {
  const [affixes, words] = [join(folder, "index.aff"), join(folder, "index.dic")];
  if (!existsSync(affixes) || !existsSync(words)) return undefined;
  let speller: Speller | undefined;
  const read = (): Speller => {
    const make: SpellerFactory = load("nspell");
    return make(readFileSync(affixes), readFileSync(words));
  };
  return {
    language: /^dictionary-([a-z]{2,3})(?![a-z])/.exec(name)?.[1],
    has: (word) => {
      speller ??= read();
      return speller.correct(word);
    },
  };
}
