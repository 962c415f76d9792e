import * as z from "zod";
import { alsoAt, defineRule, type Range, type SiteIndex } from "../../src/rules.js";
import { staleVersions } from "./lib/stale-versions.js";
import { namedVersions, VERSION_IN_URL } from "./lib/version-names.js";
import { NEXT, type VersionedPage, versionedPages } from "./lib/versioned-pages.js";

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
      const found = [...members.values()].map((member) => ({
        member,
        links: linksElsewhere(member, members, site),
      }));
      const copies = new Map<string, number>();
      for (const { member, links } of found)
        for (const { to } of links) {
          const key = copyKey(member, to);
          copies.set(key, (copies.get(key) ?? 0) + 1);
        }
      for (const { member, links } of found) {
        const { facts, own } = member;
        // What every version says of the next one was copied with the page: one habit of the site, and no slip of this page.
        const told = links.filter(
          ({ to }) => to.own !== NEXT || (copies.get(copyKey(member, to)) ?? 0) < HABIT,
        );
        const [first, ...others] = told;
        if (first === undefined) continue;
        report({
          path: facts.path,
          about: first.page,
          messageId: "other",
          range: first.range,
          certainty: "likely",
          concerns: { scope: "articles", key: first.page },
          data: {
            own,
            other: first.to.own,
            page: first.page,
            places: others.length > 0 ? ` (${told.length} links)` : "",
          },
          related: alsoAt(others.map(({ range }) => ({ range }))),
        });
      }
    }
  },
});

/** So many versions of a page that link alike do so on purpose. */
const HABIT = 3;

type Page = VersionedPage<{ readonly named: readonly number[] }>;

interface LinkElsewhere {
  readonly range: Range;
  readonly to: Page;
  /** The same page in the version of the article. */
  readonly page: string;
}

const copyKey = ({ page }: Page, to: Page): string => `${page}\0${to.own}\0${to.page}`;

/** Links of a page to pages of other versions that its own version has, too; none where it mostly leads elsewhere. */
function linksElsewhere(
  { facts, fact, own, page, pages }: Page,
  members: ReadonlyMap<string, Page>,
  site: SiteIndex,
): readonly LinkElsewhere[] {
  if (own === NEXT || site.routesOf(facts.path)?.heldBack !== undefined) return [];
  const named = new Set(fact?.named ?? []);
  let stays = 0;
  const found: LinkElsewhere[] = [];
  for (const link of facts.links) {
    if (link.unknown || !link.from.startsWith("a[")) continue;
    const target = site.resolve(facts, link);
    if (target.verdict !== "article") continue;
    const to = members.get(target.path);
    if (to === undefined || target.redirects !== undefined) continue;
    if (to.own === own) stays++;
    if (to.own === own || !VERSION_IN_URL.test(link.url)) continue;
    if (named.has(link.elementRange.start) || to.page === page) continue;
    const here = pages.get(`${own}\0${to.page}`);
    if (here !== undefined) found.push({ range: link.range, to, page: here });
  }
  return found.length > Math.max(1, stays) ? [] : found;
}
