import {
  type Article,
  type Engine,
  languageOfSegment,
  makesPage,
  type SiteSettings,
  textContentOf,
} from "../../../src/rules.js";
import table from "./required-keys.json" with { type: "json" };

/** Whether a value says nothing: absent, empty, `null`, an empty list, or a reminder such as `TODO`. */
export function isMissingValue(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== "string") return false;
  const text = value.trim().toLowerCase();
  return text === "" || table.placeholders.includes(text.replace(/(?<![.…:!?])[.…:!?]+$/, ""));
}

/** Whether an article is in the folder that its engine uses for posts. The folder's own index page does not count. */
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

/** Whether the name of the file or of a folder above it contains a date: `2022-03-01-x.md`, `2022/03/01/x.md`, `weekly-20220301`. */
export function hasDatedPath(path: string): boolean {
  return /(?:^|[/_.-])(?:19|20)\d{2}([-/_.]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/.test(
    path,
  );
}

/** Whether the date is under another key, one that the engine, or most of its sites by convention, read as the date. */
export function hasDateByOtherName(article: Article, engine: Engine): boolean {
  return engine.frontMatter.dateKeys.some((name) => {
    const value = article.frontMatter?.data[name];
    return !isMissingValue(value) && typeof value !== "boolean";
  });
}

/** Whether an engine needs front matter in this article. */
export function needsFrontMatter(path: string, engine: Engine): boolean {
  return engine.frontMatter.isRequired && isInPostFolder(path, engine);
}

/** Whether the front matter or the site says that this file does not make a page of its own. */
export function isNoPage(article: Article, engine: Engine, site: SiteSettings): boolean {
  if (!makesPage(article, engine, site)) return true;
  return [...table.notPages, ...engine.frontMatter.noPageKeys].some((key) => {
    const value = article.frontMatter?.data[key];
    return value !== undefined && value !== false;
  });
}

/** Whether this is the start page of a site, or of one of its languages, which is named after the site. */
export function isStartPage(article: Article): boolean {
  const { permalink, layout } = article.frontMatter?.data ?? {};
  return (
    isAtRoot(article.path) || permalink === "/" || permalink === "/index.html" || layout === "home"
  );
}

/** Whether a path is that of a start page: `index.md`, `source/index.md`, `source/pt-br/index.md`. */
function isAtRoot(path: string): boolean {
  const start =
    /^(?:(?:src\/pages|src|source|content|pages|docs)\/)?(?:([^/]+)\/)?_?index\.[^/]+$/.exec(path);
  if (start === null) return false;
  const [, folder] = start;
  return folder === undefined || languageOfSegment(folder) !== undefined;
}

/**
 * Whether the page shows no title of its front matter: a fragment without a layout, or a whole HTML document, which
 * has a title of its own or lacks it. A post is listed by its title all the same.
 */
function isBare(article: Article, engine: Engine): boolean {
  if (isInPostFolder(article.path, engine)) return false;
  const layout = article.frontMatter?.entry(["layout"]);
  const hasNone = layout !== undefined && table.noLayouts.includes(String(layout.value ?? ""));
  return hasNone || isWholeDocument(article);
}

function isWholeDocument(article: Article): boolean {
  return article.elements.some(
    (element) =>
      article.originOf(element) === "html" &&
      (element.tagName === "html" ||
        (element.tagName === "title" && article.parentOf(element)?.tagName === "head")),
  );
}

/** Whether a server answers with this page where it finds none, or fails: nobody looks for it by its title. */
function isErrorPage({ path, frontMatter }: Article): boolean {
  const { permalink } = frontMatter?.data ?? {};
  const own = typeof permalink === "string" ? permalink : "";
  return [path, own].some((one) => /(?:^|\/)(?:40[0-9]|50[0-9x])(?:\.[a-z]+|\/)?$/.test(one));
}

/** Whether the article becomes another file than a page: data, plain text, a feed. Such files have no title. */
function isOtherFile({ frontMatter }: Article): boolean {
  const { permalink } = frontMatter?.data ?? {};
  return (
    typeof permalink === "string" &&
    /\.(?!x?html?$|aspx?$|php$)[a-z][a-z\d]*$/i.test(permalink) &&
    !/[{}:]/.test(permalink)
  );
}

/** The first level-1 heading or title of the body, as text; undefined if there is none. */
export function firstTitle(article: Article): string | undefined {
  const heading = article.elements.find(({ tagName }) => tagName === "h1" || tagName === "title");
  const text = heading === undefined ? "" : textContentOf(article, heading).text.trim();
  return text === "" ? undefined : text;
}

/** Whether this only holds the place of a translation: an article without any text, in a folder of a language. */
function isStubOfEdition({ source, bodyStart, path }: Article): boolean {
  if (source.slice(bodyStart).trim() !== "") return false;
  return path
    .split("/")
    .slice(0, -1)
    .some((folder) => languageOfSegment(folder) !== undefined);
}

/** Whether the engine finds a title for an article whose front matter has none. */
export function hasDerivedTitle(article: Article, engine: Engine): boolean {
  if (isStartPage(article) || isErrorPage(article) || isOtherFile(article)) return true;
  if (isBare(article, engine) || isStubOfEdition(article)) return true;
  if (engine.frontMatter.derivesTitle(article.path)) return true;
  const { titleFrom } = engine.frontMatter;
  if (titleFrom.includes("dated-name") && hasDatedPath(article.path)) return true;
  return titleFrom.includes("heading") && firstTitle(article) !== undefined;
}
