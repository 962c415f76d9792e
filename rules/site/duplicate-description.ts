import * as z from "zod";
import {
  type ArticleFacts,
  areEditions,
  areOfOneSeries,
  defineRule,
  descriptionFields,
  foldTitle,
  innerRange,
  rangeSchema,
} from "../../src/rules.js";
import { shareOfOwnWords } from "./lib/own-words.js";
import { isShown, oldestFirst, publicationOf, publicationSchema } from "./lib/publication.js";
import { isNearCopy } from "./lib/text-sketch.js";

/** Shorter descriptions are names and labels, which articles may share. */
const LEAST_LETTERS = 20;
/** More articles than this share a description on purpose. */
const MOST_SHARING = 2;

/** How much more of the description the text of one article has than the other's, to be what it describes. */
const CLEARLY = 0.25;

const factSchema = publicationSchema.extend({
  description: z.string(),
  range: rangeSchema,
  /** The share of its words that are in the article. */
  share: z.number(),
});

interface Entry {
  readonly facts: ArticleFacts;
  readonly fact: z.infer<typeof factSchema>;
}

/** The description of one article in the front matter of another, as copying a file leaves it. */
export default defineRule({
  id: "site/duplicate-description",
  summary: "Articles of a site have different descriptions",
  references: ["https://developers.google.com/search/docs/appearance/snippet"],
  facts: factSchema,
  messages: {
    same: {
      severity: "warning",
      what: "Another article has the same description.",
      why: "Search results and link previews say of this article what {original} is about.",
      help: "Write a description of this article.",
    },
  },
  check({ article, engine, leaveFact }) {
    const field = descriptionFields(article).find(({ isMeta, text }) => isMeta && text !== "");
    const publication = publicationOf(article, engine);
    if (field === undefined || publication === undefined) return;
    const description = foldTitle(field.text);
    if (description.length < LEAST_LETTERS) return;
    const share = shareOfOwnWords(article, field.text);
    leaveFact({ ...publication, description, range: innerRange(field.entry), share });
  },
  site({ site, articles, report }) {
    const groups = new Map<string, Entry[]>();
    for (const { facts, fact, settings } of articles) {
      if (fact === undefined || !isShown(site, facts.path)) continue;
      const key = `${settings.site.folder}\0${fact.description}`;
      groups.set(key, [...(groups.get(key) ?? []), { facts, fact }]);
    }
    for (const group of groups.values()) {
      const [original, copy] = describedFirst(oldestFirst(group));
      if (original === undefined || copy === undefined || group.length > MOST_SHARING) continue;
      if (areMeantAlike(copy, original)) continue;
      report({
        messageId: "same",
        path: copy.facts.path,
        range: copy.fact.range,
        data: { original: original.facts.path },
        concerns: { scope: "articles", key: copy.fact.description },
        related: [
          { path: original.facts.path, range: original.fact.range, message: "The other article" },
        ],
      });
    }
  },
});

/** The article that the description is of, before the one that has it too: the one with its words, else the older one. */
function describedFirst(group: readonly Entry[]): readonly Entry[] {
  const [older, newer] = group;
  if (older === undefined || newer === undefined) return group;
  return newer.fact.share - older.fact.share >= CLEARLY ? [newer, older] : group;
}

/** Articles in two languages, versions of a page, parts of a series, and copies, which site/near-duplicate reports. */
function areMeantAlike(copy: Entry, original: Entry): boolean {
  const [path, other] = [copy.facts.path, original.facts.path];
  return (
    (copy.fact.language ?? original.fact.language) !==
      (original.fact.language ?? copy.fact.language) ||
    areEditions(path, other) ||
    areOfOneSeries(path, other) ||
    isNearCopy(copy.facts, original.facts)
  );
}
