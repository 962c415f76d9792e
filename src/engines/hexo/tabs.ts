import type { Article } from "../../article/article.js";

const NAMES: ReadonlySet<string> = new Set(["tabs", "subtabs", "subsubtabs"]);
const NAME = /^\{%[-~+]?\s*\w+\s+(.*?)\s*(?:,[^,]*)?[-~+]?%\}$/s;
const TAB = /<!--\s*tab\s/g;

/** Ids of `{% tabs name %}` and its tabs (`name-1`, `name-2`), as NexT and the themes made after it print them. */
export function tabIds({ source, templateTags }: Article): readonly string[] {
  return templateTags.flatMap(({ name, range }, index) => {
    if (!NAMES.has(name)) return [];
    const [, label = ""] = NAME.exec(source.slice(range.start, range.end)) ?? [];
    if (label === "") return [];
    const end = templateTags.slice(index + 1).find((tag) => tag.name === `end${name}`);
    const tabs = source.slice(range.end, end?.range.start).match(TAB)?.length ?? 0;
    const id = label.toLowerCase().split(" ").join("-");
    return [id, ...Array.from({ length: tabs }, (_, at) => `${id}-${at + 1}`)];
  });
}
