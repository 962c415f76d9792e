import type { FormatContext } from "../format.js";
import type { ReportPoint } from "../model.js";
import { neutralise } from "../text/neutralise.js";

/** The path of a file as the platform that holds the repository knows it: relative to the root of its work tree. */
export function repositoryPath(context: FormatContext, path: string): string {
  return neutralise(context.repositoryPath?.(path) ?? path);
}

/** A relative path as a relative URI (RFC 3986): `posts/a b.md` is `posts/a%20b.md`. */
export function uriOf(path: string): string {
  return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}

/**
 * The last line of a finding. An exclusive end at the start of a line would put an annotation below the text it is
 * about.
 */
export function lastLineOf({
  start,
  end,
}: {
  readonly start: ReportPoint;
  readonly end: ReportPoint;
}): number {
  return end.line > start.line && end.column === 1 ? end.line - 1 : end.line;
}
