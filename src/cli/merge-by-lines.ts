import { join } from "node:path";
import { pathFrom } from "../engine/paths.js";
import { workTreeOf } from "../files/git-folder.js";
import { isThere, textIn } from "../files/look.js";
import { writeGuarded } from "../files/write-file.js";
import { RefusedWrite } from "../files/write-permission.js";

/** Largest file of attributes that is added to, in bytes: git reads no larger ones. */
const MOST_BYTES = 100 * 1024 * 1024;

/** A line for the attributes of git, and whether it was written. */
export interface Merge {
  readonly attributes: string;
  readonly line: string;
  readonly isWritten: boolean;
}

/**
 * Has git merge a file line by line, by an attribute of its work tree. Undefined outside of one, and where git does so already. What
 * cannot be read or written as it is stays as it was.
 *
 * @param file absolute
 */
export function mergeByLines(file: string, root: string): Merge | undefined {
  const tree = workTreeOf(file);
  if (tree === undefined) return undefined;
  const attributes = join(tree, ".gitattributes");
  const line = `${patternOf(pathFrom(tree, file))} merge=union`;
  const text = isThere(attributes) ? textIn(attributes, root, MOST_BYTES) : "";
  // Bytes that are no UTF-8 would not come back.
  if (text === undefined || text.includes("\u{fffd}"))
    return { attributes, line, isWritten: false };
  if (text.split(/\r?\n/).includes(line)) return undefined;
  const separator = text === "" || text.endsWith("\n") ? "" : "\n";
  try {
    const permission = { purpose: "config", root: tree, mayReplace: () => true } as const;
    writeGuarded(attributes, `${text}${separator}${line}\n`, permission);
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
