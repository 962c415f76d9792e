import { remembered } from "../../article/remembered.js";
import { usableGlobs } from "../../patterns/globs.js";
import { folderPath } from "../read/config-value.js";
import type { JekyllConfig } from "./config.js";

/** What Jekyll leaves out by itself. */
const USUAL_EXCLUDES = [
  ".sass-cache",
  ".jekyll-cache",
  "gemfiles",
  "Gemfile",
  "Gemfile.lock",
  "node_modules",
  "vendor/bundle",
  "vendor/cache",
  "vendor/gems",
  "vendor/ruby",
];

/** Whether Jekyll passes a name over unless told to take it. */
export function isHiddenName(name: string): boolean {
  return /^[._#]|~$/.test(name);
}

/** Whether the config takes a hidden part of a path in. */
export function isIncluded(
  parts: readonly string[],
  index: number,
  { include }: JekyllConfig,
): boolean {
  return matches(parts.slice(0, index + 1).join("/"), parts[index] ?? "", include);
}

/** Whether Jekyll is told to leave a path out. */
export function isExcluded(inside: string, { include, exclude }: JekyllConfig): boolean {
  const parts = inside.split("/");
  const hits = (list: readonly string[]): boolean =>
    parts.some((part, index) => matches(parts.slice(0, index + 1).join("/"), part, list));
  return hits([...USUAL_EXCLUDES, ...exclude]) && !hits(include);
}

/** Whether Jekyll serves a file that it makes nothing of. */
export function isServed(inside: string, config: JekyllConfig): boolean {
  const parts = inside.split("/");
  return (
    !isExcluded(inside, config) &&
    !parts.some((part, index) => isHiddenName(part) && !isIncluded(parts, index, config))
  );
}

const matcher = remembered((glob: string) => usableGlobs([glob], { dot: true }));

function matches(path: string, name: string, globs: readonly string[]): boolean {
  return globs.some((glob) => {
    const plain = folderPath(glob);
    if (plain === path || plain === name) return true;
    return /[*?[]/.test(plain) && matcher(plain)(path);
  });
}
