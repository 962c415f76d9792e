import type { Element, Parents, Root, Text } from "hast";
import { rangeOf } from "../node-range.js";
import type { Syntax } from "../syntax.js";

/**
 * Makes links only of those parts of bare addresses that the engine makes links of. The parser follows GitHub, which
 * links more of them than most engines do.
 */
export function withBareAddresses(tree: Root, text: string, { bareLink }: Syntax): void {
  if (bareLink !== undefined) relink(tree, text, bareLink);
}

function relink(parent: Parents, text: string, bareLink: NonNullable<Syntax["bareLink"]>): void {
  for (let index = 0; index < parent.children.length; index++) {
    const child = parent.children[index];
    if (child?.type !== "element") continue;
    const only = child.children[0];
    if (!isAutolink(child, text) || only?.type !== "text") {
      relink(child, text, bareLink);
      continue;
    }
    const { start, end } = rangeOf(child);
    const written = text.slice(start, end);
    const linked = bareLink(written, text.charAt(start - 1));
    if (linked === "") parent.children.splice(index, 1, ...child.children);
    else if (linked !== written && only.value.startsWith(linked)) {
      parent.children.splice(index + 1, 0, ...cut(child, only, linked));
    }
  }
}

/** Whether a link is a bare address: one in brackets is written on purpose. */
export function isAutolink(element: Element, text: string): boolean {
  return element.tagName === "a" && !/^[[<]/.test(text.charAt(rangeOf(element).start));
}

/** Ends a link, with its text, after what is linked, and returns the rest as text. */
function cut(link: Element, shown: Text, linked: string): readonly Text[] {
  const rest = shown.value.slice(linked.length);
  shown.value = linked;
  const scheme = linked.includes("://")
    ? ""
    : /^(?:https?:\/\/|mailto:)/.exec(String(link.properties.href))?.[0];
  link.properties.href = `${scheme ?? ""}${linked}`;
  if (link.position === undefined) return [];
  const { start, end } = link.position;
  const middle = {
    line: start.line,
    column: start.column + linked.length,
    offset: (start.offset ?? 0) + linked.length,
  };
  link.position = { start, end: middle };
  shown.position = { start, end: middle };
  return [{ type: "text", value: rest, position: { start: middle, end } }];
}
