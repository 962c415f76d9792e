import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { blanked } from "../blanked.js";
import { visitTags } from "../html-tags.js";
import type { Range } from "../range.js";
import { beginsHtmlBlock } from "../template-scanner.js";
import type { OmittedHtml } from "./markdown-body.js";
import type { RawHtml } from "./raw-html.js";

/**
 * Takes the blocks of raw HTML out of a tree that its renderer leaves out of the page. Tags in a text stay, since they
 * tell what the text in them is, such as code; comments stay, since they may be meant for copydesk, and pictures by
 * themselves, since somebody meant to show them.
 *
 * @param parts the raw HTML of the tree, in source order
 * @param handedOn what shortcodes hand to their templates, sorted by start: it is no Markdown, so its HTML is not left out
 */
export function takeOutHtml(
  tree: Root,
  text: string,
  parts: readonly RawHtml[],
  handedOn: readonly Range[],
): { readonly kept: readonly RawHtml[]; readonly omitted: readonly OmittedHtml[] } {
  const omitted: OmittedHtml[] = [];
  const blocks = new Set<unknown>();
  let next = 0;
  let end = 0;
  for (const part of parts) {
    for (; (handedOn[next]?.start ?? part.end) <= part.start; next++)
      end = Math.max(end, handedOn[next]?.end ?? 0);
    if (part.end <= end || part.value.startsWith("<!--")) continue;
    const found = omittedOf(part);
    omitted.push(found);
    if (isBlock(text, part) && !isPicture(found)) blocks.add(part.node);
  }
  visit(tree, ["root", "element"], (node) => {
    if (node.type === "root" && node.children.some((child) => blocks.has(child)))
      node.children = node.children.filter((child) => !blocks.has(child));
    if (node.type === "element" && node.children.some((child) => blocks.has(child)))
      node.children = node.children.filter((child) => !blocks.has(child));
  });
  return { kept: parts.filter(({ node }) => !blocks.has(node)), omitted };
}

function isBlock(text: string, { start, value }: RawHtml): boolean {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const [line = ""] = value.split("\n", 1);
  return /^[\s>*+\-\d.)]*$/.test(before) && beginsHtmlBlock(line.trimStart(), true);
}

function isPicture({ opened, closed, hasText }: OmittedHtml): boolean {
  return (
    opened.length > 0 && opened.every((name) => name === "img") && closed.length === 0 && !hasText
  );
}

function omittedOf({ start, end, value }: RawHtml): OmittedHtml {
  const opened: string[] = [];
  const closed: string[] = [];
  let text = "";
  let at = 0;
  visitTags(value, (tag) => {
    (tag.closing ? closed : opened).push(tag.name);
    text += value.slice(at, tag.start);
    at = tag.end;
    return true;
  });
  const rest = (text + value.slice(at)).replace(/<!--.*?(?:-->|$)/gs, "");
  return { range: { start, end }, opened, closed, hasText: /\S/.test(rest) };
}

/** Answers whether an offset lies in what is left out. */
export function omissionTest(omitted: readonly OmittedHtml[]): (offset: number) => boolean {
  return (offset) => {
    let low = 0;
    let high = omitted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((omitted[middle]?.range.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return (omitted[low - 1]?.range.end ?? 0) > offset;
  };
}

/** A layer of HTML without what is left out, as long as before. */
export function withoutOmitted(layer: string, omitted: readonly OmittedHtml[]): string {
  let shown = "";
  let at = 0;
  for (const { range } of omitted) {
    shown += layer.slice(at, range.start) + blanked(layer.slice(range.start, range.end));
    at = range.end;
  }
  return shown + layer.slice(at);
}
