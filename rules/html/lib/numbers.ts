import * as z from "zod";
import { type Article, attributeOf, type Range, rangeSchema } from "../../../src/rules.js";
import { nameOf } from "./slots.js";

/** A component with a number of its own, such as `<Listing number="2-1">`. */
export const numberedSchema = z.strictObject({
  name: z.string(),
  value: z.string(),
  range: rangeSchema,
});

export type Numbered = z.infer<typeof numberedSchema>;

/** A second component with the number of another one of its name. */
export interface DoubleNumber {
  readonly path: string;
  readonly double: Numbered;
  readonly first: { readonly path: string; readonly range: Range };
}

const NUMBER = /^\d+(?:[.-]\d+)+$/;
/** Least number of components that are numbered, so that their numbers are meant to differ. */
const LEAST_NUMBERED = 3;
/** So many numbers on a site show that no two articles share one. */
const LEAST_ON_SITE = 20;

/** The components of an article that have numbers, in source order. */
export function numberedIn(article: Article): readonly Numbered[] {
  return article.elements.flatMap((element): readonly Numbered[] => {
    if (article.originOf(element) === "markdown") return [];
    const name = nameOf(article, element);
    const attribute = attributeOf(article, element, "number");
    if (!/^[A-Z]/.test(name) || attribute === undefined || attribute.unknown) return [];
    if (!NUMBER.test(attribute.value)) return [];
    return [{ name, value: attribute.value, range: attribute.range }];
  });
}

/** Components of one name of which two have the same number, while all others of the article, or of the site, differ. */
export function doubleNumbers(
  articles: readonly { readonly path: string; readonly numbered: readonly Numbered[] }[],
): readonly DoubleNumber[] {
  const names = new Map<string, { readonly path: string; readonly one: Numbered }[]>();
  for (const { path, numbered } of articles)
    for (const one of numbered) {
      const known = names.get(one.name);
      if (known === undefined) names.set(one.name, [{ path, one }]);
      else known.push({ path, one });
    }
  return [...names.values()].flatMap((all) => {
    const doubles = doublesOf(all);
    if (doubles.length === 1 && all.length >= LEAST_ON_SITE) return doubles;
    return doubles.filter(({ path, first }) => {
      const isAlone = doubles.filter((other) => other.path === path).length === 1;
      const inArticle = all.filter((other) => other.path === path).length;
      return path === first.path && isAlone && inArticle >= LEAST_NUMBERED;
    });
  });
}

function doublesOf(
  all: readonly { readonly path: string; readonly one: Numbered }[],
): readonly DoubleNumber[] {
  const firsts = new Map<string, { readonly path: string; readonly range: Range }>();
  return all.flatMap(({ path, one }): readonly DoubleNumber[] => {
    const { value, range } = one;
    const own = `${path}\0${value}`;
    const first = firsts.get(own) ?? firsts.get(value);
    if (!firsts.has(own)) firsts.set(own, { path, range });
    if (!firsts.has(value)) firsts.set(value, { path, range });
    return first === undefined ? [] : [{ path, double: one, first }];
  });
}
