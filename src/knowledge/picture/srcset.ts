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
  const address = /[\s,]*([^\s,]\S*)/y;
  const rest = /\s*([^,]*),?/y;
  while (address.lastIndex < value.length) {
    const written = address.exec(value)?.[1];
    if (written === undefined) break;
    const { lastIndex: end } = address;
    const url = written.replace(/(?<!,),+$/, "");
    let descriptor = "";
    // A comma glued to the address ends the candidate.
    if (url === written) {
      rest.lastIndex = end;
      descriptor = (rest.exec(value)?.[1] ?? "").trim();
      address.lastIndex = rest.lastIndex;
    }
    candidates.push({ url, start: end - written.length, descriptor });
  }
  return candidates;
}
