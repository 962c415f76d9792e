import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import * as z from "zod";
import { isInside } from "../../engine/paths.js";
import { filesIn } from "../../files/file-system.js";
import { decode, textIn } from "../../files/look.js";
import type { InstalledDictionary } from "./packages.js";

/** Names of the file in which a package tells what it holds (https://cspell.org/docs/dictionaries-custom). */
const DESCRIPTION = "cspell-ext.json";

/** Largest description that is read, and most that a compressed list of words may hold, in bytes. */
const MOST_DESCRIBED = 1_000_000;
const MOST_UNPACKED = 256 * 1024 * 1024;

const descriptionSchema = z.looseObject({
  dictionaryDefinitions: z.array(z.looseObject({ name: z.string(), path: z.string() })),
  dictionaries: z.array(z.string()).catch([]),
  languageSettings: z
    .array(
      z.looseObject({
        languageId: z.union([z.string(), z.array(z.string())]).catch("*"),
        locale: z.union([z.string(), z.array(z.string())]).catch("*"),
        dictionaries: z.array(z.string()).catch([]),
      }),
    )
    .catch([]),
});

type Description = z.output<typeof descriptionSchema>;

/** A list of words, as the library of cspell makes it. */
interface Words {
  hasWord(word: string, caseSensitive: boolean): boolean;
}

interface Library {
  decodeTrie(data: Uint8Array<ArrayBuffer>): Words;
  parseDictionary(text: string): Words;
}

/** A dictionary, and when it can be asked. */
export interface PreparedDictionary extends InstalledDictionary {
  readonly ready: Promise<void>;
}

/**
 * The dictionary in a package such as `@cspell/dict-en_us`; undefined where it is not one of cspell.
 *
 * @param root folder outside of which nothing is read
 */
export function cspellDictionary(folder: string, root: string): PreparedDictionary | undefined {
  const text = textIn(join(folder, DESCRIPTION), root, MOST_DESCRIBED);
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  const description = descriptionSchema.parse(value);
  const paths = pathsIn(description)
    .map((path) => join(folder, path))
    .filter((path) => isInside(path, folder));
  let library: Library | undefined;
  let lists: readonly Words[] | undefined;
  const prepare = async (): Promise<void> => {
    library = await import("cspell-trie-lib");
  };
  const language = languageOf(description);
  return {
    ready: prepare(),
    files: [join(folder, DESCRIPTION), ...paths],
    dictionary: {
      language,
      has(word) {
        lists ??= library === undefined ? [] : paths.map(wordsReader(library, root));
        return lists.some((list) => list.hasWord(word, true));
      },
    },
  };
}

/** Files with the words of a package: those it switches on by itself, or else all. */
function pathsIn({
  dictionaryDefinitions,
  dictionaries,
  languageSettings,
}: Description): readonly string[] {
  const named = new Set([
    ...dictionaries,
    ...languageSettings.flatMap((setting) => setting.dictionaries),
  ]);
  const active = dictionaryDefinitions.filter(({ name }) => named.has(name));
  return (active.length > 0 ? active : dictionaryDefinitions).map(({ path }) => path);
}

/** The primary subtag of the locales for which a package switches its words on. */
function languageOf({ languageSettings }: Description): string | undefined {
  const locales = languageSettings.flatMap(({ locale }) =>
    typeof locale === "string" ? locale.split(",") : locale,
  );
  return locales
    .map((locale) => /^[a-z]{2,3}(?![a-z])/i.exec(locale.trim())?.[0].toLowerCase())
    .find((language) => language !== undefined);
}

function wordsReader(library: Library, root: string): (path: string) => Words {
  return (path) => {
    const bytes = filesIn(root).read(path);
    const data = path.endsWith(".gz")
      ? gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED })
      : bytes;
    return /\.trie(?:\.gz)?$/.test(path)
      ? library.decodeTrie(new Uint8Array(data))
      : library.parseDictionary(decode(data));
  };
}
