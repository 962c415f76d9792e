import type { Article } from "./article.js";
import { perArticle } from "./per-article.js";
import { type Resource, readResource } from "./resource.js";

const DEFINITION =
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t>]*)?\[((?:[^[\]\\]|\\.)+)\]:[ \t]*\r?\n?/gm;

const definitionsOf = perArticle(readDefinitions);

/** The definition a reference link points to: the first of that label, as CommonMark §4.7 says, or the last. */
export function definitionOf(article: Article, label: string): Resource | undefined {
  return definitionsOf(article).get(normaliseLabel(label));
}

function readDefinitions(article: Article): ReadonlyMap<string, Resource> {
  const definitions = new Map<string, Resource>();
  const body = article.source;
  const isLast = article.syntax.lastDefinitionCounts === true;
  DEFINITION.lastIndex = article.bodyStart;
  for (let match = DEFINITION.exec(body); match !== null; match = DEFINITION.exec(body)) {
    const label = normaliseLabel(match[1] ?? "");
    const at = match.index + match[0].length;
    const lineEnd = /\r?\n|\r|$/g;
    lineEnd.lastIndex = at;
    const limit = lineEnd.exec(body)?.index ?? body.length;
    const resource = readResource(body, at, limit);
    if (resource === undefined || (definitions.has(label) && !isLast)) continue;
    const { destination } = resource;
    // Only `<>` is an address that is empty: `[Boats]:` is a text.
    if (destination.start === destination.end && body[destination.end] !== ">") continue;
    // Further words make a sentence of it: `[Boats]: they come home`.
    const end = resource.title === undefined ? destination.end : resource.title.end + 1;
    if (/^>?\s*$/.test(body.slice(end, limit))) definitions.set(label, resource);
  }
  return definitions;
}

/** The form in which labels are compared: they match without regard to letter case and inner white space. */
export function normaliseLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, " ")
    .trim()
    .toLowerCase()
    .toUpperCase();
}
