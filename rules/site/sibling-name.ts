import * as z from "zod";
import { bySite, defineRule, makesPage, pageIdentity, rangeSchema } from "../../src/rules.js";
import { installedNames } from "./lib/installed-names.js";

/** So many pages of a folder install what they are named after. */
const LEAST_NAMED = 8;
/** At most one of so many others does otherwise. */
const LEAST_SHARE = 12;

const factSchema = z.array(z.strictObject({ name: z.string(), range: rangeSchema })).readonly();

/** Finds pages that were copied from a page of the same folder and still tell readers to install what that one is about. */
export default defineRule({
  id: "site/sibling-name",
  summary: "Pages of a series install what they are about",
  options: z.strictObject({}),
  facts: factSchema,
  messages: {
    installs: {
      severity: "warning",
      what: 'The command installs "{other}", which another page is about.',
      why: "In {count} other pages of the folder, it installs what the page is named after, here {own}.",
      help: 'Write "{own}" instead of "{other}".',
    },
  },
  check({ article, engine, settings, leaveFact }) {
    const names = installedNames(article);
    if (names.length > 0 && makesPage(article, engine, settings.site)) leaveFact(names);
  },
  site({ articles, report }) {
    const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
    for (const members of bySite(articles, ({ facts }) => folderOf(facts.path))) {
      const pages = members.map(({ facts, fact }) => {
        const { page } = pageIdentity(facts.path);
        return { facts, names: fact ?? [], own: page.slice(page.lastIndexOf("/") + 1) };
      });
      const byName = new Map(pages.map((page) => [page.own, page]));
      const isOwn = (name: string, own: string): boolean => lastOf(name) === own;
      const agreeing = pages.filter(({ names, own }) => names.some(({ name }) => isOwn(name, own)));
      if (agreeing.length < LEAST_NAMED) continue;
      const odd = pages.flatMap(({ facts, names, own }) => {
        if (names.length === 0 || names.some(({ name }) => isOwn(name, own))) return [];
        const [found] = names.filter(({ name }) => byName.has(lastOf(name)));
        return found === undefined || !names.every(({ name }) => name === found.name)
          ? []
          : [{ facts, own, found }];
      });
      if (odd.length > Math.ceil(agreeing.length / LEAST_SHARE)) continue;
      for (const { facts, own, found } of odd) {
        const sibling = byName.get(lastOf(found.name));
        if (sibling === undefined) continue;
        report({
          path: facts.path,
          about: sibling.facts.path,
          messageId: "installs",
          range: found.range,
          certainty: "likely",
          concerns: { scope: "articles", key: found.name },
          data: { other: lastOf(found.name), own, count: agreeing.length },
          related: [
            {
              path: sibling.facts.path,
              range: sibling.names[0]?.range ?? { start: 0, end: 0 },
              message: "the page about it",
            },
          ],
        });
      }
    }
  },
});

/** `plugin-tides` of `@harbour/plugin-tides`. */
function lastOf(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
