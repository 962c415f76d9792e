import { randomBytes } from "node:crypto";
import { lstatSync, readdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { isInside } from "../engine/paths.js";
import { realPathIn } from "./open-file.js";

const NAME = /^\.copydesk-[\da-f]{12}\.tmp$/;

/** A writer has its temporary file for a moment; one that is this old was left by a writer that was killed. In ms. */
const LEFT_AFTER = 10 * 60 * 1000;

/** The name of a new temporary file. */
export function temporaryName(): string {
  return `.copydesk-${randomBytes(6).toString("hex")}.tmp`;
}

/**
 * Removes temporary files that killed writers have left: regular files with such a name, of this user, that nobody has
 * written for ten minutes, in folders below the root that no link leads to. What cannot be removed stays.
 *
 * @param folders absolute
 * @param root a real path
 * @param now milliseconds since 1970
 * @returns how many were removed
 */
export function removeLeftovers(folders: Iterable<string>, root: string, now: number): number {
  let removed = 0;
  for (const folder of folders) {
    for (const name of namesIn(folder, root)) {
      if (NAME.test(name) && isLeft(join(folder, name), now)) removed += remove(join(folder, name));
    }
  }
  return removed;
}

function namesIn(folder: string, root: string): readonly string[] {
  try {
    return isInside(folder, root) && realPathIn(folder, root) === folder ? readdirSync(folder) : [];
  } catch {
    return [];
  }
}

function isLeft(file: string, now: number): boolean {
  try {
    const stats = lstatSync(file);
    const isOwn = process.getuid === undefined || stats.uid === process.getuid();
    return stats.isFile() && isOwn && stats.mtimeMs < now - LEFT_AFTER;
  } catch {
    return false;
  }
}

function remove(file: string): number {
  try {
    unlinkSync(file);
    return 1;
  } catch {
    return 0;
  }
}
