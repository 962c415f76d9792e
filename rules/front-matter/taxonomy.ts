import * as z from "zod";
import {
  type Article,
  type ArticleFacts,
  bySite,
  defineRule,
  type FrontMatterEntry,
  innerRange,
  nearestOf,
  pageIdentity,
  quoted,
  removeEntry,
  replace,
  type Suggestion,
} from "../../src/rules.js";
import { foldPlural, type Term, taxonomyFields, termsOf, twinKind } from "./lib/taxonomy.js";
import {
  misspellingsAcross,
  type OddSpelling,
  spellingsAcross,
  type TermFact,
  termFactSchema,
} from "./lib/taxonomy-site.js";

function renaming(entry: FrontMatterEntry, name: string): readonly Suggestion[] {
  if (entry.style === "block" || entry.style === undefined) return [];
  return [{ message: `Write "${name}"`, edits: [replace(innerRange(entry), name)] }];
}

function removal(article: Article, entry: FrontMatterEntry): readonly Suggestion[] {
  const edits = removeEntry(article, entry);
  return edits === undefined ? [] : [{ message: "Delete the item", edits }];
}

/** The parts of `a, b` if a list is meant; none if the comma is part of a single name. */
function partsOf(text: string): readonly string[] {
  const parts = text.split(/[,，、]/).map((part) => part.trim());
  const areNames = parts.length > 1 && parts.every((part) => part !== "" && part.length <= 30);
  return areNames ? parts : [];
}

/** Tags and categories that are repeated, spelled in two ways, or not written as a list. */
export default defineRule({
  id: "front-matter/taxonomy",
  summary: "Tags and categories are lists without repeated names, in one spelling",
  fixes: ["safe", "suggestion"],
  options: z.strictObject({
    allowed: z.array(z.string()).default([]).describe("Allowed names; all names if empty."),
    max: z
      .int()
      .min(0)
      .default(20)
      .describe("Maximum number of tags on one article; 0 for any number."),
    authorAsCategory: z
      .boolean()
      .default(true)
      .describe("Whether a category may have the name of the author; a strict desk sets `false`."),
    flatHierarchy: z
      .boolean()
      .default(true)
      .describe(
        "Whether a flat list of categories is accepted if the engine reads it as a path from parent to child.",
      ),
  }),
  facts: z.array(termFactSchema),
  messages: {
    repeated: {
      severity: "warning",
      what: '"{name}" appears twice in {field}.',
      why: "The name counts twice in lists and tag clouds.",
      help: "Keep one of the two.",
    },
    twin: {
      severity: "warning",
      what: '"{name}" and "{other}" differ only in {difference}.',
      why: "One subject gets two pages.",
      help: "Use only one of the two spellings.",
    },
    twinElsewhere: {
      severity: "warning",
      what: '"{name}" is spelled "{other}" in {count}.',
      why: "The spellings differ only in {difference}, so one subject gets two pages.",
      help: 'Write "{other}", or choose another spelling for the whole site.',
    },
    misspelt: {
      severity: "warning",
      what: '"{name}" is one letter off "{other}", the name in {count}.',
      why: "A misspelt name gets a page of its own, and the article is missing on the page of the subject.",
      help: 'Write "{other}", if that is what you mean.',
    },
    commaList: {
      severity: "warning",
      what: "The value of {field} is one text with commas, not a list.",
      why: "Engines read it as a single name, or split it at the spaces.",
      help: "Write a list: [{list}]",
    },
    commaItem: {
      severity: "warning",
      what: '"{name}" is one name in the list of {field}.',
      why: "Only the comma of ASCII parts the items of a list: a comma of full width is a part of the name.",
      help: "Write the names as items: {list}",
    },
    emptyItem: {
      severity: "warning",
      what: "An item of {field} is empty.",
      why: "Some engines publish a page without a name for it.",
      help: "Fill in the item or delete it.",
    },
    notAllowed: {
      severity: "warning",
      what: '"{name}" is not an allowed name for {field}.',
      why: "The config allows only certain names, so that each subject has one page.",
      help: "Use one of the allowed names.",
    },
    tooMany: {
      severity: "warning",
      what: "The article has {count} tags; the config allows at most {max}.",
      why: "Many tags on one article say little about it.",
      help: "Keep the tags that a reader would look for.",
    },
    author: {
      severity: "warning",
      what: '"{name}" is both the author and a category.',
      why: "The author says who wrote the article, and a category says what it is about.",
      help: "Choose a category that names the subject.",
    },
    hierarchy: {
      severity: "warning",
      what: "The list of categories is read as a path: {path}.",
      why: "Each category becomes a child of the one before.",
      help: "If the categories are siblings, write each as a list of its own: [{siblings}]",
    },
  },
  check({ article, engine, options, report, leaveFact }) {
    const { categoriesArePath } = engine.frontMatter;
    const terms = termsOf(article);
    const seen: Term[] = [];
    const firstOf = new Map<string, Term>();
    for (const term of terms) {
      const { name, entry, taxonomy } = term;
      const field = String(term.field.path[0]);
      const range = entry.valueRange;
      if (name === "") {
        report({
          messageId: "emptyItem",
          range,
          data: { field },
          suggestions: removal(article, entry),
        });
        continue;
      }
      if (entry === term.field) {
        const parts = partsOf(name);
        if (parts.length > 0) {
          const list = parts
            .map((part) => quoted(part, article.frontMatter?.format ?? "yaml"))
            .join(", ");
          const edits = [replace(range, `[${list}]`)];
          report({
            messageId: "commaList",
            range,
            data: { field, list: parts.join(", ") },
            suggestions: [{ message: "Write a list", edits }],
          });
          continue;
        }
      }
      const parts = /[，、]/.test(name) ? partsOf(name) : [];
      if (entry !== term.field && entry.style === "plain" && parts.length > 0) {
        const list = parts.join(", ");
        const isFlow = article.source[term.field.valueRange.start] === "[";
        report({
          messageId: "commaItem",
          range,
          data: { field, name, list },
          suggestions: isFlow
            ? [{ message: "Write commas of ASCII", edits: [replace(range, list)] }]
            : [],
        });
        continue;
      }
      // In a path a child may have the name of its parent, and nested lists repeat common parents.
      const isHierarchy = taxonomy === "categories" && (categoriesArePath || entry.path.length > 2);
      const key = `${taxonomy} ${foldPlural(name)}`;
      const known = firstOf.get(key);
      const first = isHierarchy ? undefined : known;
      if (known === undefined) firstOf.set(key, term);
      seen.push(term);
      if (options.allowed.length > 0 && !options.allowed.includes(name)) {
        const near = nearestOf(name, options.allowed);
        report({
          messageId: "notAllowed",
          range,
          data: { name, field },
          suggestions: near === undefined ? [] : renaming(entry, near),
        });
      }
      if (first === undefined) continue;
      const related = [{ range: first.entry.valueRange, message: "first occurrence" }];
      const difference = twinKind(first.name, name);
      if (difference !== undefined) {
        const suggestions = removal(article, entry);
        report({
          messageId: "twin",
          range,
          related,
          data: { name, other: first.name, difference },
          suggestions,
        });
        continue;
      }
      const fix = removeEntry(article, entry);
      const report_ = { messageId: "repeated", range, related, data: { name, field } } as const;
      report(fix === undefined ? report_ : { ...report_, fix });
    }
    const tags = terms.filter(({ taxonomy, name }) => taxonomy === "tags" && name !== "");
    const [tag] = tags;
    if (tag !== undefined && options.max > 0 && tags.length > options.max) {
      const range = tag.field.keyRange ?? tag.field.valueRange;
      report({ messageId: "tooMany", range, data: { count: tags.length, max: options.max } });
    }
    const author = article.frontMatter?.data.author;
    for (const { taxonomy, name, entry } of terms) {
      if (options.authorAsCategory || taxonomy !== "categories" || name !== author) continue;
      const at = article.frontMatter?.rangeOfValue(["author"]);
      const related = at === undefined ? [] : [{ range: at, message: "the author" }];
      report({ messageId: "author", range: entry.valueRange, related, data: { name } });
    }
    for (const { taxonomy, field } of taxonomyFields(article)) {
      if (options.flatHierarchy || !categoriesArePath || taxonomy !== "categories") continue;
      const names = Array.isArray(field.value) ? field.value : [];
      if (names.length < 2 || !names.every((name) => typeof name === "string")) continue;
      const range = field.keyRange ?? field.valueRange;
      report({
        messageId: "hierarchy",
        range,
        data: { path: names.join(" > "), siblings: names.map((name) => `[${name}]`).join(", ") },
      });
    }
    const fact = seen.map(({ taxonomy, name, entry }) => ({
      taxonomy,
      name,
      range: innerRange(entry),
    }));
    leaveFact(fact);
  },
  site({ articles, report }) {
    // Editions in other languages have taxonomies of their own.
    const sites = bySite(articles, ({ facts }) => pageIdentity(facts.path).edition);
    for (const terms of sites.map(termsOfSite)) {
      for (const odd of spellingsAcross(terms)) report(renamingOf("twinElsewhere", odd));
      for (const odd of misspellingsAcross(terms)) report(renamingOf("misspelt", odd));
    }
  },
});

function renamingOf(
  messageId: "twinElsewhere" | "misspelt",
  { path, term: { taxonomy, name, range }, spelling, articles, example }: OddSpelling,
) {
  return {
    messageId,
    path,
    range,
    certainty: "likely" as const,
    related: [{ path: example.path, range: example.term.range, message: `"${spelling}"` }],
    data: {
      name,
      other: spelling,
      count: articles === 1 ? "1 other article" : `${articles} other articles`,
      difference: twinKind(spelling, name) ?? "spelling",
    },
    suggestions: [{ message: `Write "${spelling}"`, edits: [replace(range, spelling)] }],
    together: `${taxonomy} ${name} ${spelling}`,
  };
}

function termsOfSite(
  articles: readonly { readonly facts: ArticleFacts; readonly fact: TermFact[] | undefined }[],
): readonly { readonly path: string; readonly terms: readonly TermFact[] }[] {
  return articles.flatMap(({ facts: { path }, fact: terms }) =>
    terms === undefined ? [] : [{ path, terms }],
  );
}
