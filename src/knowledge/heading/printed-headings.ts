import type { Article, TemplateTag } from "../../article/article.js";
import type { Engine } from "../../engine/engine.js";
import type { HeadingFact } from "../../facts/facts.js";
import { headingsOf } from "./article-ids.js";

const NAME = /^\{\{-?\s*([\w$.-]+?)\s*-?\}\}$/;

/**
 * The headings of an article as its templates print them: values of its own front matter stand in the text, and where
 * nobody knows what a tag prints, the heading says what comes before it.
 */
export function printedHeadings(article: Article, engine: Engine): HeadingFact[] {
  const tags = article.templateTags.filter(({ kind }) => kind === "expression" || kind === "tag");
  let next = 0;
  return headingsOf(article).map((heading) => {
    const { start, end } = heading.range;
    while ((tags[next]?.range.start ?? end) < start) next++;
    const first = next;
    while ((tags[next]?.range.end ?? Infinity) <= end) next++;
    return first === next ? heading : printed(heading, tags.slice(first, next), article, engine);
  });
}

function printed(
  heading: HeadingFact,
  tags: readonly TemplateTag[],
  article: Article,
  engine: Engine,
): HeadingFact {
  let before = "";
  let rest = heading.text;
  for (const { range } of tags) {
    const written = article.source.slice(range.start, range.end).replace(/[ \t\r\n\f]+/g, " ");
    const at = rest.indexOf(written);
    const value = at === -1 ? undefined : ownValue(written, article, engine);
    before += rest.slice(0, Math.max(0, at));
    if (value === undefined) return { ...heading, beforeTemplate: before };
    before += value;
    rest = rest.slice(at + written.length);
  }
  return { ...heading, text: before + rest };
}

/** The value of the front matter that an expression prints. */
function ownValue(written: string, { frontMatter }: Article, engine: Engine): string | undefined {
  const name = NAME.exec(written)?.[1];
  if (name === undefined || frontMatter === undefined) return undefined;
  const { data } = frontMatter;
  for (const start of engine.templates?.names.ownValues ?? []) {
    const key = name.startsWith(start) ? name.slice(start.length) : "";
    const value: unknown = Object.hasOwn(data, key) ? data[key] : undefined;
    // Markup in a value would be markup of the heading.
    if (typeof value === "string" && !/[<>*_`[\]{}\\&\r\n]/.test(value)) return value;
  }
  return undefined;
}
