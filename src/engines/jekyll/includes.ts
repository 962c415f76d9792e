import { dirname } from "node:path";
import * as z from "zod";
import type { Article } from "../../article/article.js";
import { join } from "../../engine/address.js";
import type { Include, IncludeReading } from "../../engine/includes.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import { folderPath, isHidden, joinPath, readableText } from "../read/config-value.js";
import { includeTags } from "../read/include-tags.js";
import { jekyllConfig } from "./config.js";

/** `include_cached` is the tag of jekyll-include-cache. */
const TAGS: ReadonlySet<string> = new Set(["include", "include_cached", "include_relative"]);

const schema = z.object({ includes_dir: readableText });

/** Whether a theme may bring files to include: one that the config or the Gemfile names, or that of GitHub Pages. */
function mayHaveTheme({ config }: SiteSettings): boolean {
  const { theme, remote_theme: remote, gemfile = [], plugins } = jekyllConfig(config);
  const named = [...gemfile, ...plugins];
  return (
    theme !== undefined ||
    remote !== undefined ||
    isHidden(config, "theme", "remote_theme", "includes_dir") ||
    named.some((name) => /theme|github-pages|minima|chirpy|just-the-docs/.test(name))
  );
}

function includesOf(article: Article, site: SiteSettings): readonly Include[] {
  const { frontMatter, path } = article;
  if (frontMatter === undefined || frontMatter.data.render_with_liquid === false) return [];
  if (Object.keys(site.config).length === 0) return [];
  const folder = folderPath(schema.parse(site.config).includes_dir ?? "_includes");
  const isThemed = mayHaveTheme(site);
  return includeTags(article, TAGS).flatMap(({ name, content, start }): Include[] => {
    const [written = ""] = content.split(/\s/, 1);
    const isRelative = name === "include_relative";
    if (written === "" || /[{}]|\.\.|^\.\//.test(written) || (!isRelative && isThemed)) return [];
    const home = isRelative ? dirname(path).replace(/^\.$/, "") : joinPath(site.root, folder);
    const file = join(home, written);
    if (file === undefined) return [];
    const range = { start, end: start + written.length };
    return [{ range, written, candidates: [file], failure: "stops" }];
  });
}

/** Files that `{% include %}` and its kin take in: of the folder of includes, or relative to the article's own. */
export const jekyllIncludes: Pick<IncludeReading, "includesOf"> = { includesOf };
