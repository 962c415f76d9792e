import { isMap, parseDocument } from "yaml";
import { keyOfLine } from "../../article/front-matter/likeness.js";
import type { Range } from "../../article/range.js";

/** hexo-front-matter 4: text up to the first line that begins with three dashes. */
const HEAD = /^([\s\S]+?)\r?\n-{3,}/;
const LONGEST_HEAD = 4096;

/**
 * The text at the top of an article without front matter that Hexo nevertheless takes for metadata: it reads as
 * YAML keys ("Note: this is old") and a line of dashes follows. Undefined when Hexo leaves the text alone.
 */
export function headWithoutFence(source: string): Range | undefined {
  const firstLine = source.slice(0, 500).trimStart().split("\n", 1)[0] ?? "";
  if (!/^[^\n]+:(?:\s|$)/.test(firstLine) && keyOfLine(firstLine) === undefined) return undefined;
  const [, head = ""] = HEAD.exec(source.slice(0, LONGEST_HEAD)) ?? [];
  if (head === "") return undefined;
  const document = parseDocument(head, { prettyErrors: false, logLevel: "silent" });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const start = head.length - head.trimStart().length;
  return { start, end: start + head.trim().length };
}
