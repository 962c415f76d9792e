import { isAbsolute, relative, sep } from "node:path";

/** Whether a path is a folder or lies in it. Both must be absolute. */
export function isInside(path: string, folder: string): boolean {
  if (isPlainlyInside(path, folder)) return true;
  const way = relative(folder, path);
  return way === "" || (!isAbsolute(way) && way !== ".." && !/^\.\.[\\/]/.test(way));
}

/** A path relative to a folder, with `/` on every platform; "" for the folder itself. */
export function pathFrom(folder: string, path: string): string {
  const way = isPlainlyInside(path, folder)
    ? path.slice(folder.length + 1)
    : relative(folder, path);
  return sep === "/" ? way : way.replaceAll(sep, "/");
}

/** The common case, without taking paths apart; one with `..` in it needs a closer look. */
function isPlainlyInside(path: string, folder: string): boolean {
  return path.startsWith(folder) && path[folder.length] === sep && !path.includes(`${sep}..`);
}
