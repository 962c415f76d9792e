import * as z from "zod";
import { alsoAt, defineRule, type Range } from "../../src/rules.js";
import { staleVersions } from "./lib/stale-versions.js";
import { namedVersions, VERSION_IN_URL } from "./lib/version-names.js";
import { NEXT, versionedPages } from "./lib/versioned-pages.js";

/** Finds links that lead readers into the documentation of another version than the one that they read. */
export default defineRule({
  id: "link/version",
  summary: "Links stay in the version of the documentation that they are in",
  options: z.strictObject({}),
  facts: z.strictObject({ named: z.array(z.int().min(0)).readonly() }),
  messages: {
    other: {
      severity: "warning",
      what: "This link leads to version {other}, but the page is of version {own}{places}.",
      why: "The page exists in {own} as well, so readers change the version without knowing.",
      help: "Link to {page}, or say in the text which version is meant.",
    },
    stale: {
      severity: "warning",
      what: "This link leads to a file of {other}, but the page is about {own}.",
      why: "{count} other links to files of the same folder have the version of the page.",
      help: "Write {own} in the link.",
    },
  },
  check({ article, leaveFact, report }) {
    const stale = staleVersions(article);
    for (const { range, other } of stale?.links ?? []) {
      const { own = "", count = 0 } = stale ?? {};
      report({ messageId: "stale", range, certainty: "likely", data: { own, other, count } });
    }
    const named = namedVersions(article);
    if (named.length > 0) leaveFact({ named: [...named] });
  },
  site({ site, articles, report }) {
    for (const members of versionedPages(articles)) {
      for (const { facts, fact, own, page: key, pages } of members.values()) {
        if (own === NEXT) continue;
        if (site.routesOf(facts.path)?.heldBack !== undefined) continue;
        const named = new Set(fact?.named ?? []);
        let stays = 0;
        const found: { range: Range; page: string; other: string }[] = [];
        for (const link of facts.links) {
          if (link.unknown || !link.from.startsWith("a[")) continue;
          const target = site.resolve(facts, link);
          if (target.verdict !== "article") continue;
          const to = members.get(target.path);
          if (to === undefined || target.redirects !== undefined) continue;
          if (to.own === own) stays++;
          if (to.own === own || !VERSION_IN_URL.test(link.url)) continue;
          if (named.has(link.elementRange.start) || to.page === key) continue;
          const page = pages.get(`${own}\0${to.page}`);
          if (page !== undefined) found.push({ range: link.range, page, other: to.own });
        }
        const [first, ...others] = found;
        // A page that mostly leads to another version does so on purpose.
        if (first === undefined || found.length > Math.max(1, stays)) continue;
        report({
          path: facts.path,
          about: first.page,
          messageId: "other",
          range: first.range,
          certainty: "likely",
          concerns: { scope: "articles", key: first.page },
          data: {
            own,
            other: first.other,
            page: first.page,
            places: others.length > 0 ? ` (${found.length} links)` : "",
          },
          related: alsoAt(others.map(({ range }) => ({ range }))),
        });
      }
    }
  },
});
