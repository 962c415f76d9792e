import type { Element } from "hast";
import type { Article } from "../../article/article.js";
import { attributeOf } from "../../article/attributes.js";
import { perArticle } from "../../article/per-article.js";
import { isHostIn, webHostOf } from "../link/url-scheme.js";
import table from "./embed-scripts.json" with { type: "json" };

/**
 * The host whose script puts an embed into the page (a post, slides, a card for a link). Such a script changes without
 * notice, so none of them can have an integrity check.
 */
export function embedHostOf(source: string): string | undefined {
  const host = webHostOf(source);
  return host !== undefined && isHostIn(host, table.hosts) ? host : undefined;
}

const embedHosts = perArticle((article) =>
  article.elements.flatMap((element) => {
    const source = element.tagName === "script" ? attributeOf(article, element, "src") : undefined;
    return source === undefined ? [] : (embedHostOf(source.value) ?? []);
  }),
);

/**
 * Whether a script fills a link without content: one of the article (`<a data-card="…">`, `<a class="twitter-timeline">`),
 * or one that a layout may load, which a data attribute tells the address of a card.
 */
export function isFilledByScript(article: Article, link: Element): boolean {
  const isTold = Object.entries(link.properties).some(
    ([name, value]) => /^data[A-Z]/.test(name) && /^(?:https?:)?\/\//i.test(`${value}`),
  );
  if (isTold) return true;
  const hosts = embedHosts(article);
  if (hosts.length === 0) return false;
  if (Object.keys(link.properties).some((name) => /^data[A-Z]/.test(name))) return true;
  const names = (attributeOf(article, link, "class")?.value ?? "").toLowerCase();
  return hosts.some((host) => names.includes(host.split(".").at(-2) ?? host));
}
