import type { Range } from "../range.js";
import type { FenceSearch } from "./fence.js";

const START = /\{\s*"(?:[^"\\\n]|\\.)*"\s*:/y;
const AFTER = /[ \t]*(?:\r?\n|$)/y;

/** Offset of the brace that closes the one at `start`, strings skipped. */
function closingBrace(source: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < source.length; at += 1) {
    const character = source[at];
    if (inString) {
      if (character === "\\") at += 1;
      else if (character === '"' || character === "\n") inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{") depth += 1;
    else if (character === "}") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return undefined;
}

/** JSON front matter: an object at the top of the file, its braces being the fences. */
export function findJsonBlock(source: string, leading: Range): FenceSearch {
  const start = leading.end;
  START.lastIndex = start;
  if (!START.test(source)) return { block: undefined, problems: [] };
  const opening = { start, end: start + 1 };
  const end = closingBrace(source, start);
  if (end === undefined) {
    return {
      block: undefined,
      problems: [{ kind: "front-matter-fence", code: "unclosed", range: opening }],
    };
  }
  AFTER.lastIndex = end + 1;
  if (!AFTER.test(source)) return { block: undefined, problems: [] };
  return {
    block: {
      format: "json",
      executable: undefined,
      withoutBraces: true,
      leading,
      opening,
      closing: { start: end, end: end + 1 },
      content: { start: start + 1, end },
      bodyStart: AFTER.lastIndex,
    },
    problems: [],
  };
}
