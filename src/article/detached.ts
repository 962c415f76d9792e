/** Shorter pieces are always copied. */
const SHORTEST_SLICE = 13;

/**
 * The same text as a string of its own. JavaScript engines cut a piece out of a text by pointing into it, and so keep
 * all of the text alive for as long as the piece is; what is kept of every article of a site must not.
 */
export function detached(text: string): string {
  if (text.length < SHORTEST_SLICE) return text;
  const copy: unknown = JSON.parse(JSON.stringify(text));
  return typeof copy === "string" ? copy : text;
}
