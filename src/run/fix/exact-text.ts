import { decodeArticle } from "../../article/decode.js";
import type { FileSystem } from "../../files/file-system.js";
import { MAXIMUM_ARTICLE_BYTES, readFileText } from "../files/article-text.js";

/** A text that can be written again byte for byte, or why there is none. */
export type ExactText = { readonly text: string } | { readonly refused: string };

/**
 * Reads a text that is to be changed.
 *
 * @param path absolute
 */
export function exactText(path: string, files: FileSystem): ExactText {
  const read = readFileText(path, files);
  if (read.kind === "unreadable") return { refused: read.reason };
  if (read.tooLarge) return { refused: "It is too large." };
  return read.problems.length > 0 ? NOT_UTF8 : { text: read.source };
}

/** A text that was given as bytes. */
export function exactGiven(bytes: Uint8Array): ExactText {
  const { source, problems } = decodeArticle(bytes);
  return problems.length > 0 ? NOT_UTF8 : { text: source };
}

/** Why a file is not changed that somebody else has changed. */
export const CHANGED_MEANWHILE = "It has changed since it was read.";

const NOT_UTF8 = { refused: "Its bytes are not all text in UTF-8." };

/**
 * Whether a file still holds a text.
 *
 * @param path absolute
 */
export function stillHolds(path: string, text: string, files: FileSystem): boolean {
  try {
    return Buffer.from(text).equals(files.read(path, MAXIMUM_ARTICLE_BYTES));
  } catch {
    return false;
  }
}
