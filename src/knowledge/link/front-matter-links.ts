import type { Article } from "../../article/article.js";
import { hasTemplateSyntax } from "../../article/templates.js";
import type { Reference } from "../../facts/facts.js";

/**
 * The links in an article's front matter that the engine's theme prints.
 *
 * @param keys paths of keys, `*` for any entry of a list: `hero.actions.*.link`
 */
export function linksInFrontMatter(
  { frontMatter }: Article,
  keys: readonly string[],
): readonly Reference[] {
  if (keys.length === 0 || frontMatter === undefined) return [];
  return frontMatter.entries.flatMap(({ path, value, valueRange, style }) => {
    const name = path.map((part) => (typeof part === "number" ? "*" : part)).join(".");
    if (typeof value !== "string" || value.trim() === "" || !keys.includes(name)) return [];
    const quote = style === "single-quoted" || style === "double-quoted" ? 1 : 0;
    const range = { start: valueRange.start + quote, end: valueRange.end - quote };
    const url = value.trim();
    const from = `front-matter:${name}`;
    return [{ url, range, elementRange: valueRange, unknown: hasTemplateSyntax(url), from }];
  });
}
