import type { Article } from "../../article/article.js";
import type { Engine } from "../../engine/engine.js";
import type { SiteSettings } from "../../facts/site-settings.js";

const DATED_NAME = /(?:^|\/)\d{4}-\d{1,2}-\d{1,2}-[^/]+$/;

/** Whether an article is a post: it lies in the engine's folder for posts, or its name or front matter has a date. */
export function isPost(article: Article, { folders }: Engine): boolean {
  const path = `/${article.path}`;
  if (folders.posts.some((folder) => path.includes(`/${folder}/`))) return true;
  return DATED_NAME.test(path) || article.frontMatter?.data.date !== undefined;
}

/** Whether an article is one that its engine and its site make a page of. */
export function makesPage(
  { path, frontMatter }: Article,
  engine: Engine,
  { notPages = [] }: SiteSettings,
): boolean {
  return !notPages.includes(path) && !engine.frontMatter.makesNoPage(frontMatter?.data ?? {});
}

/** Whether an article is published: neither `draft: true` nor `published: false`. */
export function isPublished(article: Article): boolean {
  const { draft, published } = article.frontMatter?.data ?? {};
  return draft !== true && published !== false;
}

/** Whether an article is held back: its front matter says so, or it lies in the engine's folder for drafts. */
export function isDraft(article: Article, { folders }: Engine): boolean {
  const { status } = article.frontMatter?.data ?? {};
  const path = `/${article.path}`;
  const isAside =
    path.includes("/_drafts/") || folders.drafts.some((name) => path.includes(`/${name}/`));
  return isAside || !isPublished(article) || status === "draft";
}
