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

/**
 * Gives plain data texts of their own, in place: nobody sees a difference but the memory.
 *
 * @param data no circles; frozen parts stay as they are
 */
export function detachTexts(data: object): void {
  for (const [key, value] of Object.entries(data)) {
    if (typeof value === "string") {
      if (value.length >= SHORTEST_SLICE) Reflect.set(data, key, detached(value));
    } else if (typeof value === "object" && value !== null) detachTexts(value);
  }
}
