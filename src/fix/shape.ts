import type { ArticleFacts } from "../facts/facts.js";

/** What other articles may depend on: headings, ids, links, the address, names it is filed under. */
export function shapeOf({ headings, ids, links, images, route, metadata }: ArticleFacts): string {
  const { title, categories, tags } = metadata;
  return JSON.stringify([
    headings.map(({ text }) => text),
    ids,
    [...links, ...images].map(({ url }) => url),
    { ...route, aliasPlaces: undefined },
    title,
    categories,
    tags,
  ]);
}
