type Kind = "language" | "region" | "script";

const tables = new Map<Kind, Intl.DisplayNames>();

/**
 * Whether the Unicode CLDR has a name for a code, in the letter case it writes it in: `zh`, `CN`, `Hans`.
 *
 * @throws {RangeError} for a text that is no code of the kind
 */
export function isNamed(kind: Kind, code: string): boolean {
  let table = tables.get(kind);
  if (table === undefined) {
    // Made only when asked for: loading the names takes as long as reading a dozen articles.
    table = new Intl.DisplayNames("en", { type: kind, fallback: "none" });
    tables.set(kind, table);
  }
  return table.of(code) !== undefined;
}
