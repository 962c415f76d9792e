import { type Article, percentDecoded } from "../../../src/rules.js";

/**
 * Whether a link leads to the article it is in, where that is certain without the site's routes: it names the
 * article's own file, or the URL in its front matter.
 */
export function leadsToItself(article: Article, url: string): boolean {
  const [path = ""] = url.split(/[?#]/, 1);
  if (path === "" || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path) || url.includes("?")) return false;
  if (path.startsWith("/")) return ownPathsOf(article).includes(withoutSlash(percentDecoded(path)));
  if (!/\.(?:md|mdx|markdown|html?)$/i.test(path)) return false;
  return fileOf(article.path, percentDecoded(path)) === article.path;
}

/** URLs in the front matter that contain no placeholders. */
function ownPathsOf({ frontMatter }: Article): readonly string[] {
  const { permalink, url } = frontMatter?.data ?? {};
  return [permalink, url].flatMap((value) =>
    typeof value === "string" && /^\/[^:{]+$/.test(value) ? [withoutSlash(value)] : [],
  );
}

function withoutSlash(path: string): string {
  return path.replace(/\/(?:index\.html)?$/, "");
}

function fileOf(from: string, to: string): string {
  const folders = from.split("/").slice(0, -1);
  for (const segment of to.split("/")) {
    if (segment === "..") folders.pop();
    else if (segment !== ".") folders.push(segment);
  }
  return folders.join("/");
}
