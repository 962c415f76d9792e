import { type Article, type Engine, textContentOf } from "../../../src/rules.js";
import table from "./required-keys.json" with { type: "json" };

/** Whether a value says nothing: absent, empty, `null`, an empty list, or a reminder such as `TODO`. */
export function isMissingValue(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== "string") return false;
  const text = value.trim().toLowerCase();
  return text === "" || table.placeholders.includes(text.replace(/(?<![.…:!?])[.…:!?]+$/, ""));
}

/** Whether an article lies in the folder its engine keeps posts in. The folder's own index page does not count. */
export function isInPostFolder(path: string, engine: Engine): boolean {
  const { posts } = engine.folders;
  const name = path.split("/").at(-1) ?? "";
  if (/^_index\./.test(name)) return false;
  return posts.some((folder) => {
    const at = `/${path}`.lastIndexOf(`/${folder}/`);
    if (at === -1) return false;
    const inside = `/${path}`.slice(at + folder.length + 2);
    return !/^(?:index|readme)\.[^/]+$/i.test(inside);
  });
}

/** Whether the name of the file or of a folder above it holds a date: `2022-03-01-x.md`, `2022/03/01/x.md`, `weekly-20220301`. */
export function hasDatedPath(path: string): boolean {
  return /(?:^|[/_.-])(?:19|20)\d{2}([-/_.]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/.test(
    path,
  );
}

/** Whether a date stands under another key that the engine, or by habit its sites, take for the article's. */
export function hasDateByOtherName(article: Article, engine: Engine): boolean {
  return engine.frontMatter.dateKeys.some((name) => {
    const value = article.frontMatter?.data[name];
    return !isMissingValue(value) && typeof value !== "boolean";
  });
}

/** Whether an engine gets by without front matter in this article. */
export function needsFrontMatter(path: string, engine: Engine): boolean {
  return engine.frontMatter.isRequired && isInPostFolder(path, engine);
}

/** Whether the front matter says that this file makes no page of its own. */
export function isNoPage(article: Article, engine: Engine): boolean {
  return [...table.notPages, ...engine.frontMatter.noPageKeys].some((key) => {
    const value = article.frontMatter?.data[key];
    return value !== undefined && value !== false;
  });
}

/** Whether this is a site's start page, which is named after the site. */
export function isStartPage(article: Article): boolean {
  const { permalink, layout } = article.frontMatter?.data ?? {};
  const isRoot = /^(?:(?:src|source|content|pages|docs|src\/pages)\/)?_?index\.[^/]+$/.test(
    article.path,
  );
  return isRoot || permalink === "/" || permalink === "/index.html" || layout === "home";
}

/** The first heading of the article's body, as text; undefined when there is none of the first level. */
export function firstTitle(article: Article): string | undefined {
  const heading = article.elements.find(({ tagName }) => tagName === "h1" || tagName === "title");
  const text = heading === undefined ? "" : textContentOf(article, heading).text.trim();
  return text === "" ? undefined : text;
}

/** Whether the engine has a title for an article that gives none. */
export function hasDerivedTitle(article: Article, engine: Engine): boolean {
  if (isStartPage(article)) return true;
  const { titleFrom } = engine.frontMatter;
  if (titleFrom.includes("dated-name") && hasDatedPath(article.path)) return true;
  return titleFrom.includes("heading") && firstTitle(article) !== undefined;
}
