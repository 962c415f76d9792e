import { RefusedFile } from "../files/refused-file.js";
import type { Git } from "./run-git.js";

/** Bytes that are read together, and most that are kept. */
const TOGETHER = 16 * 1024 * 1024;
const KEPT = 256 * 1024 * 1024;

/** An object of git that holds a file. */
export interface Blob {
  readonly id: string;
  /** Bytes. */
  readonly size: number;
}

/** Reads objects of git, those that are wanted next along with the one that is asked for. */
export class Objects {
  readonly #git: Git;
  readonly #known = new Map<string, Uint8Array>();
  #bytes = 0;

  constructor(git: Git) {
    this.#git = git;
  }

  /**
   * @param following objects that are likely to be wanted next
   * @throws {RefusedFile} for an object with more bytes than that
   */
  read(blob: Blob, most: number, following: () => Iterable<Blob>): Uint8Array {
    if (blob.size > most) throw new RefusedFile("large");
    const known = this.#known.get(blob.id);
    if (known !== undefined) return known;
    const ids = new Set([blob.id]);
    let size = blob.size;
    for (const next of following()) {
      if (size + next.size > TOGETHER) break;
      if (this.#known.has(next.id)) continue;
      ids.add(next.id);
      size += next.size;
    }
    if (this.#bytes + size > KEPT) {
      this.#known.clear();
      this.#bytes = 0;
    }
    this.#bytes += size;
    const answer = this.#git.bytes(["cat-file", "--batch"], `${[...ids].join("\n")}\n`);
    for (const [id, content] of objectsIn(answer)) this.#known.set(id, content);
    const read = this.#known.get(blob.id);
    if (read === undefined) throw missing(blob.id);
    return read;
  }
}

/** Sizes of objects in bytes; those that are not here are left out. */
export function sizesOf(git: Git, ids: readonly string[]): ReadonlyMap<string, number> {
  if (ids.length === 0) return new Map();
  const format = "--batch-check=%(objectname) %(objecttype) %(objectsize)";
  const lines = git.text(["cat-file", format], `${ids.join("\n")}\n`).split("\n");
  return new Map(
    lines.flatMap((line): readonly (readonly [string, number])[] => {
      const [id = "", type, size] = line.split(" ");
      return type === "blob" ? [[id, Number(size)]] : [];
    }),
  );
}

/** Objects as `--batch` prints them: a line with id, type and size, the content, and a line feed. */
function* objectsIn(answer: Buffer): Generator<readonly [string, Uint8Array]> {
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf(10, at);
    if (end === -1) return;
    const [id = "", , size] = answer.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (size === undefined) continue;
    yield [id, answer.subarray(at, at + Number(size))];
    at += Number(size) + 1;
  }
}

function missing(id: string): Error {
  return Object.assign(new Error(`git does not have the object ${id}.`), { code: "ENOENT" });
}
