type Kind = "language" | "region" | "script";

const tables = new Map<Kind, Intl.DisplayNames>();

/**
 * Whether the Unicode CLDR has a name for a code, in the letter case it writes it in: `zh`, `CN`, `Hans`.
 *
 * @throws {RangeError} for a text that is no code of the kind
 */
export function isNamed(kind: Kind, code: string): boolean {
  return namesOf(kind).of(code) !== undefined;
}

/** The English name of a language tag: "Brazilian Portuguese" for `pt-br`. The text itself where it has none. */
export function languageName(tag: string): string {
  const isTag = /^[a-z]{2,3}(?:-(?:[a-z]{2}|[a-z]{4}))?$/i.test(tag);
  return (isTag ? namesOf("language").of(tag) : undefined) ?? tag;
}

function namesOf(kind: Kind): Intl.DisplayNames {
  let table = tables.get(kind);
  if (table === undefined) {
    // Made only when asked for: loading the names takes as long as reading a dozen articles.
    table = new Intl.DisplayNames("en", { type: kind, fallback: "none" });
    tables.set(kind, table);
  }
  return table;
}
