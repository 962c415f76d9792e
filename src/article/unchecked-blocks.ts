import { blanked } from "./blanked.js";
import type { Problem } from "./problem.js";

/** The text without the blocks that exceed a limit: they are blank, as long as before. */
export function withoutUncheckedBlocks(text: string, problems: readonly Problem[]): string {
  const ranges = problems
    .filter((problem) => problem.kind === "limit" && problem.unchecked === "block")
    .map(({ range }) => range)
    .sort((left, right) => left.start - right.start);
  let result = "";
  let done = 0;
  for (const { start, end } of ranges) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    result += text.slice(done, from) + blanked(text.slice(from, end));
    done = end;
  }
  return result + text.slice(done);
}
