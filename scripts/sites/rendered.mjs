/** What readers and engines get of an article: the words of its body, and the data of its front matter. */
import { decodeHTML } from "entities";
import jsYaml from "js-yaml";
import { parse as parseToml } from "smol-toml";
import { FRONT_MATTER, lineEndsIn, treeOf, withoutFrontMatter } from "./markdown.mjs";

/** What two blocks have between them, and a line break within one. */
const BETWEEN_BLOCKS = "¶";
const LINE_BREAK = "↵";

const WORD = /\p{Script=Han}|[\p{L}\p{M}\p{N}_]+|[^\s]|\s+/gu;
const BLOCKS = new Set(["paragraph", "heading", "tableCell", "code", "definition"]);
const TAG = /<!--[\s\S]*?-->|<\/?[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;
/** Attributes of Markdown in kramdown, Hugo and others: `{:target="_blank"}`. */
const ATTRIBUTES = /\{:[^{}\n]*\}/g;
const SEEN_NOWHERE = /<(script|style)\b[\s\S]*?<\/\1\s*>/gi;

/**
 * The words of an article's body in order, with the line each is in: words, marks, blanks and the ends of blocks.
 * Undefined for a text that the parsers refuse.
 */
export function wordsOf(text, format) {
  const body = withoutFrontMatter(text);
  const words = [];
  if (format === "html") addHtml(words, body, 1);
  else {
    try {
      const isMdx = format === "mdx";
      const plain = isMdx ? body : body.replace(ATTRIBUTES, (part) => " ".repeat(part.length));
      addNodes(words, treeOf(plain, isMdx));
    } catch {
      return undefined;
    }
  }
  return words.filter(({ word }, at) => word !== " " || !isBreak(words[at - 1]));
}

const isBreak = (before) => before === undefined || /^[ ¶↵]$/.test(before.word);

function addNodes(words, node) {
  const line = firstLineOf(node);
  if (node.type === "break") words.push({ word: LINE_BREAK, line });
  else if (node.type === "html") addHtml(words, node.value, line);
  else if ("value" in node) addText(words, node.value, line);
  for (const child of node.children ?? []) addNodes(words, child);
  if (BLOCKS.has(node.type)) words.push({ word: BETWEEN_BLOCKS, line: node.position.end.line });
}

/** The line that a node's text begins in: below the fence of a code block. */
function firstLineOf({ type, value, position }) {
  const { start, end } = position ?? { start: { line: 1 }, end: { line: 1 } };
  const isFenced = type === "code" && end.line - start.line > lineEndsIn(value);
  return isFenced ? start.line + 1 : start.line;
}

/** The text between tags; a tag counts for nothing. */
function addHtml(words, html, line) {
  const blank = (part) => part.replace(/[^\r\n]/g, "\0");
  const shown = html.replace(SEEN_NOWHERE, blank).replace(TAG, blank);
  addText(words, decodeHTML(shown), line);
}

function addText(words, text, first) {
  let line = first;
  for (const [part] of text.matchAll(WORD)) {
    const word = part.replaceAll("\0", "");
    if (word !== "") words.push({ word: word.trim() === "" ? " " : word, line });
    line += lineEndsIn(part);
  }
}

/** The data of the front matter; undefined without one, a text that says why where it cannot be read. */
export function dataOf(text) {
  const [block] = FRONT_MATTER.exec(text) ?? [];
  if (block === undefined) return undefined;
  const inner = block.trim().slice(3, -3);
  try {
    return block.trimStart().startsWith("+++") ? parseToml(inner) : jsYaml.load(inner);
  } catch (error) {
    return `not read: ${error.message.split("\n")[0]}`;
  }
}

/** The lines of a key of the front matter's first level, with all that is below it; undefined for a key it does not have. */
export function linesOfKey(text, key) {
  const [block] = FRONT_MATTER.exec(text) ?? [];
  const lines = (block ?? "").split("\n");
  const names = lines.map(
    (line) => /^\[*["']?([\p{L}\d_][^"':=\]<>]*?)["']?\s*[:=\]]/u.exec(line)?.[1],
  );
  const first = names.indexOf(key);
  if (first === -1) return undefined;
  const next = names.findIndex((name, at) => at > first && name !== undefined);
  return { first: first + 1, last: next === -1 ? lines.length : next };
}
