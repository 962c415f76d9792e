import type { Article, TemplateTag } from "../../article/article.js";
import { rangeOf } from "../../article/node-range.js";
import type { Engine } from "../../engine/engine.js";
import type { Reference } from "../../facts/facts.js";
import { patternAround } from "../../patterns/around.js";

/** What template tags of an article point to, outside of attributes and Markdown links. */
export interface TagReferences {
  readonly links: readonly Reference[];
  readonly images: readonly Reference[];
}

/**
 * Pages that tags look up and pictures that they show, by the engine's table of tags.
 *
 * @param known references that are already read: a tag in one of them is a part of it
 */
export function tagReferencesOf(
  article: Article,
  { templates }: Engine,
  known: readonly Reference[],
): TagReferences {
  const { pages = [], pictureTags = [], pictures = {} } = templates?.names ?? {};
  const names = new Set([...pages, ...pictureTags, ...Object.keys(pictures)]);
  const tags = article.templateTags.filter(
    ({ name, range }) =>
      names.has(name) &&
      !known.some(({ range: { start, end } }) => start < range.end && range.start < end),
  );
  const comments = article.comments.map(rangeOf);
  const isUnseen = ({ range: { start, end } }: TemplateTag): boolean =>
    comments.some((comment) => comment.start < start && end < comment.end);
  return {
    links: tags.flatMap((tag) =>
      pages.includes(tag.name) ? [whole(article, tag, isUnseen(tag))] : [],
    ),
    images: tags.flatMap((tag) =>
      pictureTags.includes(tag.name)
        ? [whole(article, tag, isUnseen(tag))]
        : (pictureOf(article, tag, pictures[tag.name]) ?? []),
    ),
  };
}

/** In a comment, the engine looks the page up as well, but nobody follows the fragment. */
function whole({ source }: Article, { name, range }: TemplateTag, isUnseen: boolean): Reference {
  const tag = source.slice(range.start, range.end);
  const url = isUnseen ? tag.replace(/#[^"'`\s]*/, "") : tag;
  return { url, range, elementRange: range, unknown: true, from: `tag:${name}` };
}

/** The value of `src="…"` in a tag, where it is written out. */
function pictureOf(
  { source }: Article,
  { name, range }: TemplateTag,
  argument: string | undefined,
): Reference | undefined {
  if (argument === undefined) return undefined;
  const text = source.slice(range.start, range.end);
  const match = patternAround()`\s${argument}\s*=\s*("|\`)`.exec(text);
  if (match === null) return undefined;
  const start = match.index + match[0].length;
  const end = text.indexOf(match[1] ?? "", start);
  const url = text.slice(start, end);
  if (end === -1 || url.trim() === "" || /\{\{|\\/.test(url)) return undefined;
  const place = { start: range.start + start, end: range.start + end };
  return { url, range: place, elementRange: range, unknown: false, from: `tag:${name}` };
}
