import type { Element } from "hast";
import { parseMarkdownBody } from "../../article/markdown/parse-markdown.js";
import { rangeOf } from "../../article/node-range.js";
import { plainSyntax } from "../../article/syntax.js";
import { neutralise } from "../../report/text/neutralise.js";
import type { Rule } from "../../rule/index.js";
import { blockLines, elementsOf } from "./blocks.js";
import { exampleLines } from "./example.js";
import { inlineText, textOf } from "./inline.js";
import { optionsSnippet } from "./options-snippet.js";
import { type Style, severityColor, wrapped } from "./style.js";

/** Blocks of lines, each a paragraph of the page. */
type Blocks = readonly (readonly string[])[];

/** What stands under a heading of a page. */
interface Section {
  readonly title: string;
  readonly blocks: Blocks;
}

const INDENT = "  ";
const OPTIONS_INTRO =
  "For copydesk.config.yaml, with the defaults. The severity replaces that of every message.";
const FIXES = { safe: "safe fix", suggestion: "suggestion" } as const;

/**
 * A rule for a reader at a terminal: its page without what serves the tests, its options as a piece of a config, its
 * messages, and what the definition says besides.
 *
 * @param page the rule's page in Markdown; undefined for a rule that has none
 * @param url where the page is published
 */
export function rulePageText(
  rule: Rule,
  page: string | undefined,
  url: string | undefined,
  style: Style,
): string {
  const [intro, ...sections] =
    page === undefined ? [introOf(rule, style)] : sectionsOf(page, style);
  const isLast = ({ title }: Section): boolean => title === "Examples";
  const shown = [
    ...(intro === undefined ? [] : [{ ...intro, title: rule.id }]),
    ...sections.filter((section) => section.title !== "Options" && !isLast(section)),
    { title: "Options", blocks: optionBlocks(rule, style) },
    { title: "Messages", blocks: messageBlocks(rule, style) },
    ...sections.filter(isLast),
    { title: "Reference", blocks: [referenceLines(rule, url, style)] },
  ];
  return shown
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }) => [[style.colors.bold(neutralise(title))], ...blocks])
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function introOf(rule: Rule, style: Style): Section {
  return { title: rule.id, blocks: [wrapped(`${rule.summary}.`, style, INDENT)] };
}

/** The sections of a page; what stands above the first heading of the second level is the first. */
function sectionsOf(page: string, style: Style): readonly Section[] {
  const sections: { title: string; blocks: (readonly string[])[] }[] = [{ title: "", blocks: [] }];
  for (const block of elementsOf(parseMarkdownBody(page, plainSyntax("page.md")).tree)) {
    if (block.tagName === "h1") continue;
    if (block.tagName === "h2") {
      sections.push({ title: inlineText(block, style).text, blocks: [] });
    } else sections.at(-1)?.blocks.push(linesOf(block, page, style));
  }
  return sections;
}

function linesOf(block: Element, page: string, style: Style): readonly string[] {
  if (block.tagName !== "pre") return blockLines(block, style, INDENT);
  const { start } = rangeOf(block);
  const fence = page.slice(start, page.indexOf("\n", start));
  return exampleLines(fence.replace(/^`+/, ""), textOf(block), style, INDENT);
}

function optionBlocks(rule: Rule, style: Style): Blocks {
  const { colors, width } = style;
  const lines = optionsSnippet(rule, width - INDENT.length);
  if (lines.length === 0) return [];
  return [
    wrapped(OPTIONS_INTRO, style, INDENT),
    lines.map((line) => INDENT + (/^(?: +(?:- )?)?#/.test(line) ? colors.dim(line) : line)),
  ];
}

function messageBlocks(rule: Rule, style: Style): Blocks {
  return Object.values(rule.messages).map(({ severity, what, why, help }) => {
    const hang = `${INDENT}${" ".repeat("warning  ".length)}`;
    const weight = severityColor(style, severity)(severity);
    const start = INDENT + weight + " ".repeat("warning  ".length - severity.length);
    return [
      ...wrapped(what, style, hang, start),
      ...(why === "" ? [] : wrapped(why, style, hang)),
      ...wrapped(help, style, `${hang}${INDENT}`, `${hang}${style.colors.green("→")} `),
    ];
  });
}

/** What the definition says and a page need not repeat: preset, fixes, standards. */
function referenceLines(rule: Rule, url: string | undefined, style: Style): readonly string[] {
  const facts = [
    `preset: ${rule.recommended ? "recommended" : "only strict"}`,
    `fixes: ${rule.fixes.map((kind) => FIXES[kind]).join(", ") || "none"}`,
    ...(rule.references.length === 0 ? [] : [`standards: ${rule.references.join("; ")}`]),
    ...(url === undefined ? [] : [`page: ${url}`]),
  ];
  return facts.flatMap((fact) => wrapped(fact, style, `${INDENT}  `, `${INDENT}- `));
}
