import { lstatSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { isInside } from "../engine/paths.js";
import { type EntryKind, kindOf } from "./entry-kind.js";
import { gitFolder, workTreeOf } from "./git-folder.js";
import { isTracked } from "./git-index.js";
import { textIn } from "./look.js";
import { realPathIn } from "./open-file.js";

/** What a file is written for decides where it may lie, and what it may take the place of. */
export type Permission =
  /** Anywhere if the command line or the environment names it, else below the root. Takes the place of reports alone. */
  | {
      readonly purpose: "report";
      readonly root: string;
      readonly isNamed: boolean;
      readonly isOurs: (text: string) => boolean;
    }
  /** A file below the root that is there already; its mode is kept. */
  | { readonly purpose: "article"; readonly root: string }
  /** In the user's folder for caches, or where the command line says. */
  | { readonly purpose: "cache"; readonly root: string }
  /** A file below the root that says how copydesk works: a new one, or one whose text may be replaced. */
  | {
      readonly purpose: "config";
      readonly root: string;
      readonly mayReplace?: (text: string) => boolean;
    };

/** A file that must not be written, with the reason in one line. */
export class RefusedWrite extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "RefusedWrite";
  }
}

/** Where a file is written: a folder without links, those still to be made in it, and the file's name. */
export interface Place {
  readonly folder: string;
  readonly missing: readonly string[];
  readonly name: string;
  /** Permission bits of the file that is there already. */
  readonly mode: number | undefined;
}

/** Largest file that is looked at to see whether it is a report, in bytes. */
const MOST_BYTES = 512 * 1024 * 1024;

/** The names of git's folder; the latter is what Windows also calls it. */
const GIT = /^(?:\.git|git~\d+)$/i;

/**
 * Finds the place of a file that is to be written.
 *
 * @param file absolute
 * @throws {RefusedWrite} when it must not be written
 */
export function placeOf(file: string, permission: Permission): Place {
  const { root } = permission;
  const isBelow = isInside(file, root) && file !== root;
  const mayBeElsewhere =
    permission.purpose === "cache" || (permission.purpose === "report" && permission.isNamed);
  if (!isBelow && !mayBeElsewhere) throw new RefusedWrite("it is outside the project");
  const existing = nearestFolder(dirname(file));
  const folder = realPathIn(existing, undefined);
  // Outside of the project, the links are the machine's own.
  if (isBelow && folder !== existing) throw new RefusedWrite("a symbolic link is on the way to it");
  const missing = relative(existing, dirname(file))
    .split(sep)
    .filter((name) => name !== "");
  const name = basename(file);
  const target = join(folder, ...missing, name);
  refuseFolders(target, permission);
  return { folder, missing, name, mode: modeOf(target, permission) };
}

/** The nearest folder on the way up that exists. */
function nearestFolder(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    const kind = kindAt(at);
    if (kind === undefined && dirname(at) !== at) continue;
    if (kind === "link") return nearestOfLink(at);
    if (kind !== "folder") throw new RefusedWrite(`${at} is not a folder`);
    return at;
  }
}

/** A link on the way that leads to a folder; whether it may be followed is not decided here. */
function nearestOfLink(link: string): string {
  try {
    if (kindOf(lstatSync(realPathIn(link, undefined))) === "folder") return link;
  } catch {
    // It leads nowhere.
  }
  throw new RefusedWrite("a symbolic link is on the way to it");
}

function refuseFolders(target: string, permission: Permission): void {
  const tree = workTreeOf(target);
  const git = tree === undefined ? undefined : gitFolder(tree);
  if (
    target.split(sep).some((name) => GIT.test(name)) ||
    (git !== undefined && isInside(target, git))
  )
    throw new RefusedWrite("it is in the folder of git");
  if (permission.purpose !== "report" || permission.isNamed) return;
  // What is installed is run, and no pull request can bring it along.
  if (target.slice(permission.root.length).split(sep).includes("node_modules"))
    throw new RefusedWrite("it is in a folder of installed packages");
}

/** The permission bits of what is there, if it may be replaced. */
function modeOf(target: string, permission: Permission): number | undefined {
  const kind = kindAt(target);
  if (kind === undefined) {
    if (permission.purpose === "article") throw new RefusedWrite("it does not exist");
    return undefined;
  }
  if (kind === "link") throw new RefusedWrite("it is a symbolic link");
  if (kind === "folder") throw new RefusedWrite("it is a folder");
  if (kind === "other") throw new RefusedWrite("it is not a regular file");
  if (permission.purpose === "config") refuseOthersText(target, permission.mayReplace);
  if (permission.purpose === "report") refuseOthers(target, permission.isOurs);
  return lstatSync(target).mode & 0o777;
}

function refuseOthersText(
  target: string,
  mayReplace: ((text: string) => boolean) | undefined,
): void {
  if (mayReplace === undefined) throw new RefusedWrite("it exists already");
  const text = textIn(target, undefined, MOST_BYTES);
  if (text === undefined || (text !== "" && !mayReplace(text)))
    throw new RefusedWrite("it is not a file of copydesk");
}

function refuseOthers(target: string, isOurs: (text: string) => boolean): void {
  if (isTracked(target)) throw new RefusedWrite("git tracks the file");
  const text = textIn(target, undefined, MOST_BYTES);
  if (text === undefined || (text !== "" && !isOurs(text)))
    throw new RefusedWrite("the file there is not a report of copydesk");
}

function kindAt(path: string): EntryKind | undefined {
  try {
    return kindOf(lstatSync(path));
  } catch {
    return undefined;
  }
}
