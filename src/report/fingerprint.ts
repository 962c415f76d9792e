import type { LineIndex } from "../article/lines.js";
import type { Range } from "../article/range.js";
import { fnv1a64 } from "./fnv1a.js";

/** What a finding's identity is made of. */
export interface Identifiable {
  readonly rule: string;
  readonly messageId: string;
  readonly range: Range;
}

/** Longer snippets count by their beginning, so that a change far down an element keeps its identity. */
const SNIPPET_LENGTH = 256;

/**
 * Fingerprints of a file's findings, in the order given: rule, message id, the text they stand on (white
 * space collapsed, NFC) and, among equals, which one it is. They do not depend on line numbers, line endings or
 * the file's path, and are unique within a file.
 *
 * @param findings all of the file, suppressed ones too, in source order: leaving some out renumbers equals
 */
export function fingerprintsOf(
  findings: readonly Identifiable[],
  source: string,
  lines: LineIndex,
): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, messageId, range }) => {
    const identity = JSON.stringify([rule, messageId, snippetOf(source, lines, range)]);
    const nth = seen.get(identity) ?? 0;
    seen.set(identity, nth + 1);
    return fnv1a64(`${identity}${nth}`);
  });
}

/** The text a finding stands on; for an empty range, the line it points into. */
function snippetOf(source: string, lines: LineIndex, range: Range): string {
  const text = normalise(source, range.start, range.end);
  if (text !== "") return text;
  const { line } = lines.pointAt(range.start);
  return normalise(source, lines.startOf(line), lines.endOf(line));
}

function normalise(source: string, start: number, end: number): string {
  return source
    .slice(start, Math.min(end, start + 4 * SNIPPET_LENGTH))
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, SNIPPET_LENGTH);
}
