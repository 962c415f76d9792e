/**
 * Remembers what was made of a text, of so many texts at most: findings of one rule say much the same in every
 * article, and articles use few different characters.
 */
export function remembered<Value>(
  make: (text: string) => Value,
  most = 10_000,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const value = make(text);
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}
