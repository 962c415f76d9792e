import path from "node:path";
import { circlesOf, type Import, importsOf, type Tree } from "./imports.js";

/** The layers from the lowest up: a file imports its own layer and those before it. */
export const LAYERS = [
  "src/patterns",
  "src/article",
  "src/facts",
  "src/engine",
  "src/rule",
  "src/knowledge",
  "src/engines",
  // What rules import, and plugins as `copydesk/rules`.
  "src/rules.ts",
  "rules",
  "rules/index.ts",
  "src/site",
  "src/lint",
  "src/fix",
  "src/report",
  "src/baseline",
  "src/inference",
  "src/online",
  "src/files",
  "src/git",
  "src/config",
  "src/run",
  "src/testing",
  "src/cli",
  // Entries of the package, such as `src/index.ts`.
  "src",
] as const;

type Layer = (typeof LAYERS)[number];

/** Layers and folders that may reach for files, clock, network, console or process. */
const WORLDLY = [
  "src/files",
  "src/git",
  "src/config",
  "src/run",
  "src/online",
  "src/testing",
  "src/cli",
  "src/engines/read",
  // Loads its engine when the first pattern comes.
  "src/patterns",
];

/** Modules of Node that only work on what they are given. */
const HARMLESS = new Set(["node:path", "node:url"]);

/** What reaches for the world without an import. */
const GLOBALS: readonly (readonly [string, RegExp])[] = [
  [
    "clock",
    /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.|\bset(?:Timeout|Interval|Immediate)\(/,
  ],
  ["chance", /\bMath\.random\b|\brandomUUID\b/],
  [
    "locale of the machine",
    /\.toLocale\w+\(\s*\)|\bnew Intl\.\w+\(\s*\)|\.localeCompare\([^,)]*\)/,
  ],
  ["network", /\bfetch\(|\bnew WebSocket\b/],
  ["console", /\bconsole\.\w/],
  ["process", /\bprocess\.[a-z]/],
];

/** Most files beside each other. */
const MOST_FILES = 40;

/** The layer a file belongs to; undefined for one that has no place in the house. */
export function layerOf(file: string): Layer | undefined {
  const [top = "", folder = "", ...rest] = file.split("/");
  const own = LAYERS.find((layer) => layer === file);
  if (own !== undefined) return own;
  const name = top === "src" && rest.length > 0 ? `src/${folder}` : top;
  return LAYERS.find((layer) => layer === name);
}

/** Imports that go upwards, from one family of rules to another, or from rules past what is there for them. */
export function upwardImports(tree: Tree): readonly string[] {
  return inside(tree)
    .filter((one) => !isDownward(one))
    .map(({ from, to }) => `${from} → ${to}`);
}

function isDownward({ from, to }: Import): boolean {
  const [upper, lower] = [layerOf(from), layerOf(to)];
  if (upper === undefined || lower === undefined) return false;
  if (upper === "rules" && lower === "rules") return familyOf(from) === familyOf(to);
  if (upper === "rules") return lower === "src/rules.ts";
  return LAYERS.indexOf(lower) <= LAYERS.indexOf(upper);
}

/** Rules import the `lib` of their family, never each other. */
export function importedRules(tree: Tree): readonly string[] {
  return inside(tree)
    .filter(({ from, to }) => layerOf(from) === "rules" && /^rules\/[^/]+\/[^/]+\.ts$/.test(to))
    .map(({ from, to }) => `${from} → ${to}`);
}

/** Groups of files that import each other, types counted. */
export function circlesOfFiles(tree: Tree): readonly string[] {
  return circlesOf(inside(tree).map(({ from, to }) => [from, to])).map((one) => one.join(" ↔ "));
}

/** Groups of folders beside each other, below `src` or `rules`, whose files, at any depth, import each other. */
export function circlesOfFolders(tree: Tree): readonly string[] {
  const edges = inside(tree).flatMap(({ from, to }): readonly (readonly [string, string])[] => {
    const [left, right] = [from.split("/"), to.split("/")];
    const shared = left.findIndex((name, index) => name !== right[index]);
    // A folder may use what lies deeper in it, and the other way round.
    if (shared < 1 || left.length - 1 <= shared || right.length - 1 <= shared) return [];
    return [[left.slice(0, shared + 1).join("/"), right.slice(0, shared + 1).join("/")]];
  });
  return circlesOf(edges).map((one) => one.join(" ↔ "));
}

/** Folders with too many files beside each other, data files counted. */
export function crowdedFolders(tree: Tree): readonly string[] {
  const counts = new Map<string, number>();
  for (const file of tree.keys()) {
    const folder = path.posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > MOST_FILES)
    .map(([folder, count]) => `${folder}: ${count} files`);
}

/** Where a layer that should only work on what it is given reaches for the world. */
export function worldlyPlaces(tree: Tree): readonly string[] {
  const isPure = (file: string): boolean =>
    layerOf(file) !== "src" && !WORLDLY.some((folder) => file.startsWith(`${folder}/`));
  const imported = importsOf(tree)
    .filter(({ from, to }) => isPure(from) && to.startsWith("node:") && !HARMLESS.has(to))
    .map(({ from, to }) => `${from}: ${to}`);
  const used = [...tree].flatMap(([file, code = ""]) =>
    GLOBALS.filter(([, pattern]) => isPure(file) && pattern.test(code)).map(
      ([what]) => `${file}: ${what}`,
    ),
  );
  return [...imported, ...used];
}

/** Files in which a list becomes the arguments of a call that takes any number: a hundred thousand overflow the stack. */
export function spreadLists(tree: Tree): readonly string[] {
  return [...tree].flatMap(([file, code = ""]) => (SPREAD.test(code) ? [file] : []));
}

const SPREAD = /(?:\.(?:push|unshift)|Math\.(?:max|min))\((?:[^(){}]*,)?\s*\.\.\./;

/** Files outside of some folders that import a package which only those may. */
export function strayImports(
  tree: Tree,
  packageName: string,
  folders: readonly string[],
): readonly string[] {
  return importsOf(tree)
    .filter(
      ({ from, to }) =>
        (to === packageName || to.startsWith(`${packageName}/`)) &&
        !folders.some((one) => from.startsWith(one)),
    )
    .map(({ from }) => from);
}

/** Imports of files of the tree. */
function inside(tree: Tree): readonly Import[] {
  return importsOf(tree).filter(({ to }) => tree.has(to));
}

function familyOf(file: string): string | undefined {
  return file.split("/")[1];
}
