import * as z from "zod";
import {
  type ArticleFacts,
  alsoAt,
  defineRule,
  excerpt,
  languageName,
  type Range,
  rangeSchema,
  type SiteIndex,
} from "../../src/rules.js";
import { codesSchema, numberedCodes, otherCodes } from "./lib/edition-codes.js";
import { editionGroups, untranslatedPages } from "./lib/editions.js";
import { foreignLinks, languageSwitches } from "./lib/foreign-links.js";
import { keptLabels, labelsOf, labelsSchema } from "./lib/kept-labels.js";
import { foreignProse, untranslatedProse } from "./lib/untranslated-paragraphs.js";

/** Places that a finding about many pages shows. */
const MOST_PLACES = 20;
const MOST_NAMED = 3;

export default defineRule({
  id: "site/translation",
  summary: "Translations keep up with their originals",
  options: z.strictObject({
    missing: z
      .boolean()
      .default(true)
      .describe("Whether pages without a translation are reported."),
    older: z
      .boolean()
      .default(true)
      .describe("Whether translations with an older date than their original's are reported."),
  }),
  facts: z.strictObject({
    title: rangeSchema,
    switches: z.array(z.number()).readonly(),
    codes: codesSchema.optional(),
    labels: labelsSchema.optional(),
    foreign: z
      .array(
        z.strictObject({
          hashes: z.array(z.string()).readonly(),
          range: rangeSchema,
          isCertain: z.boolean(),
        }),
      )
      .readonly(),
  }),
  messages: {
    ids: {
      severity: "warning",
      what: "This translation lacks heading ids of its original: {ids}.",
      why: "Links to a section lead to the top of the page in this language.",
      help: "Give the headings the same ids as in {original}.",
    },
    paragraph: {
      severity: "warning",
      what: "This paragraph is still in the language of the original.",
      why: "All other paragraphs are translated, so readers meet a passage in another language.",
      help: "Translate it as well. The original is {original}.",
    },
    label: {
      severity: "warning",
      what: "This {kind} is still in the language of the original.",
      why: "The rest of the page is translated, so readers meet a text in another language.",
      help: "Translate it as well. The original is {original}.",
    },
    code: {
      severity: "warning",
      what: 'Here is "{text}", but "{usual}" in {count} other languages of the page.',
      why: "The number is the same in all other languages, so one reader is told another than the rest.",
      help: 'Write "{usual}", or correct the other languages.',
    },
    edition: {
      severity: "warning",
      what: "This link leads to a page in {other}, which exists in {own}{places}.",
      why: "Readers who follow it find a text in another language than this one.",
      help: "Link to {page}, or say in the link text which language the page is in.",
    },
    leaves: {
      severity: "warning",
      what: "This link leads out of the pages in {own}{places}.",
      why: "Readers get the menus and all further links in {other}, although the site has an address for {own}.",
      help: "Link to {page}, or say in the link text which language the page is in.",
    },
    missing: {
      severity: "info",
      what: "{pages} no translation into {language}.",
      why: "Readers of that language find the page in another one, or not at all.",
      help: "Translate the pages, or set missing to false.",
    },
    older: {
      severity: "info",
      what: "This translation is from {own}, its original from {date}.",
      why: "Readers of this language may miss what has changed since.",
      help: "Compare the page with {original}, and change its date.",
    },
  },
  check({ article, settings, leaveFact }) {
    const { start, end } = article.frontMatter?.rangeOfValue(["title"]) ?? { start: 0, end: 0 };
    const codes = numberedCodes(article);
    const labels = labelsOf(article);
    leaveFact({
      ...(labels.length === 0 ? {} : { labels }),
      ...(codes.length === 0 ? {} : { codes }),
      title: { start, end },
      switches: languageSwitches(article, settings.site),
      foreign: foreignProse(article),
    });
  },
  site({ site, articles, report }) {
    const known = new Map(articles.map((article) => [article.facts.path, article]));
    const groups = editionGroups(site, articles);
    for (const { original, translations } of groups) {
      const members = [...(original === undefined ? [] : [original]), ...translations];
      const editions = members.map(({ facts }) => {
        return { facts, codes: known.get(facts.path)?.fact?.codes ?? [] };
      });
      for (const { facts, code, range, usual, count } of otherCodes(editions))
        report({
          path: facts.path,
          about: original?.facts.path ?? facts.path,
          messageId: "code",
          range,
          certainty: "likely",
          concerns: { scope: "articles", key: code.text },
          data: { text: excerpt(code.text), usual: excerpt(usual), count },
        });
      if (original === undefined) continue;
      for (const { facts } of translations) {
        const { fact, options } = known.get(facts.path) ?? {};
        const lacking = lackingIds(site, facts, original.facts);
        const [first, ...others] = lacking;
        if (first !== undefined) {
          report({
            path: facts.path,
            about: original.facts.path,
            messageId: "ids",
            range: first.range,
            concerns: { scope: "articles", key: "" },
            data: { ids: listed(lacking.map(({ id }) => `#${id}`)), original: original.facts.path },
            related: alsoAt(others, ({ id }) => `#${id} is missing`),
          });
        }
        for (const range of untranslatedProse(original.facts, facts, fact?.foreign ?? [])) {
          report({
            path: facts.path,
            about: original.facts.path,
            messageId: "paragraph",
            range,
            certainty: "likely",
            concerns: { scope: "articles", key: "" },
            data: { original: original.facts.path },
          });
        }
        const own = dayOf(facts);
        const date = dayOf(original.facts);
        if (options?.older !== true || own === undefined || date === undefined || own >= date)
          continue;
        report({
          path: facts.path,
          about: original.facts.path,
          messageId: "older",
          range: fact?.title ?? { start: 0, end: 0 },
          certainty: "likely",
          concerns: { scope: "articles", key: "" },
          data: { own, date, original: original.facts.path },
        });
      }
    }
    for (const { facts, original, label } of keptLabels(site, articles))
      report({
        path: facts.path,
        about: original.path,
        messageId: "label",
        range: label.range,
        certainty: "likely",
        concerns: { scope: "articles", key: "" },
        data: { kind: label.kind, original: original.path },
      });
    for (const { facts, links, page, own, other, isFallback } of foreignLinks(
      site,
      groups,
      (path) => {
        return known.get(path)?.fact?.switches ?? [];
      },
    )) {
      const [first, ...others] = links;
      if (first === undefined) continue;
      report({
        path: facts.path,
        about: page,
        messageId: isFallback ? "leaves" : "edition",
        range: first,
        concerns: { scope: "articles", key: page },
        data: {
          own: languageName(own),
          other: languageName(other),
          page,
          places: others.length > 0 ? ` (${others.length + 1} links)` : "",
        },
        related: alsoAt(others.map((range) => ({ range }))),
      });
    }
    for (const { language, originals } of untranslatedPages(groups)) {
      const lacking = originals.flatMap(({ facts }) => known.get(facts.path) ?? []);
      const [first, ...others] = lacking.filter(({ options }) => options.missing);
      if (first === undefined || !first.settings.site.complete) continue;
      report({
        path: first.facts.path,
        messageId: "missing",
        concerns: { scope: "site", key: `${first.settings.site.folder}\0${language}` },
        range: first.fact?.title ?? { start: 0, end: 0 },
        data: {
          pages: others.length === 0 ? "1 page has" : `${others.length + 1} pages have`,
          language: languageName(language),
        },
        related: others.slice(0, MOST_PLACES).map(({ facts, fact }) => ({
          path: facts.path,
          range: fact?.title ?? { start: 0, end: 0 },
          message: "no translation either",
        })),
      });
    }
  },
});

/**
 * Ids that an original gives its headings and that its translation does not have. Only where both have the same
 * outline is a heading certainly the translation of another.
 */
function lackingIds(
  site: SiteIndex,
  translation: ArticleFacts,
  original: ArticleFacts,
): readonly { readonly id: string; readonly range: Range }[] {
  const own = translation.headings;
  const isParallel =
    own.length === original.headings.length &&
    own.every(({ level }, index) => level === original.headings[index]?.level);
  if (!isParallel) return [];
  return original.headings.flatMap(({ id }, index) => {
    const heading = own[index];
    if (id === undefined || heading === undefined) return [];
    const isAbsent = site.fragment(translation.path, id).verdict === "absent";
    return isAbsent ? [{ id, range: heading.range }] : [];
  });
}

/** The day on which an article says that it was last changed. */
function dayOf({ metadata }: ArticleFacts): string | undefined {
  return /^\d{4}-\d\d-\d\d/.exec(metadata.updated ?? "")?.[0];
}

function listed(ids: readonly string[]): string {
  const named = ids.slice(0, MOST_NAMED).map(excerpt).join(", ");
  return ids.length > MOST_NAMED ? `${named} and ${ids.length - MOST_NAMED} more` : named;
}
