import type { CodeBlock } from "./blocks.js";

/** Settings that number the lines in another way. */
const OWN_NUMBERS = /start|line-?numbers?\s*[:=]|linenos/i;

/** The first line that a fence highlights and that the block does not have. */
export function missingHighlight({ meta, lines }: CodeBlock): number | undefined {
  const plain = meta.replace(/(["'])(?:(?!\1).)*\1/g, (quoted) =>
    /^.[\d\s-]+.$/.test(quoted) ? quoted : "",
  );
  if (OWN_NUMBERS.test(plain)) return undefined;
  const listed =
    /(?:^|\s)\{([\d,\s-]+)\}/.exec(plain)?.[1] ??
    /\bhl_lines=(?:"([\d\s-]+)"|\[([\d,\s"-]+)\])/.exec(plain)?.slice(1).join("");
  return listed
    ?.split(/[,\s"]+/)
    .filter((entry) => /^\d+(?:-\d+)?$/.test(entry))
    .map((entry) => Number.parseInt(entry, 10))
    .find((first) => first > lines.length);
}
