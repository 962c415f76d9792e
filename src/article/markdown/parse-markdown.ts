import type { Root } from "hast";
import { markdownToHast } from "satteri";
import { blanked } from "../blanked.js";
import { htmlProblems } from "../html-problems.js";
import { checkNesting } from "../nesting.js";
import { parseHtml } from "../parse-html.js";
import type { Problem } from "../problem.js";
import type { Range } from "../range.js";
import type { Syntax } from "../syntax.js";
import { blocksApart } from "./apart.js";
import { withBareAddresses } from "./bare-addresses.js";
import { heedingBlocks } from "./ended-paragraphs.js";
import type { MarkdownBody } from "./markdown-body.js";
import { withoutNestedAutolinks } from "./nested-autolinks.js";
import { takeOutHtml } from "./omitted-html.js";
import { parseMdx } from "./parse-mdx.js";
import { printedTags, restorePrintedTags } from "./printed-tags.js";
import { htmlLayer, rawHtmlOf, withParsedHtml } from "./raw-html.js";
import { featuresOf, rootOf } from "./satteri.js";

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Parses a Markdown or MDX body. What is wrong with the text is in `problems`.
 *
 * @param text the source with BOM and front matter blank and template tags masked
 * @param handedOn what shortcodes hand to their templates, sorted by start
 * @throws {RangeError} when the tree nests deeper than the stack allows; callers check limits first.
 */
export function parseMarkdownBody(
  text: string,
  syntax: Syntax,
  handedOn: readonly Range[] = [],
): MarkdownBody {
  // The native parser takes UTF-8, where a lone surrogate is U+FFFD: the text it saw is compared with ours.
  const wellFormed = LONE_SURROGATE.test(text) ? text.replace(/\p{Surrogate}/gu, "\uFFFD") : text;
  if (syntax.format === "mdx") return parseMdx(wellFormed, syntax);
  const body = parseMarkdown(wellFormed, syntax, handedOn);
  const printed = printedTags(text);
  if (printed.length === 0) return body;
  restorePrintedTags(body.tree);
  return { ...body, problems: [...body.problems, ...printed] };
}

function parseMarkdown(text: string, syntax: Syntax, handedOn: readonly Range[]): MarkdownBody {
  const tree = rootOf(markdownToHast(text, { features: featuresOf(syntax) }));
  withBareAddresses(tree, text, syntax);
  const all = rawHtmlOf(tree, text);
  const { kept: parts, omitted } = syntax.omitsHtml
    ? takeOutHtml(tree, text, all, handedOn)
    : { kept: all, omitted: [] };
  const markup = htmlLayer(text, parts);
  if (parts.length === 0) return { tree, markup, problems: [], omitted };

  withoutNestedAutolinks(tree, text);
  const limits = checkNesting(markup);
  if (limits.length > 0) return { tree, markup: blanked(text), problems: limits, omitted };

  const layer = parseHtml(markup, { fragment: true });
  const alone = htmlProblems(markup, layer.tree, layer.errors);
  const problems = heedingBlocks(tree, markup, alone);
  if (isOnlyHtml(tree, problems)) return { tree: layer.tree, markup, problems, omitted };
  const apart = blocksApart(tree, layer.tree, parts, problems);
  return { tree: withParsedHtml(tree, text, parts, apart), markup, problems, omitted };
}

/** Whether a body is HTML throughout: its layer is its tree then. An unfinished tag would hide what follows. */
function isOnlyHtml(tree: Root, problems: readonly Problem[]): boolean {
  return (
    tree.children.every(({ type, position }) => type === "raw" || position === undefined) &&
    !problems.some((problem) => problem.kind === "html-parse" && problem.code.startsWith("eof-"))
  );
}
