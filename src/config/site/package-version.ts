import { dirname, join } from "node:path";
import * as z from "zod";
import type { FileSystem } from "../../files/file-system.js";
import { isThere, textIn } from "../../files/look.js";
import { patternAround } from "../../patterns/around.js";

/** Largest lock file that is read, in bytes. */
const MAXIMUM = 20_000_000;

/** How lock files name a package and its version. */
const LOCKS: Readonly<Record<string, (name: string) => RegExp>> = {
  "package-lock.json": (name) =>
    patternAround("gm")`"(?:node_modules/)${name}": \{\s*"version": "(\d+\.\d+\.\d+[\w.+-]*)"`,
  "pnpm-lock.yaml": (name) =>
    patternAround("gm")`^ {2}'?/?${name}[@/](\d+\.\d+\.\d+[\w.+-]*)(?:[(_'].*)?:\s*$`,
  "yarn.lock": (name) =>
    patternAround("gm")`^"?${name}@[^\n]*:\n  version:? "?(\d+\.\d+\.\d+[\w.+-]*)"?$`,
  "bun.lock": (name) => patternAround("gm")`^\s*"${name}": \["${name}@(\d+\.\d+\.\d+[\w.+-]*)"`,
};

const manifest = z.object({
  dependencies: z.record(z.string(), z.unknown()).catch({}),
  devDependencies: z.record(z.string(), z.unknown()).catch({}),
});

/**
 * The version of an npm package that a folder's site builds with: the one in the lock file of the folder or, inside
 * a repository, of those above it; else the lowest that package.json allows. Undefined where neither tells, and
 * where a lock file holds several of which package.json picks none.
 *
 * @param root folder outside of which nothing is read
 * @param files looked at instead of the disk
 */
export function versionOf(
  folder: string,
  packageName: string,
  root: string,
  files?: FileSystem,
): string | undefined {
  const wanted = lowestWanted(folder, packageName, root, files);
  for (const home of foldersUpToRepository(folder)) {
    const locked = lockedVersions(home, packageName, root, files);
    if (locked === undefined) continue;
    const fitting =
      locked.length > 1 ? locked.filter((one) => majorOf(one) === majorOf(wanted)) : locked;
    if (fitting.length > 0) return fitting.at(-1);
    break;
  }
  return wanted;
}

function majorOf(version: string | undefined): string | undefined {
  return version?.split(".")[0];
}

/** The folder and those above it, up to that of the repository; the folder alone outside of one. */
function foldersUpToRepository(folder: string): readonly string[] {
  const folders: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    folders.push(at);
    if (isThere(join(at, ".git"))) return folders;
    if (dirname(at) === at) return [folder];
  }
}

/** Versions of a package in a folder's lock file, in the order they stand in; undefined without a lock file. */
function lockedVersions(
  folder: string,
  packageName: string,
  root: string,
  files: FileSystem | undefined,
): readonly string[] | undefined {
  for (const [file, pattern] of Object.entries(LOCKS)) {
    const text = textIn(join(folder, file), root, MAXIMUM, files);
    if (text === undefined) continue;
    const found = text.matchAll(pattern(packageName));
    return [...new Set([...found].map(([, version = ""]) => version))];
  }
  return undefined;
}

/** The lowest version of a package that the package.json of a folder allows. */
function lowestWanted(
  folder: string,
  packageName: string,
  root: string,
  files: FileSystem | undefined,
): string | undefined {
  const text = textIn(join(folder, "package.json"), root, MAXIMUM, files);
  if (text === undefined) return undefined;
  try {
    const { dependencies, devDependencies } = manifest.parse(JSON.parse(text));
    const range = dependencies[packageName] ?? devDependencies[packageName];
    if (typeof range !== "string") return undefined;
    return /^(?:npm:.+@)?[\^~=v\s]*(\d+(?:\.\d+){0,2}[\w.+-]*)/.exec(range)?.[1];
  } catch {
    return undefined;
  }
}
