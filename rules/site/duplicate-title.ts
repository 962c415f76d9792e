import * as z from "zod";
import {
  type ArticleFacts,
  areEditions,
  areOfOneSeries,
  defineRule,
  foldTitle,
  pageIdentity,
  titleOf,
} from "../../src/rules.js";
import {
  isShown,
  oldestFirst,
  publicationOf,
  publicationSchema,
  publishedAt,
} from "./lib/publication.js";
import { isNearCopy } from "./lib/text-sketch.js";

/** How many articles with the same title a later one is compared with, the oldest first. */
const MOST_COMPARED = 16;
/** How many dated articles with the same name and title make a series. */
const FEWEST_OF_SERIES = 3;

const factSchema = publicationSchema.extend({ title: z.string() });

interface Entry {
  readonly facts: ArticleFacts;
  readonly fact: z.infer<typeof factSchema>;
}

export default defineRule({
  id: "site/duplicate-title",
  summary: "Articles of a site have different titles",
  references: ["https://developers.google.com/search/docs/appearance/title-link"],
  options: z.strictObject({
    scope: z
      .enum(["auto", "site", "folder"])
      .default("auto")
      .describe(
        "Which articles are compared: all of the `site`, those of one `folder`, or, with `auto`, posts across the whole site and other pages within their folder.",
      ),
  }),
  facts: factSchema,
  messages: {
    same: {
      severity: "warning",
      what: "Another article has the same title.",
      why: "Readers cannot tell this article from {original} in lists and search results.",
      help: "Say in the title what is different about this article.",
    },
    recurring: {
      severity: "info",
      what: "An earlier article has the same title.",
      why: "Only the dates tell it from {original} in lists and search results.",
      help: "Say in the title what is different this time, such as the day or the version.",
    },
  },
  check({ article, engine, leaveFact }) {
    const title = titleOf(article);
    if (foldTitle(title) === "") return;
    const publication = publicationOf(article, engine);
    if (publication !== undefined) leaveFact({ ...publication, title });
  },
  site({ site, articles, report }) {
    const groups = new Map<string, Entry[]>();
    for (const { facts, fact, options, settings } of articles) {
      if (fact === undefined) continue;
      const { title, isPost } = fact;
      const wide = options.scope === "site" || (options.scope === "auto" && isPost);
      const place = wide ? "" : `in ${facts.path.slice(0, facts.path.lastIndexOf("/") + 1)}`;
      const key = [settings.site.folder, place, foldTitle(title)].join("\0");
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ facts, fact }]);
      else group.push({ facts, fact });
    }
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      const entries = oldestFirst(group.filter(({ facts }) => isShown(site, facts.path)));
      const regulars = namesOfSeries(entries);
      for (const [index, { facts, fact }] of entries.entries()) {
        const original = entries
          .slice(0, Math.min(index, MOST_COMPARED))
          .find((earlier) => !areMeantAlike({ facts, fact }, earlier, regulars));
        if (original === undefined) continue;
        report({
          messageId: areRecurring(facts, original.facts) ? "recurring" : "same",
          path: facts.path,
          range: fact.titleRange,
          data: { original: original.facts.path },
          concerns: { scope: "articles", key: foldTitle(fact.title) },
          related: [
            {
              path: original.facts.path,
              range: original.fact.titleRange,
              message: "The other article",
            },
          ],
        });
      }
    }
  },
});

/** Names that appear several times, each time with another date: a series, which has one title for all its parts. */
function namesOfSeries(entries: readonly Entry[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { facts } of entries) {
    const { dated } = pageIdentity(facts.path);
    if (dated !== undefined) counts.set(dated, (counts.get(dated) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([name, count]) => (count >= FEWEST_OF_SERIES ? [name] : [])));
}

/** Whether two dated articles have names with the same words: news that come again, not a copy that kept its title. */
function areRecurring(copy: ArticleFacts, original: ArticleFacts): boolean {
  const [late, early] = [publishedAt(copy), publishedAt(original)];
  if (late === early || late === Number.MAX_VALUE || early === Number.MAX_VALUE) return false;
  const [one, other] = [wordsOf(copy.path), wordsOf(original.path)];
  const [fewer, more] = one.length < other.length ? [one, other] : [other, one];
  return fewer.length > 0 && fewer.every((word) => more.includes(word));
}

/** The words of a page's name, without numbers. */
function wordsOf(path: string): readonly string[] {
  const { page } = pageIdentity(path);
  const name = page.slice(page.lastIndexOf("/") + 1).toLowerCase();
  return name.match(/\p{L}+/gu) ?? [];
}

/** Whether a title has the version of another article's name and not that of its own: `7.5.0` in `next-7-6-0.md`. */
function namesOther(title: string, path: string, other: string): boolean {
  const versions = title.match(/(?<!\d)\d+(?:\.\d+)+/g) ?? [];
  const has = (name: string, version: string): boolean =>
    `-${numbersOf(name)}-`.includes(`-${numbersOf(version)}-`);
  return versions.some((version) => has(other, version) && !has(path, version));
}

/** The numbers of a text, joined by hyphens. */
function numbersOf(text: string): string {
  return (text.match(/\d+/g) ?? []).join("-");
}

/** Articles in two languages, versions of a page, parts of a series, and copies, which site/near-duplicate reports. */
function areMeantAlike(copy: Entry, original: Entry, regulars: ReadonlySet<string>): boolean {
  const languages = new Set([copy.fact.language, original.fact.language]);
  languages.delete(undefined);
  const path = copy.facts.path;
  const other = original.facts.path;
  const { dated } = pageIdentity(path);
  return (
    languages.size > 1 ||
    (dated !== undefined && regulars.has(dated) && dated === pageIdentity(other).dated) ||
    areEditions(path, other) ||
    (areOfOneSeries(path, other) && !namesOther(copy.fact.title, path, other)) ||
    isNearCopy(copy.facts, original.facts)
  );
}
