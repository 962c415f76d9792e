import { type Article, attributeOf, rangeOf, textContentOf } from "../../../src/rules.js";

/** A part of an address that is a version: `/v3.4/`, `/0.85/`, `/next/`. */
export const VERSION_IN_URL = /(?:^|\/)(?:(?:version-)?v?\d+(?:\.(?:\d+|x))*|next)(?=\/|$)/i;
/** Words that say of which version a link speaks. */
const NAMES =
  /\d\.(?:\d|x)|\bv\d|\b(?:old|older|previous|earlier|former|legacy|newer?|later|latest|next|unreleased|versions?|upgrade|migrat\w+|releases?|changelog|deprecated)\b|版本|バージョン|버전/iu;
/** How far around a link the version of its target may be named. */
const REACH = 80;
/** Addresses around a link, whose versions say nothing of it. */
const ADDRESS = /\]\([^)\s]*\)?|https?:\/\/\S+/g;

/** Where the links of an article begin that lead to an address with a version and say so. */
export function namedVersions(article: Article): readonly number[] {
  return article.elements.flatMap((element) => {
    if (element.tagName !== "a") return [];
    const href = attributeOf(article, element, "href");
    if (href === undefined || !VERSION_IN_URL.test(href.value)) return [];
    const { start, end } = rangeOf(element);
    const before = article.source.slice(Math.max(0, start - REACH), start);
    const after = article.source.slice(end, end + REACH);
    const around = [before, after].map((text) => text.replace(ADDRESS, "")).join(" ");
    return NAMES.test(`${around} ${textContentOf(article, element).text}`) ? [start] : [];
  });
}
