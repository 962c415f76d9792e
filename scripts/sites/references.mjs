/**
 * Where an article's own writers refer to something: links, images and definitions outside code, comments and template
 * tags. It uses parsers that copydesk does not use, so that a reference copydesk overlooks is found all the same.
 */
import { visit } from "unist-util-visit";
import { treeOf, withoutFrontMatter } from "./markdown.mjs";

/** What no reader meets as written; the first two forms are pairs of template tags with what is between them. */
const HIDDEN = [
  /\{%-?\s*(\w+)\b[^%]*%\}[\s\S]*?\{%-?\s*end\1\b[^%]*%\}/g,
  /\{\{[<%]\s*([\w-]+)[^}]*\}\}[\s\S]*?\{\{[<%]\s*\/\s*\1\s*[%>]\}\}/g,
  /\{%[\s\S]*?%\}/g,
  /\{\{[\s\S]*?\}\}/g,
  /<%[\s\S]*?%>/g,
  /<!--[\s\S]*?-->/g,
  /<(script|style|pre|code|template|textarea|svg|noscript)\b[\s\S]*?<\/\1\s*>/gi,
];
const TAG = /<(a|img)\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const ATTRIBUTE = { a: /(\shref=)(["'])(.*?)\2/i, img: /(\ssrc=)(["'])(.*?)\2/i };
const DESTINATION = /\]\(\s*<?([^\s<>()]+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)$/;
const DEFINITION = /^\[[^\]]+\]:\s*<?([^\s<>]+)/;

/** Stands for each character of what is hidden, so that no target with a template tag looks complete. */
export const MASK = "\uE000";

/**
 * References of an article in their order: what they are (`link` or `image`), the target as written, its offset, and
 * the offsets where readers meet it. Empty for a text that the parsers refuse.
 */
export function referencesOf(text, format) {
  const masked = mask(text, format);
  try {
    return format === "html" ? tags(masked, 0) : markdown(masked, format);
  } catch {
    return [];
  }
}

/** The text without front matter and, unless it is MDX, without what is hidden. Offsets do not change. */
function mask(text, format) {
  const body = withoutFrontMatter(text);
  if (format === "mdx") return body;
  const fill = (part) => part.replace(/[^\r\n]/g, MASK);
  return HIDDEN.reduce((rest, hidden) => rest.replace(hidden, fill), body);
}

function markdown(text, format) {
  const tree = treeOf(text, format === "mdx");
  const found = [];
  const uses = new Map();
  visit(tree, ["linkReference", "imageReference"], ({ type, identifier, position }) => {
    const known = uses.get(identifier) ?? {
      kind: type === "linkReference" ? "link" : "image",
      at: [],
    };
    known.at.push(position.start.offset);
    uses.set(identifier, known);
  });
  visit(tree, (node) => {
    if (node.position === undefined) return;
    const start = node.position.start.offset;
    const source = text.slice(start, node.position.end.offset);
    const add = (kind, match, at) =>
      found.push({
        kind,
        target: match[1],
        offset: start + match.index + match[0].indexOf(match[1], 2),
        at,
      });
    if (node.type === "link" || node.type === "image") {
      const match = DESTINATION.exec(source);
      if (match !== null) add(node.type, match, [start]);
    } else if (node.type === "definition" && uses.has(node.identifier)) {
      const match = DEFINITION.exec(source);
      const { kind, at } = uses.get(node.identifier);
      if (match !== null) add(kind, match, [start, ...at]);
    } else if (
      node.type === "html" ||
      (node.type.startsWith("mdxJsx") && /^(?:a|img)$/.test(node.name))
    )
      found.push(
        ...tags(node.type === "html" ? source : source.slice(0, source.indexOf(">") + 1), start),
      );
  });
  return found.sort((one, other) => one.offset - other.offset);
}

function tags(text, start) {
  return [...text.matchAll(TAG)].flatMap(({ 0: tag, 1: name, index }) => {
    const match = ATTRIBUTE[name.toLowerCase()].exec(tag);
    if (match === null) return [];
    const offset = start + index + match.index + match[1].length + 1;
    const kind = name.toLowerCase() === "a" ? "link" : "image";
    return [{ kind, target: match[3], offset, at: [start + index] }];
  });
}
