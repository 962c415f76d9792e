import type { ObservedArticle } from "../../src/inference/observed-article.js";

type Data = Readonly<Record<string, unknown>>;

/** Articles with this front matter, in the order of their paths. */
export function observed(
  count: number,
  dataOf: (index: number) => Data,
  pathOf: (index: number) => string = (index) => `posts/${String(index).padStart(4, "0")}.md`,
): ObservedArticle[] {
  return Array.from({ length: count }, (_, index) => ({
    path: pathOf(index),
    data: dataOf(index),
  }));
}

/** All but one of the articles have the usual value. */
export function allButOne<Value>(usual: Value, other: Value): (index: number) => Value {
  return (index) => (index === 7 ? other : usual);
}
