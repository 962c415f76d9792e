/**
 * Remembers what is known of each UTF-16 unit: asking Unicode's tables anew for every character is slow, and a
 * site uses few different ones.
 *
 * @param tell gives a whole number from 0 to 254 for a unit; a half of a surrogate pair is asked about alone
 */
export function perUnit(tell: (unit: number) => number): (unit: number) => number {
  /** One more than the value; 0 where none is known yet. */
  const known = new Uint8Array(0x1_0000);
  return (unit) => {
    const kept = known[unit] ?? 0;
    if (kept > 0) return kept - 1;
    const value = tell(unit);
    known[unit] = value + 1;
    return value;
  };
}
