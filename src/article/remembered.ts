import { detached } from "./detached.js";

/** Longer texts are not worth the room. */
const LONGEST = 4_000;

/**
 * Remembers what was made of a text, of so many texts at most: several rules ask the same of an address, and
 * findings of one rule say much the same in every article.
 */
export function remembered<Value>(
  make: (text: string) => Value,
  most = 1_000,
): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept.value;
    if (text.length > LONGEST) return make(text);
    // A piece of an article must not keep all of it.
    const own = detached(text);
    const value = make(own);
    if (known.size >= most) known.clear();
    known.set(own, { value });
    return value;
  };
}
