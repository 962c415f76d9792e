import { type CodeBlock, numbersLines, withoutTexts } from "../../../../src/rules.js";

/** The first line that a fence highlights and that the block does not have. */
export function missingHighlight(block: CodeBlock): number | undefined {
  if (numbersLines(block)) return undefined;
  const plain = withoutTexts(block);
  const { lines } = block;
  const listed =
    /(?:^|\s)\{([\d,\s-]+)\}/.exec(plain)?.[1] ??
    /\bhl_lines=(?:"([\d\s-]+)"|\[([\d,\s"-]+)\])/.exec(plain)?.slice(1).join("");
  return listed
    ?.split(/[,\s"]+/)
    .filter((entry) => /^\d+(?:-\d+)?$/.test(entry))
    .map((entry) => Number.parseInt(entry, 10))
    .find((first) => first > lines.length);
}
