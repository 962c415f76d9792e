import { readSrcset } from "../../../src/rules.js";

/**
 * What is wrong with a `srcset` value (HTML §4.8.4.2.1), as the rest of a sentence that begins with "The srcset";
 * undefined if nothing is wrong.
 *
 * @param sized whether `sizes` is given or not needed
 */
export function srcsetFlawOf(value: string, sized: boolean): string | undefined {
  if (value.trim() === "") return "is empty";
  if (/^\s*,|,\s*,/.test(value)) return "has a candidate without a URL";
  const candidates = readSrcset(value);
  const descriptors = candidates.map(({ descriptor }) => descriptor);
  if (candidates.some(({ url }) => url === "#" || /^\d+(?:\.\d+)?[wx]$/.test(url))) {
    return "has a candidate without a URL";
  }
  const odd = descriptors.find((descriptor) => descriptor !== "" && !isDescriptor(descriptor));
  if (odd !== undefined)
    return `has the descriptor "${odd}", which is neither a width nor a density`;
  const wide = descriptors.some((descriptor) => /w/.test(descriptor));
  if (wide && descriptors.some((descriptor) => !/w/.test(descriptor))) {
    return "mixes candidates with a width (640w) and candidates without one";
  }
  const meant = descriptors.map((descriptor) => (descriptor === "" ? "1x" : descriptor));
  const twice = firstRepeated(meant);
  if (twice !== undefined) return `has two candidates for ${twice}`;
  return wide && !sized ? "has widths, but the image has no sizes attribute" : undefined;
}

function firstRepeated(texts: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const text of texts) {
    if (seen.has(text)) return text;
    seen.add(text);
  }
  return undefined;
}

function isDescriptor(descriptor: string): boolean {
  return /^(?:[1-9]\d*w(?:\s+[1-9]\d*h)?|\d+(?:\.\d+)?(?:e[+-]?\d+)?x)$/.test(descriptor);
}
