import { type Document, isScalar, type Scalar, visit } from "yaml";

/**
 * The first key that a map has twice, where there is one. The parser would compare each key with all others; one that
 * merges may come again.
 */
export function repeatedKey(document: Document): Scalar | undefined {
  let found: Scalar | undefined;
  visit(document, {
    Map: (_, map) => {
      const keys = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key) || key.value === "<<") continue;
        if (keys.has(key.value)) {
          found = key;
          return visit.BREAK;
        }
        keys.add(key.value);
      }
      return undefined;
    },
  });
  return found;
}
