import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isTable } from "../../engines/read/table.js";

/** Folders above a site in which its packages may be named, as in a workspace. */
const MOST_FOLDERS = 4;

const VERSION = /\d+\.\d+\.\d+(?:-[\w.-]+)?/;

/**
 * The version of a package that a folder depends on, by the lock file or package.json of the folder or one above: the
 * locked one, else the least that a range allows. Undefined where nothing tells.
 */
export function packageVersion(folder: string, name: string): string | undefined {
  let at = folder;
  for (let count = 0; count < MOST_FOLDERS; count++) {
    const found = versionIn(at, name);
    if (found !== undefined) return found;
    if (dirname(at) === at) break;
    at = dirname(at);
  }
  return undefined;
}

function versionIn(folder: string, name: string): string | undefined {
  const quoted = name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const locks: Readonly<Record<string, RegExp>> = {
    "package-lock.json": new RegExp(`"node_modules/${quoted}": \\{\\s*"version": "([^"]+)"`),
    "pnpm-lock.yaml": new RegExp(`^ +'?/?${quoted}[@/](\\d[^:'(_]*)`, "m"),
    "yarn.lock": new RegExp(`^"?${quoted}@[^\\n]*:\\n +version:? "?([^"\\n]+)`, "m"),
    "bun.lock": new RegExp(`"${quoted}": \\["${quoted}@([^"]+)"`),
  };
  for (const [file, pattern] of Object.entries(locks)) {
    const version = pattern.exec(textOf(join(folder, file)))?.[1];
    if (version !== undefined && VERSION.test(version)) return version;
  }
  return wantedIn(textOf(join(folder, "package.json")), name);
}

/** What package.json asks for; a tag or a place says no version. */
function wantedIn(text: string, name: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(text);
    if (!isTable(manifest)) return undefined;
    const wanted = [manifest.dependencies, manifest.devDependencies]
      .flatMap((list) => (isTable(list) ? [list[name]] : []))
      .find((range) => typeof range === "string");
    const [version] = VERSION.exec(String(wanted)) ?? [];
    // `^1` and `1.x` leave parts out.
    const major = /^[~^>=v\s]*(\d+)(?:\.(?:\d+|x|\*))*$/.exec(String(wanted))?.[1];
    return version ?? (major === undefined ? undefined : `${major}.0.0`);
  } catch {
    return undefined;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
