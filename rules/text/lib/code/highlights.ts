import type { CodeBlock } from "./blocks.js";

/** Settings that number the lines in another way. */
const OWN_NUMBERS = /start|line-?numbers?\s*[:=]|linenos/i;

/** What a fence says, without quoted texts other than numbers of lines. */
function withoutTexts({ meta }: CodeBlock): string {
  return meta.replace(/(["'])(?:(?!\1).)*\1/g, (quoted) =>
    /^.[\d\s-]+.$/.test(quoted) ? quoted : "",
  );
}

/** Whether a fence may number its lines in a way of its own. */
export function numbersLines(block: CodeBlock): boolean {
  return OWN_NUMBERS.test(withoutTexts(block));
}

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
