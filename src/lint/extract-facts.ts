import type { Article } from "../article/article.js";
import { attributeOf } from "../article/attributes.js";
import type { Problem } from "../article/problem.js";
import type { Engine } from "../engine/engine.js";
import type { ArticleFacts, Reference } from "../facts/facts.js";
import { writtenIdsOf } from "../knowledge/heading/article-ids.js";
import { definitionTermsOf } from "../knowledge/heading/definition-terms.js";
import { printedHeadings } from "../knowledge/heading/printed-headings.js";
import { linksInFrontMatter } from "../knowledge/link/front-matter-links.js";
import { isGeneratedPage } from "../knowledge/page/generated-page.js";
import { referencesOf } from "../knowledge/page/references.js";
import ROUTE_KEYS from "../knowledge/page/route-keys.json" with { type: "json" };
import { tagReferencesOf } from "../knowledge/page/tag-references.js";
import { paragraphFacts, paragraphsOf } from "../knowledge/prose/paragraphs.js";
import { wordCount } from "../knowledge/text/word-count.js";
import type { Settings } from "../rule/settings.js";
import { readDirectives } from "./read-directives.js";
import { readForeignDirectives } from "./read-foreign-directives.js";

type Data = Readonly<Record<string, unknown>>;

/** Gathers what site rules and other articles need to know of an article. */
export function extractFacts(
  article: Article,
  engine: Engine,
  { site, markdownlint }: Pick<Settings, "site" | "markdownlint">,
  rules: Readonly<Record<string, unknown>>,
): ArticleFacts {
  const data: Data = article.frontMatter?.data ?? {};
  const references = referencesOf(article);
  const ofTags = tagReferencesOf(article, engine, [...references.links, ...references.images]);
  const lang = textValue(data, "lang", "language", "locale");
  const base = article.elements.find((element) => element.tagName === "base");
  const href = base === undefined ? undefined : attributeOf(article, base, "href")?.value;
  return {
    path: article.path,
    format: article.format,
    engine: engine.name,
    lineStarts: [...article.lines.starts],
    metadata: {
      title: textValue(data, "title") ?? null,
      date: textValue(data, "date", "pubDate", "published_at", "publishDate") ?? null,
      updated:
        textValue(data, "updated", "lastmod", "modified", "last_modified_at", "updatedDate") ??
        null,
      authors: unique(listValue(data, "author", "authors").map(normalName)),
      categories: listValue(data, "categories", "category"),
      tags: listValue(data, "tags", "tag"),
      words: wordsOf(article),
    },
    route: {
      ...optional("permalink", textValue(data, "permalink")),
      ...optional("slug", textValue(data, "slug")),
      ...optional("url", textValue(data, "url")),
      ...optional("path", textValue(data, "path")),
      aliases: [
        ...listValue(data, "aliases", "alias"),
        ...listValue(data, "redirect_from", "redirect-from"),
      ],
      ...aliasPlaces(article),
      published: data.published !== false && data.draft !== true,
      values: Object.fromEntries(
        [...ROUTE_KEYS, ...engine.frontMatter.routeKeys].flatMap((key) =>
          Object.hasOwn(data, key) ? [[key, plain(data[key])]] : [],
        ),
      ),
    },
    ...(isGeneratedPage(article.source) ? { isGenerated: true } : {}),
    ...(article.problems.some(isUnreadBody) ? { isUnread: true } : {}),
    hasFrontMatter: article.frontMatter !== undefined,
    ...optional("lang", lang),
    ...optional("base", href),
    ids: [
      ...writtenIdsOf(article),
      ...engine.markdown.idsOf(article, site),
      ...(engine.templates?.idsOf(article) ?? []),
    ],
    headings: printedHeadings(article, engine),
    ...termsOf(article, engine),
    links: [
      ...references.links,
      ...ofTags.links,
      ...linksInFrontMatter(article, engine.frontMatter.linkKeys),
    ],
    images: [...references.images.filter((image) => isRead(image, engine)), ...ofTags.images],
    paragraphs: paragraphFacts(article),
    directives: [
      ...readDirectives(article),
      ...(markdownlint === undefined ? [] : readForeignDirectives(article, markdownlint)),
    ],
    rules,
  };
}

/** Whether a part of the body was not looked at. */
function isUnreadBody(problem: Problem): boolean {
  return problem.kind === "limit" && problem.unchecked !== "front-matter";
}

/** Whether a picture is shown: in the body, or under a key of the front matter that somebody reads. */
function isRead({ from }: Reference, { frontMatter: { pictureKeys } }: Engine): boolean {
  const key = from.startsWith("front-matter:") ? from.slice("front-matter:".length) : undefined;
  return key === undefined || pictureKeys === undefined || pictureKeys.includes(key);
}

function wordsOf(article: Article): number {
  return paragraphsOf(article).reduce((sum, { text }) => sum + wordCount(text), 0);
}

/** A name as it compares with others: composed characters, single spaces. */
function normalName(name: string): string {
  return name.normalize("NFC").replace(/\s+/gu, " ");
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function termsOf(article: Article, engine: Engine): Pick<ArticleFacts, "terms"> {
  if (!engine.markdown.hasDefinitions || article.format === "html") return {};
  const terms = definitionTermsOf(article);
  return terms.length === 0 ? {} : { terms: [...terms] };
}

/**
 * A value as plain data. Maps of front matter have no prototype, so an engine that makes text of one (`tags: [c: x]`)
 * would throw, and the crash would hide what is wrong in other articles.
 */
function plain(value: unknown): unknown {
  return typeof value === "object" && value !== null ? structuredClone(value) : value;
}

const ALIAS_KEYS = new Set<unknown>(["aliases", "alias", "redirect_from", "redirect-from"]);

/** Where the values of aliases are written. */
function aliasPlaces({ frontMatter }: Article): Pick<ArticleFacts["route"], "aliasPlaces"> {
  const aliasPlaces = (frontMatter?.entries ?? []).flatMap(({ path, value, valueRange, style }) => {
    if (!ALIAS_KEYS.has(path[0]) || typeof value !== "string") return [];
    const quote = style === "single-quoted" || style === "double-quoted" ? 1 : 0;
    const range = { start: valueRange.start + quote, end: valueRange.end - quote };
    return { value: value.trim(), range };
  });
  return aliasPlaces.length === 0 ? {} : { aliasPlaces };
}

function optional<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [Key in Name]?: string } {
  const entry: { [Key in Name]?: string } = {};
  if (value !== undefined) entry[name] = value;
  return entry;
}

/** The first of several keys that holds a text, number or truth value, as text. */
function textValue(data: Data, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = data[key];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (typeof value === "number") return String(value);
  }
  return undefined;
}

/** The first of several keys that holds names: a text, a list, or a list of lists or of `{ name }`. */
function listValue(data: Data, ...keys: readonly string[]): string[] {
  for (const key of keys) {
    const names = namesIn(data[key]);
    if (names.length > 0) return names;
  }
  return [];
}

function namesIn(value: unknown): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  if (typeof value === "number") return [String(value)];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value === "object" && value !== null && "name" in value) return namesIn(value.name);
  return [];
}
