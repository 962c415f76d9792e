/** One candidate of a `srcset`, with the place of its URL inside the value. */
export interface SrcsetCandidate {
  readonly url: string;
  readonly start: number;
  /** `2x`, `640w`, or "" when none is written. */
  readonly descriptor: string;
}

/** Splits a `srcset` value into its candidates (HTML §4.8.4.2.1, parse a srcset attribute). */
export function readSrcset(value: string): readonly SrcsetCandidate[] {
  const candidates: SrcsetCandidate[] = [];
  const pattern = /[\s,]*([^\s,][^\s]*?)(,+(?=\s|$)|(?=\s|$))(\s+[^,]*)?(?:,|$)?/y;
  while (pattern.lastIndex < value.length) {
    const match = pattern.exec(value);
    if (match === null) break;
    const url = match[1] ?? "";
    const start = match.index + match[0].indexOf(url);
    const commaAfterUrl = (match[2] ?? "") !== "";
    if (commaAfterUrl) pattern.lastIndex = start + url.length + (match[2] ?? "").length;
    candidates.push({
      url,
      start,
      descriptor: commaAfterUrl ? "" : (match[3] ?? "").trim(),
    });
  }
  return candidates;
}
