import { type Article, type Range, rangeOf } from "../../../src/rules.js";
import type { TemplateLanguage } from "./template-language.js";

/** Where `v-pre` has braces printed as they are. */
export function vPreRanges(article: Article, { style }: TemplateLanguage): readonly Range[] {
  if (style !== "interpolations") return [];
  if (article.templateTags.some(({ kind, name }) => kind === "directive" && name === "v-pre")) {
    return [{ start: 0, end: article.source.length }];
  }
  return article.elements
    .filter(({ properties }) => "vPre" in properties || "v-pre" in properties)
    .map(rangeOf);
}
