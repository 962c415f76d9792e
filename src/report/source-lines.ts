import { indexLines, type LineIndex } from "../article/lines.js";
import type { FormatContext } from "./format.js";

/** A text with its lines. */
export interface SourceLines {
  readonly source: string;
  readonly lines: LineIndex;
}

/** Finds the text of a file with its lines, each file's once; undefined where the text is not to be had. */
export function sourceLines(
  context: Pick<FormatContext, "sourceOf">,
): (path: string) => SourceLines | undefined {
  const known = new Map<string, SourceLines | undefined>();
  return (path) => {
    if (!known.has(path)) {
      const source = context.sourceOf(path);
      known.set(path, source === undefined ? undefined : { source, lines: indexLines(source) });
    }
    return known.get(path);
  };
}
