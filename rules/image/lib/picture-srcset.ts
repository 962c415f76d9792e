import { readSrcset } from "../../../src/rules.js";

/**
 * What is wrong with a `srcset` value, as the rest of a sentence that begins with "The srcset"; undefined if
 * nothing is (HTML §4.8.4.2.1).
 *
 * @param sized whether `sizes` is given or not needed
 */
export function srcsetFlawOf(value: string, sized: boolean): string | undefined {
  if (value.trim() === "") return "is empty";
  if (/^\s*,|,\s*,/.test(value)) return "has a candidate without an address";
  const candidates = readSrcset(value);
  const descriptors = candidates.map(({ descriptor }) => descriptor);
  if (candidates.some(({ url }) => url === "#" || /^\d+(?:\.\d+)?[wx]$/.test(url))) {
    return "has a candidate without an address";
  }
  const odd = descriptors.find((descriptor) => descriptor !== "" && !isDescriptor(descriptor));
  if (odd !== undefined)
    return `has the descriptor "${odd}", which is neither a width nor a density`;
  const wide = descriptors.some((descriptor) => /w/.test(descriptor));
  if (wide && descriptors.some((descriptor) => !/w/.test(descriptor))) {
    return "mixes widths (640w) with densities (2x) or with candidates that have neither";
  }
  const meant = descriptors.map((descriptor) => (descriptor === "" ? "1x" : descriptor));
  const twice = meant.find((descriptor, index) => meant.indexOf(descriptor) !== index);
  if (twice !== undefined) return `gives ${twice} to two candidates`;
  return wide && !sized ? "gives widths, but there is no sizes attribute to choose by" : undefined;
}

function isDescriptor(descriptor: string): boolean {
  return /^(?:[1-9]\d*w(?:\s+[1-9]\d*h)?|\d+(?:\.\d+)?(?:e[+-]?\d+)?x)$/.test(descriptor);
}
