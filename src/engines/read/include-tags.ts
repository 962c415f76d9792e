import type { Article } from "../../article/article.js";
import type { Range } from "../../article/range.js";
import { scanTemplates } from "../../article/template-scanner.js";

/** A tag of Liquid or Nunjucks that always runs. */
export interface IncludeTag {
  readonly name: string;
  readonly range: Range;
  /** What follows the name. */
  readonly content: string;
  /** Where that begins. */
  readonly start: number;
}

/** What may be passed over when it runs. */
const CONDITIONS =
  /^(?:if|unless|case|for|tablerow|switch|ifAsync|asyncEach|asyncAll|macro|block|call)$/;
const TAG = /^\{%[-~+]?\s*[\w.:-]*\s*/;
const END = /\s*[-~+]?%\}$/;

/** The tags of these names in an article, code included, that stand in no condition, loop or block. */
export function includeTags(
  { source, bodyStart }: Article,
  names: ReadonlySet<string>,
): readonly IncludeTag[] {
  if (!source.includes("{%")) return [];
  const found: IncludeTag[] = [];
  let depth = 0;
  for (const tag of scanTemplates(source.slice(bodyStart), "html")) {
    if (tag.kind !== "tag") continue;
    if (CONDITIONS.test(tag.name)) depth += 1;
    else if (tag.name.startsWith("end") && CONDITIONS.test(tag.name.slice(3)))
      depth = Math.max(0, depth - 1);
    if (depth > 0 || !names.has(tag.name)) continue;
    const range = { start: tag.start + bodyStart, end: tag.end + bodyStart };
    const text = source.slice(range.start, range.end);
    if (!text.startsWith("{%")) continue;
    const [head = ""] = TAG.exec(text) ?? [];
    const content = text.slice(head.length).replace(END, "");
    found.push({ name: tag.name, range, content, start: range.start + head.length });
  }
  return found;
}
