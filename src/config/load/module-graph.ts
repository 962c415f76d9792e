import { createHash } from "node:crypto";
import { createRequire, isBuiltin } from "node:module";
import { dirname, extname, join, resolve } from "node:path";
import { nodeFileSystem } from "../../files/file-system.js";
import { decode, realPath, targetKind } from "../../files/look.js";

/** Most modules that are followed, and the largest one, in bytes. */
const MOST_MODULES = 2_000;
const MOST_BYTES = 8_000_000;

/** What a module may import besides modules that are followed: nothing in it tells of files, the network or other programs. */
const HARMLESS = new Set(["path", "url", "util", "os", "module", "assert", "process"]);

/** Ends of file names that an import may leave out or write otherwise, as loaders of TypeScript try them. */
const ENDINGS = [".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx", ".json"];

const IMPORT =
  /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\(|\bexport\s*\*\s*from)\s*(["'`])([^"'`\n]+)\1/g;
/** An import of what only running the code tells. */
const COMPUTED =
  /\b(?:import|require)\s*\(\s*(?!["'`][^"'`$\n]*["'`]\s*[,)])|\bcreateRequire\b|\bimport\.meta\.glob/;

/**
 * A hash of a module and all modules that it imports, by content; undefined where reading does not tell which they are, or
 * where they may look at other files. More modules may count than are loaded, none fewer.
 *
 * @param file absolute
 */
export function modulesFingerprint(file: string): string | undefined {
  const modules = new Map<string, string>();
  const waiting = [realPath(file)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (modules.has(path)) continue;
    const text = modules.size < MOST_MODULES ? textOf(path) : undefined;
    if (text === undefined) return undefined;
    modules.set(path, createHash("sha256").update(text).digest("hex"));
    const imported = extname(path) === ".json" ? [] : importsOf(path, text);
    if (imported === undefined) return undefined;
    for (const one of imported) waiting.push(one);
  }
  const hash = createHash("sha256");
  for (const [path, content] of [...modules].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${path}\0${content}\0`);
  return hash.digest("hex");
}

/** The files that a module may import; undefined where that cannot be told. */
function importsOf(path: string, text: string): readonly string[] | undefined {
  // A package is known by its version, too, and what it computes are modules of its own.
  const isInstalled = path.split(/[\\/]/).includes("node_modules");
  if (!isInstalled && COMPUTED.test(text)) return undefined;
  const files: string[] = [];
  for (const [, , name = ""] of text.matchAll(IMPORT)) {
    const found = /^\.{0,2}\//.test(name) ? candidates(path, name) : packageFiles(path, name);
    if (found === undefined && !isInstalled) return undefined;
    for (const file of found ?? []) files.push(file);
  }
  return files;
}

/** Every file that a relative import can mean: which of them is taken is the loader's affair. */
function candidates(path: string, name: string): readonly string[] {
  const target = resolve(dirname(path), name);
  const bare = target.slice(0, target.length - extname(target).length);
  const names = [
    target,
    ...ENDINGS.flatMap((ending) => [
      target + ending,
      bare + ending,
      join(target, `index${ending}`),
    ]),
  ];
  return [...new Set(names)].filter((file) => targetKind(file) === "file").map(realPath);
}

/** The entry of a package and its description; nothing for what is known without; undefined where it is not found. */
function packageFiles(path: string, name: string): readonly string[] | undefined {
  // Modules that an engine supplies, or the module cannot be loaded at all.
  if (/^(?!node:|file:|data:|https?:)[a-z][a-z\d-]+:/.test(name)) return [];
  if (isBuiltin(name)) return HARMLESS.has(name.replace(/^node:/, "")) ? [] : undefined;
  if (/^copydesk(?:\/|$)/.test(name)) return [];
  try {
    const entry = realPath(createRequire(path).resolve(name));
    const description = descriptionOf(entry);
    return description === undefined ? [entry] : [entry, description];
  } catch {
    return undefined;
  }
}

/** The nearest `package.json`. */
function descriptionOf(entry: string): string | undefined {
  for (let folder = dirname(entry); dirname(folder) !== folder; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (targetKind(file) === "file") return file;
  }
  return undefined;
}

function textOf(path: string): string | undefined {
  try {
    return decode(nodeFileSystem.read(path, MOST_BYTES));
  } catch {
    return undefined;
  }
}
