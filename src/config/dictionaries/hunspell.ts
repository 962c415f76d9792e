import { createRequire } from "node:module";
import { join } from "node:path";
import { filesIn } from "../../files/file-system.js";
import { targetKind } from "../../files/look.js";
import type { Dictionary } from "../../rule/index.js";
import type { InstalledDictionary } from "./packages.js";

// CommonJS, loaded only when a word is looked up, and at once.
const load = createRequire(import.meta.url);

interface Speller {
  correct(word: string): boolean;
}

type SpellerFactory = (affixes: Uint8Array, words: Uint8Array) => Speller;

/**
 * The dictionary in a package such as `dictionary-en-gb`; undefined where it is not one of Hunspell.
 *
 * @param root folder outside of which nothing is read
 */
export function hunspellDictionary(
  name: string,
  folder: string,
  root: string,
): InstalledDictionary | undefined {
  const [affixes, words] = [join(folder, "index.aff"), join(folder, "index.dic")];
  if ([affixes, words].some((file) => targetKind(file, root) !== "file")) return undefined;
  let speller: Speller | undefined;
  const read = (): Speller => {
    const make: SpellerFactory = load("nspell");
    const files = filesIn(root);
    return make(files.read(affixes), files.read(words));
  };
  const dictionary: Dictionary = {
    language: /^dictionary-([a-z]{2,3})(?![a-z])/.exec(name)?.[1],
    has: (word) => {
      speller ??= read();
      return speller.correct(word);
    },
  };
  return { dictionary, files: [affixes, words] };
}
