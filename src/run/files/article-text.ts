import { decodeArticle } from "../../article/decode.js";
import type { Problem } from "../../article/problem.js";
import type { FileSystem } from "../../files/file-system.js";
import { RefusedFile } from "../../files/refused-file.js";

/** Largest article that is read, in bytes. */
export const MAXIMUM_ARTICLE_BYTES = 20_000_000;

/** An article's text, or why there is none. */
export type FileText =
  | {
      readonly kind: "text";
      readonly source: string;
      readonly problems: readonly Problem[];
      /** True when the file is too large, so that `source` is empty and only the problem can be reported. */
      readonly tooLarge: boolean;
    }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Reads and decodes a file; too large a one is not read. Never throws. */
export function readFileText(path: string, files: FileSystem): FileText {
  try {
    const { source, problems } = decodeArticle(files.read(path, MAXIMUM_ARTICLE_BYTES));
    return { kind: "text", source, problems, tooLarge: false };
  } catch (error) {
    if (!(error instanceof RefusedFile) || error.refusal !== "large")
      return { kind: "unreadable", reason: readingReason(error) };
    const problem: Problem = {
      kind: "limit",
      range: { start: 0, end: 0 },
      limit: "size",
      maximum: MAXIMUM_ARTICLE_BYTES,
      unchecked: "body",
    };
    return { kind: "text", source: "", problems: [problem], tooLarge: true };
  }
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** A text that was given instead of a file: bytes, or a string, which may hold lone surrogates. */
export function givenText(text: Uint8Array | string): FileText {
  if (typeof text !== "string") return { kind: "text", ...decodeArticle(text), tooLarge: false };
  const lone = LONE_SURROGATE.exec(text);
  const wellFormed = text.replace(/\p{Surrogate}/gu, "\uFFFD");
  const { source, problems } = decodeArticle(new TextEncoder().encode(wellFormed));
  const problem: readonly Problem[] =
    lone === null
      ? problems
      : [
          {
            kind: "encoding",
            range: { start: lone.index, end: lone.index + 1 },
            encoding: "lone surrogate",
          },
        ];
  return { kind: "text", source, problems: problem, tooLarge: false };
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "The file cannot be read: permission denied.",
  EPERM: "The file cannot be read: permission denied.",
  ENOENT: "The file was deleted during the run.",
  EISDIR: "This is a folder.",
  EIO: "The disk could not read the file.",
  ELOOP: "Its symbolic links form a loop.",
};

/** Why a file or folder could not be read, for people. */
export function readingReason(error: unknown): string {
  if (error instanceof RefusedFile) return `The file is not read: ${uncapitalized(error.message)}`;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return (
    REASONS[code] ??
    `The file cannot be read: ${error instanceof Error ? error.message : String(error)}`
  );
}

function uncapitalized(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
