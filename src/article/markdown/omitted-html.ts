import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { visitTags } from "../html-tags.js";
import type { Range } from "../range.js";
import type { OmittedHtml } from "./markdown-body.js";
import type { RawHtml } from "./raw-html.js";

/**
 * Takes raw HTML out of a tree that its renderer leaves out of the page. Comments stay: no reader sees them anyway,
 * and they may be meant for copydesk.
 *
 * @param parts the raw HTML of the tree, in source order
 * @param handedOn what shortcodes hand to their templates, sorted by start: it is no Markdown, so its HTML stays
 */
export function takeOutHtml(
  tree: Root,
  parts: readonly RawHtml[],
  handedOn: readonly Range[],
): { readonly kept: readonly RawHtml[]; readonly omitted: readonly OmittedHtml[] } {
  const omitted = new Map<unknown, OmittedHtml>();
  let next = 0;
  let end = 0;
  for (const part of parts) {
    for (; (handedOn[next]?.start ?? part.end) <= part.start; next++)
      end = Math.max(end, handedOn[next]?.end ?? 0);
    if (part.end > end && !part.value.startsWith("<!--")) omitted.set(part.node, omittedOf(part));
  }
  visit(tree, ["root", "element"], (node) => {
    if (node.type === "root" && node.children.some((child) => omitted.has(child)))
      node.children = node.children.filter((child) => !omitted.has(child));
    if (node.type === "element" && node.children.some((child) => omitted.has(child)))
      node.children = node.children.filter((child) => !omitted.has(child));
  });
  return { kept: parts.filter(({ node }) => !omitted.has(node)), omitted: [...omitted.values()] };
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
