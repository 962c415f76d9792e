import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { temporaryName } from "./temporary-files.js";
import { type Permission, type Place, placeOf, RefusedWrite } from "./write-permission.js";

const { O_CREAT, O_EXCL, O_WRONLY, O_NOFOLLOW = 0 } = constants;

/** Permission bits of new files, by what they are written for. */
const NEW_MODE = { report: 0o644, article: 0o644, cache: 0o600, config: 0o644 } as const;

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  ENAMETOOLONG: "its name is too long",
};

/**
 * Writes a file in one step: it is there with all its text, or as it was.
 *
 * @param file absolute
 * @throws {RefusedWrite} when it must not be written, or cannot be
 */
export function writeGuarded(
  file: string,
  text: string | Uint8Array,
  permission: Permission,
): void {
  const place = guarded(() => placeOf(file, permission));
  guarded(() => {
    const prepared = prepare(place, text, permission);
    try {
      renameSync(prepared.temporary, prepared.target);
    } catch (error) {
      rmSync(prepared.temporary, { force: true });
      throw error;
    }
  });
}

/** A file that is written together with others. */
export interface JointWrite {
  /** Absolute. */
  readonly file: string;
  /** What it holds, to be written again where another file cannot be written. */
  readonly before: string;
  readonly text: string;
}

/** One of several files must not be written, or cannot be; none of them is changed. */
export class RefusedTogether extends RefusedWrite {
  /** The file that is the reason. */
  readonly file: string;

  constructor(file: string, reason: string) {
    super(reason);
    this.name = "RefusedTogether";
    this.file = file;
  }
}

/**
 * Writes several files, all or none: first all texts beside the files, then each takes its place in one step. Whenever
 * this is broken off, each file is whole.
 *
 * @throws {RefusedTogether} when one of them must not be written, or cannot be
 */
export function writeTogether(writes: readonly JointWrite[], permission: Permission): void {
  const prepared: (Prepared & JointWrite)[] = [];
  const replaced: JointWrite[] = [];
  for (const write of writes) {
    try {
      const place = guarded(() => placeOf(write.file, permission));
      prepared.push({ ...write, ...guarded(() => prepare(place, write.text, permission)) });
    } catch (error) {
      for (const { temporary } of prepared) rmSync(temporary, { force: true });
      throw new RefusedTogether(write.file, reasonOf(error));
    }
  }
  for (const [index, one] of prepared.entries()) {
    try {
      guarded(() => renameSync(one.temporary, one.target));
      replaced.push(one);
    } catch (error) {
      for (const { temporary } of prepared.slice(index)) rmSync(temporary, { force: true });
      const lost = replaced.filter((write) => !isPutBack(write, permission));
      const names = lost.map(({ file }) => file).join(", ");
      const more = lost.length === 0 ? "" : `, and ${names} cannot be put back as it was`;
      throw new RefusedTogether(one.file, `${reasonOf(error)}${more}`);
    }
  }
}

/** Whether a file that was replaced has its text again; the others are put back whatever becomes of one. */
function isPutBack({ file, before }: JointWrite, permission: Permission): boolean {
  try {
    writeGuarded(file, before, permission);
    return true;
  } catch (error) {
    if (!(error instanceof RefusedWrite)) throw error;
    return false;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof RefusedWrite) return error.message;
  throw error;
}

/** A text on the disk that has not taken its place yet. */
interface Prepared {
  readonly temporary: string;
  readonly target: string;
}

function prepare(place: Place, text: string | Uint8Array, { purpose }: Permission): Prepared {
  const folder = madeFolder(place);
  const temporary = join(folder, temporaryName());
  try {
    writeNew(temporary, text, place.mode, purpose);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return { temporary, target: join(folder, place.name) };
}

/**
 * Says before the work whether a file may be written.
 *
 * @throws {RefusedWrite} when it must not be
 */
export function refuseUnwritable(file: string, permission: Permission): void {
  guarded(() => placeOf(file, permission));
}

function guarded<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof RefusedWrite) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const message = error instanceof Error ? error.message : String(error);
    throw new RefusedWrite(REASONS[code] ?? message.replace(/\s+/g, " "));
  }
}

/** Makes the missing folders one by one: a recursive `mkdir` does not come back from some special folders. */
function madeFolder({ folder, missing }: Place): string {
  let at = folder;
  for (const name of missing) {
    at = join(at, name);
    mkdirSync(at);
  }
  return at;
}

function writeNew(
  file: string,
  text: string | Uint8Array,
  mode: number | undefined,
  purpose: Permission["purpose"],
): void {
  const flags = O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW;
  const descriptor = openSync(file, flags, mode ?? NEW_MODE[purpose]);
  try {
    writeFileSync(descriptor, text);
    if (mode !== undefined) fchmodSync(descriptor, mode);
    // A cache that a loss of power has left in part is no cache: waiting for the disk would cost more than it.
    if (purpose !== "cache") fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
