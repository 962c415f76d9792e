import engines from "../../../src/engines/engines.json" with { type: "json" };
import { type Article, type EngineName, textContentOf } from "../../../src/rules.js";
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
export function isInPostFolder(path: string, engine: EngineName): boolean {
  const posts: readonly string[] = engines[engine].posts;
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

const OTHER_DATES: Readonly<Partial<Record<string, readonly string[]>>> = table.otherDates;

/** Whether a date stands under another key that the engine, or by habit its sites, take for the article's. */
export function hasDateByOtherName(article: Article, engine: EngineName): boolean {
  const names = OTHER_DATES[engine] ?? [];
  return names.some((name) => {
    const value = article.frontMatter?.data[name];
    return !isMissingValue(value) && typeof value !== "boolean";
  });
}

/** Whether an engine gets by without front matter in this article. */
export function needsFrontMatter(path: string, engine: EngineName): boolean {
  return table.needFrontMatter.includes(engine) && isInPostFolder(path, engine);
}

/** Whether the front matter says that this file makes no page of its own. */
export function isNoPage(article: Article): boolean {
  return table.notPages.some((key) => {
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
export function hasDerivedTitle(article: Article, engine: EngineName): boolean {
  if (isStartPage(article)) return true;
  if (table.titleFromDatedName.includes(engine) && hasDatedPath(article.path)) return true;
  return table.titleFromHeading.includes(engine) && firstTitle(article) !== undefined;
}
