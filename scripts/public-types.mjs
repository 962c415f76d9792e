import { existsSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";

const IMPORT = /^(?:import|export)\b(?:[^;"]*\bfrom)? "([^"]+)";|\bimport\("([^"]+)"\)/gm;

async function readManifest(root) {
  return JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
}

/** Sources of the entries that the manifest exports, by the names of the files in `dist/` that they become. */
export async function publicEntries(root) {
  const { exports } = await readManifest(root);
  const modules = Object.values(exports).filter(({ types }) => types !== undefined);
  return Object.fromEntries(
    modules.map(({ types, default: file }) => [
      path.posix.basename(file, ".js"),
      types.replace(/^\.\/dist\/types\//, "").replace(/\.d\.ts$/, ".ts"),
    ]),
  );
}

/**
 * Deletes the declarations that no entry of the package leads to.
 *
 * @throws {Error} when one that stays imports a file that is not there, or a package that an installation of this
 *   one does not bring.
 */
export async function keepPublicTypes(root) {
  const manifest = await readManifest(root);
  const entries = Object.values(manifest.exports).flatMap(({ types }) => types ?? []);
  const reached = new Set(entries.map((entry) => path.join(root, entry)));
  for (const file of reached) {
    for (const [, statement, type] of (await readFile(file, "utf8")).matchAll(IMPORT)) {
      const name = statement ?? type;
      if (name.startsWith(".")) {
        const target = path.resolve(path.dirname(file), name.replace(/\.js$/, ".d.ts"));
        if (!existsSync(target)) throw new Error(`${file} imports ${name}, which is not there.`);
        reached.add(target);
      } else if (!isInstalled(name, manifest.dependencies)) {
        throw new Error(`${file} imports ${name}, which is no dependency.`);
      }
    }
  }
  const types = path.join(root, "dist", "types");
  const all = await readdir(types, { recursive: true, withFileTypes: true });
  const unreached = all
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !reached.has(file));
  await Promise.all(unreached.map((file) => rm(file)));
}

/** Whether a package brings types: its own, or those of its name in `@types`. */
function isInstalled(name, dependencies) {
  const [scopeOrName, rest] = name.split("/");
  const bare = scopeOrName.startsWith("@") ? `${scopeOrName}/${rest}` : scopeOrName;
  return bare in dependencies || `@types/${bare}` in dependencies;
}
