import type { FileSystem } from "../../files/file-system.js";

/** Largest list that is read, in bytes. */
const MOST_BYTES = 1_000_000;

/** The text of a list such as .gitignore; "" where there is none, and for links, what is no file, or is huge. */
export function smallText(file: string, files: FileSystem): string {
  if (files.kindOf(file) !== "file") return "";
  try {
    return new TextDecoder().decode(files.read(file, MOST_BYTES));
  } catch {
    return "";
  }
}
