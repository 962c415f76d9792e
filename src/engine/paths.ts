import native from "node:path";

/** How a platform writes paths; that of the machine unless another one is named. */
export interface Platform {
  /** Between the names of a path. */
  readonly sep: string;
  isAbsolute(path: string): boolean;
  relative(from: string, to: string): string;
}

/** Whether a path is a folder or lies in it. Both must be absolute. */
export function isInside(path: string, folder: string, platform: Platform = native): boolean {
  if (isPlainlyInside(path, folder, platform)) return true;
  const way = platform.relative(folder, path);
  return way === "" || (!platform.isAbsolute(way) && way !== ".." && !/^\.\.[\\/]/.test(way));
}

/** A path relative to a folder, with `/` on every platform; "" for the folder itself. */
export function pathFrom(folder: string, path: string, platform: Platform = native): string {
  const way = isPlainlyInside(path, folder, platform)
    ? path.slice(folder.length + 1)
    : platform.relative(folder, path);
  return withSlashes(way, platform);
}

/** A path as the platform writes it, with `/` between its names. */
export function withSlashes(path: string, { sep }: Pick<Platform, "sep"> = native): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** The common case, without taking paths apart; one with `..` in it needs a closer look. */
function isPlainlyInside(path: string, folder: string, { sep }: Platform): boolean {
  return path.startsWith(folder) && path[folder.length] === sep && !path.includes(`${sep}..`);
}
