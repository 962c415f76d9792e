import { plural } from "../../report/count.js";
import type { InferredArticles } from "./infer-articles.js";

/** An article that differs from nearly all others, at one place. */
interface Exception {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

/** All articles that differ, by path: those whose front matter cannot be read, too. */
export function exceptionsOf({
  collections,
  observed,
}: InferredArticles): readonly (readonly [path: string, exceptions: readonly Exception[]])[] {
  const exceptions = [
    ...observed.unreadable.map(({ path, line, reason }) => ({ path, line, what: reason })),
    ...collections
      .flatMap(({ outliers }) => outliers)
      .map(({ path, written, what, usual, isRefused }) => ({
        path,
        line: observed.lineOf(path, written),
        what: `${what} (unlike ${usual.holds} of ${usual.of}${isRefused ? "; the schema refuses it" : ""})`,
      })),
  ];
  const byPath = new Map<string, Exception[]>();
  for (const exception of exceptions)
    byPath.set(exception.path, [...(byPath.get(exception.path) ?? []), exception]);
  return [...byPath]
    .map(([path, own]) => [path, own.sort((a, b) => a.line - b.line)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * The articles that differ, as text.
 *
 * @param most articles to list
 */
export function exceptionsText(inferred: InferredArticles, most: number): string {
  const all = exceptionsOf(inferred);
  if (all.length === 0) return "No article differs from the others.\n";
  const lines = all
    .slice(0, most)
    .flatMap(([path, own]) => own.map(({ line, what }) => `  ${path}:${line}\n    ${what}`));
  const left = all.length - most;
  return [
    `${plural(all.length, "article differs", "articles differ")} from nearly all others, probably by mistake:`,
    ...lines,
    ...(left > 0 ? [`  … and ${left} more (--max-outliers all)`] : []),
    "",
  ].join("\n");
}
