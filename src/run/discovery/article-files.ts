const ARTICLE = /\.(?:md|markdown|mdx|html?)$/i;

/** Whether a file name is that of an article. */
export function isArticleName(name: string): boolean {
  return ARTICLE.test(name);
}

/** The endings of articles, for people. */
export const ARTICLE_ENDINGS = ".md, .markdown, .mdx, .html or .htm";
