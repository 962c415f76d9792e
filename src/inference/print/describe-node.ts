import { KIND_WORDS } from "../outliers.js";
import type { MapNode, SchemaNode, TextNode } from "../schema-node.js";

/** What a schema asks of a value, in one line for people. */
export function describeNode(node: SchemaNode): string {
  switch (node.type) {
    case "anything":
      return "seen too rarely to tell";
    case "text":
      return describeText(node);
    case "list":
      return `a list of ${describeItems(node.items)}`;
    case "map":
      return `keys: ${namesOf(node)}`;
    case "union":
      return node.options.map(describeNode).join(", or ");
    case "nothing":
      return "no value";
    default:
      return KIND_WORDS[node.type];
  }
}

/** Keys that are named. */
const MOST_NAMES = 8;

function namesOf({ properties }: MapNode): string {
  const names = properties.slice(0, MOST_NAMES).map(({ key }) => key);
  return [...names, ...(properties.length > MOST_NAMES ? ["…"] : [])].join(", ");
}

function describeText({ isFilled, format, values }: TextNode): string {
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(" | ");
  return format?.label ?? (isFilled ? "text" : "text, may be empty");
}

function describeItems(items: SchemaNode): string {
  return items.type === "union" ? `(${describeNode(items)})` : describeNode(items);
}
