import { dirname, join } from "node:path";
import * as z from "zod";
import { isThere, targetKind, textIn } from "../../files/look.js";
import type { Dictionary } from "../../rule/index.js";

/** A dictionary of a package. */
export interface InstalledDictionary {
  readonly dictionary: Dictionary;
  /** The files that its words are read from when one is looked up, absolute. */
  readonly files: readonly string[];
}

/** Names of packages that hold a dictionary: those of Hunspell and of cspell. */
const DICTIONARY_NAME = /^(?:dictionary-[a-z]{2,3}(?:-[a-z\d]+)*|@cspell\/dict-[\w-]+)$/;

/** Largest package.json that is read, in bytes. */
const MOST_BYTES = 1_000_000;

const manifestSchema = z.looseObject({
  dependencies: z.record(z.string(), z.unknown()).catch({}),
  devDependencies: z.record(z.string(), z.unknown()).catch({}),
});

/** A folder and those around it, up to the project's. */
export function foldersUp(folder: string, root: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; at !== root && dirname(at) !== at; at = dirname(at)) {
    folders.push(dirname(at));
  }
  return folders;
}

/** The folder of an installed package, looked for as Node does. */
export function packageFolder(name: string, folders: readonly string[]): string | undefined {
  return folders
    .map((folder) => join(folder, "node_modules", name))
    .find((folder) => isThere(folder));
}

/**
 * The dictionaries that the nearest `package.json` lists and that are installed, in its order.
 *
 * @param root folder outside of which nothing is read
 */
export function installedDictionaries(folders: readonly string[], root: string): readonly string[] {
  const manifest = folders
    .map((folder) => join(folder, "package.json"))
    .find((file) => targetKind(file, root) === "file");
  if (manifest === undefined) return [];
  return dependenciesIn(manifest, root).filter(
    (name) => DICTIONARY_NAME.test(name) && packageFolder(name, folders) !== undefined,
  );
}

function dependenciesIn(manifest: string, root: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(textIn(manifest, root, MOST_BYTES) ?? "{}");
    const { dependencies, devDependencies } = manifestSchema.parse(value);
    return [...Object.keys(dependencies), ...Object.keys(devDependencies)];
  } catch {
    return [];
  }
}
