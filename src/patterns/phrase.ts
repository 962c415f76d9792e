import { literally } from "./around.js";
import { type LinearPattern, nativePattern, usablePattern } from "./linear.js";

/** Letters that may be between two parts of a phrase. */
const BETWEEN = "([\\p{L}\\p{M}\\p{N}]{0,30})";

/**
 * Finds words as they stand, with any white space between them and either kind of apostrophe.
 *
 * @param parts up to thirty letters may be between two of them; a group of the match holds those
 */
export function phrasePattern(parts: readonly string[], flags: "u" | "iu"): LinearPattern {
  const source = parts.map(phraseSource).join(BETWEEN);
  // What stands for itself alone is found quickest by the engine at hand.
  return parts.length > 1 ? usablePattern(source, flags) : nativePattern(source, flags);
}

function phraseSource(text: string): string {
  return literally(text).replace(/\s+/g, "\\s{1,9}").replace(/['’]/g, "['’]");
}
