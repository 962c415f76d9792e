const FURTHEST = 2000;

/** The bracket in the same paragraph that the one at `close` closes; undefined where there is none. */
export function openingBracket(source: string, close: number): number | undefined {
  let depth = 0;
  for (let at = close; at >= 0 && at > close - FURTHEST; at--) {
    const character = source[at];
    if (source[at - 1] === "\\") continue;
    if (character === "]") depth++;
    else if (character === "[" && --depth === 0) return at;
    else if (character === "\n" && /^\r?\n[ \t]*\r?\n/.test(source.slice(at, at + 100)))
      return undefined;
  }
  return undefined;
}
