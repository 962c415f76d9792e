import * as z from "zod";
import { type ArticleFacts, areEditions, defineRule, rangeSchema } from "../../src/rules.js";
import { pathOf, statedUrls } from "./lib/stated-urls.js";
import { isNearCopy } from "./lib/text-sketch.js";

/** So many articles that name themselves with a host show it to be the site's own. */
const LEAST_OWN = 2;

const factSchema = z.array(
  z.strictObject({ key: z.string(), url: z.string(), range: rangeSchema }),
);

/** The URL of one article in the front matter of another, as copying a file leaves it. */
export default defineRule({
  id: "site/page-url",
  summary: "The front matter of an article states no URL of another article",
  references: ["https://ogp.me/", "RFC 6596"],
  facts: factSchema,
  messages: {
    other: {
      severity: "warning",
      what: "{key} is the URL of another article.",
      why: "Link previews and search engines take this article for {other}.",
      help: "Write the URL of this article.",
    },
  },
  check({ article, leaveFact }) {
    const stated = statedUrls(article);
    if (stated.length > 0) leaveFact([...stated]);
  },
  site({ site, articles, report }) {
    const byAddress = new Map<string, ArticleFacts>();
    const own = new Map<string, number>();
    const ownPaths = (path: string): readonly string[] =>
      (site.routesOf(path)?.addresses ?? []).flatMap((address) => pathOf(address)?.path ?? []);
    const stating = articles.filter(({ fact }) => fact !== undefined);
    if (stating.length === 0) return;
    for (const { facts, settings } of articles) {
      for (const path of ownPaths(facts.path))
        byAddress.set(`${settings.site.folder}\0${path}`, facts);
    }
    for (const { facts, fact, settings } of stating) {
      const paths = ownPaths(facts.path);
      for (const { url } of fact ?? []) {
        const stated = pathOf(url);
        if (stated === undefined || !paths.includes(stated.path)) continue;
        const key = `${settings.site.folder}\0${stated.host}`;
        own.set(key, (own.get(key) ?? 0) + 1);
      }
    }
    for (const { facts, fact, settings } of stating) {
      const { folder } = settings.site;
      for (const { key, url, range } of fact ?? []) {
        const stated = pathOf(url);
        if (stated === undefined || ownPaths(facts.path).includes(stated.path)) continue;
        if ((own.get(`${folder}\0${stated.host}`) ?? 0) < LEAST_OWN) continue;
        const other = byAddress.get(`${folder}\0${stated.path}`);
        if (other === undefined || other.path === facts.path) continue;
        // A version or a copy may well name its original.
        if (areEditions(facts.path, other.path) || isNearCopy(facts, other)) continue;
        report({
          messageId: "other",
          path: facts.path,
          about: other.path,
          range,
          data: { key, other: other.path },
        });
      }
    }
  },
});
