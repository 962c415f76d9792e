import type { LineIndex } from "../article/lines.js";
import { perUnit } from "../article/per-unit.js";
import type { Range } from "../article/range.js";
import { remembered } from "../article/remembered.js";
import { fnv1a64 } from "../knowledge/text/hashes.js";
import type { Concern } from "../rule/finding.js";

/** What a finding's identity is made of. */
export interface Identifiable {
  readonly rule: string;
  readonly messageId: string;
  readonly range: Range;
  readonly concerns?: Concern | undefined;
}

/** Longer snippets count by their beginning, so that a change far down an element keeps its identity. */
const SNIPPET_LENGTH = 256;

const quoted = remembered((name) => JSON.stringify(name));

/**
 * Fingerprints of a file's findings, in the order given: rule, message id, the text they stand on (white
 * space collapsed, NFC), or the key of those about more than one article, and, among equals, which one it is. They do not depend on line numbers, line endings or
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
  return findings.map(({ rule, messageId, range, concerns }) => {
    const snippet =
      concerns === undefined
        ? JSON.stringify(snippetOf(source, lines, range))
        : `{${quoted(concerns.key)}}`;
    const identity = `[${quoted(rule)},${quoted(messageId)},${snippet}]`;
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
  const text = source.slice(start, Math.min(end, start + 4 * SNIPPET_LENGTH));
  if (isNormal(text)) return text.slice(0, SNIPPET_LENGTH);
  return text.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, SNIPPET_LENGTH);
}

/** Neither white space nor changed by NFC, and never joined to the character before: no combining marks or jamo. */
const SETTLED =
  /^[!-~\u{a1}-\u{2ff}\u{388}-\u{482}\u{48a}-\u{52f}\u{2010}-\u{2027}\u{3001}-\u{3029}\u{3041}-\u{3096}\u{30a0}-\u{30ff}\u{3400}-\u{9fff}\u{ac00}-\u{d7a3}\u{ff01}-\u{ff9d}]$/u;
const isSettled = perUnit((unit) => (SETTLED.test(String.fromCharCode(unit)) ? 1 : 0));
const SPACE = 0x20;

/** True for a text in NFC with nothing but single spaces inside; false where it takes a closer look. */
function isNormal(text: string): boolean {
  let previous = SPACE;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === SPACE ? previous === SPACE : isSettled(unit) === 0) return false;
    previous = unit;
  }
  return previous !== SPACE;
}
