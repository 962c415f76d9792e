import { type Article, attributesOf, type Element, type Range } from "../../../src/rules.js";

const OPENING =
  /^(?:if|unless|ifversion|case|for|tablerow|each|with|capture|block|macro|call|range)$/;
const BRANCH = /^(?:else|elsif|elseif|elif|when|default)$/;

/**
 * Whether the template tags in a tag of HTML may be why it seems broken: conditions and loops print some of its text
 * once, often or never, and what touches a template tag may go on in it. What only prints an attribute or a part
 * of a value explains nothing that is written apart from it.
 *
 * @param at where the parser stopped
 */
export function mayBeTemplates(
  article: Article,
  element: Element,
  tag: Range,
  at: number,
): boolean {
  const inside = article.templateTags.filter(
    ({ range }) => range.start < tag.end && range.end > tag.start,
  );
  if (inside.length === 0) return false;
  if (inside.some(({ range }) => range.start <= at && at <= range.end)) return true;
  const values = attributesOf(article, element).map(({ valueRange }) => valueRange);
  const open: { readonly name: string; readonly value: Range }[] = [];
  for (const { kind, name, range } of inside) {
    if (kind === "expression") continue;
    const value = values.find(({ start, end }) => start <= range.start && range.end <= end);
    if (kind !== "tag" || value === undefined) return true;
    if (OPENING.test(name)) open.push({ name, value });
    else if (BRANCH.test(name) && open.at(-1)?.value !== value) return true;
    else if (name.startsWith("end") && OPENING.test(name.slice(3))) {
      const opened = open.pop();
      if (opened?.value !== value || opened.name !== name.slice(3)) return true;
    }
  }
  return open.length > 0;
}
