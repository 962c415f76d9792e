import {
  type Article,
  type CodeBlock,
  type Element,
  nearestOf,
  numbersLines,
  type Range,
  rangeOf,
} from "../../../src/rules.js";

const OPEN_QUOTE = /[\w-]=(["'])[^"']*$/;
const OPEN_BRACE = /(?:^|\s)\{\d[\d,\s-]*$/;
const CLOSED = /(["'])(?:(?!\1).)*\1/g;

/** The sign that opens something behind the language and has no partner. */
export function openSign({ meta }: CodeBlock, closesBraces: boolean): string | undefined {
  const rest = meta.replace(CLOSED, "").trimEnd();
  const quote = OPEN_QUOTE.exec(rest)?.[1];
  if (quote !== undefined) return quote;
  return !closesBraces && OPEN_BRACE.test(rest) ? "{" : undefined;
}

/** A command of two words or more, none of which is a setting. */
const CODE_ON_FENCE =
  /^(?:`{3,}|~{3,})[ \t]*(?:sh|bash|shell|zsh|fish|console|terminal|cmd|powershell)(?:[ \t]+[^\s`={}[\]"']+){2,}$/;

/** The fence of an empty block that has its code in its own line. */
export function codeOnFence(article: Article, pre: Element): Range | undefined {
  if (article.originOf(pre) !== "markdown") return undefined;
  const { start, end } = rangeOf(pre);
  const [fence = "", closing = "", ...lines] = article.source.slice(start, end).split("\n");
  if (lines.length > 0 || !/^[ \t>]*(?:`{3,}|~{3,})[ \t\r]*$/.test(closing)) return undefined;
  const written = fence.trimEnd();
  return CODE_ON_FENCE.test(written) ? { start, end: start + written.length } : undefined;
}

const LISTED = /(?:^|\s)\{([\d,\s-]+)\}|\bhl_lines=(?:"([\d\s-]+)"|\[([\d,\s"-]+)\])/;

/** Lines that a fence highlights from the last to the first. */
export function backwardLines(block: CodeBlock): string | undefined {
  if (numbersLines(block)) return undefined;
  const listed = LISTED.exec(block.meta)?.slice(1).join("");
  return listed?.split(/[,\s"]+/).find((entry) => {
    const [first = "", last = ""] = entry.split("-");
    return /^\d+-\d+$/.test(entry) && Number(first) > Number(last);
  });
}

/** A word behind the language with a slip, and what it should be. */
export function misspeltWord(
  { language, meta }: CodeBlock,
  words: Readonly<Record<string, readonly string[]>>,
): { readonly written: string; readonly meant: string } | undefined {
  const known = words[language];
  if (known === undefined) return undefined;
  for (const written of meta.split(/[\s,]+/)) {
    if (written.length < 4 || known.includes(written) || written.includes("=")) continue;
    const meant = nearestOf(written, known, {
      limit: written.length < 10 ? 1 : 2,
      swaps: true,
      exactCase: true,
    });
    // Editions of the language to come, and words with one of these in them.
    if (meant === undefined || /\d$/.test(written)) continue;
    return { written, meant };
  }
  return undefined;
}
