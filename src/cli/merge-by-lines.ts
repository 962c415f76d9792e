import { join } from "node:path";
import { pathFrom } from "../engine/paths.js";
import { workTreeOf } from "../files/git-folder.js";
import { isThere, textIn } from "../files/look.js";
import { writeGuarded } from "../files/write-file.js";
import { RefusedWrite } from "../files/write-permission.js";

/** Largest file of attributes that is added to, in bytes: git reads no larger ones. */
const MOST_BYTES = 100 * 1024 * 1024;

/** Name of a baseline where nobody says another. */
export const BASELINE_NAME = "copydesk-baseline.txt";

/** A line for the attributes of git. */
export interface MergeLine {
  readonly attributes: string;
  /** The work tree, absolute. */
  readonly tree: string;
  readonly line: string;
  /** The file's text so far; undefined where it cannot be added to without a loss. */
  readonly before: string | undefined;
  /** Its text with the line. */
  readonly after: string;
}

/** A line that was to be written, and whether it was. */
export interface Merge extends Pick<MergeLine, "attributes" | "line"> {
  readonly isWritten: boolean;
}

/**
 * What has git merge a file line by line: an attribute of its work tree. Undefined outside of one, and where git does so already.
 *
 * @param file absolute
 */
export function mergeLineOf(file: string, root: string): MergeLine | undefined {
  const tree = workTreeOf(file);
  if (tree === undefined) return undefined;
  const attributes = join(tree, ".gitattributes");
  const line = `${patternOf(pathFrom(tree, file))} merge=union`;
  const text = isThere(attributes) ? textIn(attributes, root, MOST_BYTES) : "";
  // Bytes that are no UTF-8 would not come back.
  const before = text?.includes("\u{fffd}") === true ? undefined : text;
  if (before?.split(/\r?\n/).includes(line) === true) return undefined;
  const separator = before === undefined || before === "" || before.endsWith("\n") ? "" : "\n";
  return { attributes, tree, line, before, after: `${before ?? ""}${separator}${line}\n` };
}

/**
 * Has git merge a file line by line. Undefined outside of a work tree, and where git does so already. What cannot be read or written as it
 * is stays as it was.
 *
 * @param file absolute
 */
export function mergeByLines(file: string, root: string): Merge | undefined {
  const merge = mergeLineOf(file, root);
  if (merge === undefined) return undefined;
  const { attributes, tree, line, before, after } = merge;
  if (before === undefined) return { attributes, line, isWritten: false };
  try {
    const permission = { purpose: "config", root: tree, mayReplace: () => true } as const;
    writeGuarded(attributes, after, permission);
    return { attributes, line, isWritten: true };
  } catch (error) {
    if (!(error instanceof RefusedWrite)) throw error;
    return { attributes, line, isWritten: false };
  }
}

/** A path as gitattributes(5) takes it: nothing in it is a pattern, a comment or a second word. */
function patternOf(path: string): string {
  if (/^[\w./-]+$/.test(path)) return path;
  const literal = path.replace(/[\\*?[\]!#]/g, "\\$&");
  const quoted = literal.replace(/["\\]/g, "\\$&").replace(/\p{Cc}/gu, octal);
  return `"${quoted}"`;
}

function octal(character: string): string {
  return [...Buffer.from(character)]
    .map((byte) => `\\${byte.toString(8).padStart(3, "0")}`)
    .join("");
}
