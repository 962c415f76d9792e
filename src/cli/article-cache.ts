import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { isBuilt } from "../config/version.js";
import { isInside } from "../engine/paths.js";
import { realPath } from "../files/look.js";
import { refuseUnwritable } from "../files/write-file.js";
import { RefusedWrite } from "../files/write-permission.js";
import { cacheFolder } from "../run/kept/cache-folder.js";
import { cacheSecret } from "../run/kept/cache-secret.js";
import { ResultCache } from "../run/kept/result-cache.js";
import { UsageError } from "../run/usage-error.js";
import { printable } from "./failure.js";
import type { Io } from "./io.js";

/** What arguments say of the cache of what was found in articles. */
export interface CacheArguments {
  readonly noCache: boolean;
  readonly cacheLocation: string | undefined;
}

/** A cache that is open for one run of the command line. */
export interface ArticleCache {
  readonly cache: ResultCache;
  /** Writes what is new; says why where that cannot be, and somebody has named the file. */
  save(): void;
}

/**
 * Opens the cache that arguments ask for; undefined where they ask for none, or there can be none.
 *
 * @throws {UsageError} for a file that is named and no cache
 */
export function openArticleCache(
  { noCache, cacheLocation: named }: CacheArguments,
  root: string,
  io: Io,
): ArticleCache | undefined {
  if (noCache && named !== undefined)
    throw new UsageError(
      "--no-cache and --cache-location cannot be combined.",
      "Leave out one of them.",
    );
  // What sources find, others need not find: nobody knows when they change.
  if (noCache || (!isBuilt && named === undefined)) return undefined;
  const say = (text: string): void => void io.stderr.write(`copydesk: ${printable(text)}\n`);
  const folder = cacheFolder(io.env);
  if (isInside(realPath(folder), root) || isInside(folder, root)) {
    // A stranger's pull request may have brought it along, key and all.
    if (named === undefined || (io.env.COPYDESK_CACHE_KEY ?? "") === "") {
      say(`Nothing is kept: the cache folder ${folder} is in the project.`);
      return undefined;
    }
  }
  const name = `${createHash("sha256").update(root).digest("hex").slice(0, 24)}.cache`;
  const file = named === undefined ? join(folder, "articles", name) : resolve(io.cwd, named);
  if (named !== undefined) refuse(file, root);
  const secret = cacheSecret(folder, root, io.env);
  if (secret === undefined) {
    if (named !== undefined) say(`Nothing is kept: no key can be written to ${folder}.`);
    return undefined;
  }
  const cache = new ResultCache({ file, root, secret }, io.now());
  if (cache.isForeign)
    throw new UsageError(`${file} is not a cache of copydesk, so it is not replaced.`);
  if (cache.note !== undefined) say(cache.note);
  return {
    cache,
    save: () => {
      const reason = cache.save();
      // Whoever has not asked for a cache does not miss it.
      if (reason !== undefined && named !== undefined)
        say(`What was found is not kept in ${file}: ${reason}.`);
    },
  };
}

/** @throws {UsageError} for a file that must not be written */
function refuse(file: string, root: string): void {
  try {
    refuseUnwritable(file, { purpose: "cache", root });
  } catch (error) {
    if (!(error instanceof RefusedWrite)) throw error;
    throw new UsageError(`The cache ${file} cannot be used: ${error.message}.`);
  }
}
