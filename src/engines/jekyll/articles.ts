import { below } from "../../engine/address.js";
import type { IsArticle } from "../../engine/site-reader.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { jekyllConfig } from "./config.js";
import { isExcluded, isHiddenName, isIncluded } from "./files.js";

const ARTICLE = /\.(?:md|markdown|mkd|mkdn|mkdown|html?)$/i;
const MARKDOWN = /\.(?:md|markdown|mkd|mkdn|mkdown)$/i;
/** Text files that documents of a collection may be besides articles. */
const TEXT = /\.(?:txt|text|textile|adoc|asciidoc|org|rst)$/i;

/**
 * Tells which files Jekyll 4 makes something of: posts, documents of collections and pages. Pages and documents need
 * front matter, posts need none; a file without is copied as it is (seen with Jekyll 4.3.1).
 *
 * @param sources folder of the sources, relative to the site's
 * @param isOptional whether Markdown without front matter may be a page, as on GitHub Pages
 */
export function jekyllArticles(table: SiteTable, sources: string, isOptional: boolean): IsArticle {
  const config = jekyllConfig(table);
  const isConfigured = Object.keys(table).length > 0;
  return (path, hasFrontMatter) => {
    const inside = below(path, sources);
    if (inside === undefined || isExcluded(inside, config)) return false;
    const parts = inside.split("/");
    const folders = parts.slice(0, -1);
    if (folders.some((name) => name === "_posts" || name === "_drafts")) return ARTICLE.test(path);
    const [label] = (below(inside, config.collections_dir) ?? "").split("/");
    const name = label?.startsWith("_") === true ? label.slice(1) : "";
    const isCollection = Object.hasOwn(config.collections, name);
    if (folders.length > 0 && (isCollection || (name !== "" && !isConfigured)))
      return (ARTICLE.test(path) || TEXT.test(path)) && hasFrontMatter();
    if (parts.some((part, index) => isHiddenName(part) && !isIncluded(parts, index, config)))
      return false;
    return ARTICLE.test(path) && (hasFrontMatter() || (isOptional && MARKDOWN.test(path)));
  };
}
