import type { Article } from "../../../src/article/article.js";
import { rangeOf } from "../../../src/article/node-range.js";
import type { Range } from "../../../src/article/range.js";
import type { TemplateLanguage } from "./template-language.js";

/** Where VitePress prints braces as they are. */
export function vPreRanges(article: Article, { engine }: TemplateLanguage): readonly Range[] {
  if (engine !== "vitepress") return [];
  if (article.templateTags.some(({ kind, name }) => kind === "directive" && name === "v-pre")) {
    return [{ start: 0, end: article.source.length }];
  }
  return article.elements
    .filter(({ properties }) => "vPre" in properties || "v-pre" in properties)
    .map(rangeOf);
}
