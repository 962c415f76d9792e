import { ARTICLES_AT_HAND } from "../article/per-article.js";
import type { ArticleInput } from "../lint/contract.js";
import { type ParsedArticle, parseArticles } from "../lint/index.js";

/** Text that may wait, in UTF-16 units: the trees of large articles are not held together. */
const MOST_TEXT = 500_000;

/** Parses articles in their order, as many at a time as are checked together. */
export function* parse(articles: Iterable<ArticleInput>): Generator<readonly ParsedArticle[]> {
  let waiting: ArticleInput[] = [];
  let text = 0;
  for (const article of articles) {
    waiting.push(article);
    text += article.source.length;
    if (waiting.length < ARTICLES_AT_HAND && text < MOST_TEXT) continue;
    yield parseArticles(waiting);
    waiting = [];
    text = 0;
  }
  if (waiting.length > 0) yield parseArticles(waiting);
}
