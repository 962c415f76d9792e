import rule from "../../../rules/site/translation.js";
import { testRule } from "../../../src/testing/test-rule.js";

const twoLanguages = {
  site: { root: "content", config: { languages: { en: {}, fr: {} } }, complete: true },
};
const hugo = { engine: "hugo", settings: twoLanguages } as const;

/** An article of a Hugo site with headings below its title. */
function page(path: string, body: string, more = "") {
  return { path: `content/${path}`, text: `---\ntitle: A\n${more}---\n${body}` };
}

const french = [
  "Les bateaux quittent le port à quatre heures du matin.",
  "Ils reviennent au quai à midi avec le poisson.",
  "Les filets sont réparés sur le quai dans l'après-midi.",
  "L'auberge achète le poisson et le vend aux clients.",
  "Le journal est dans le bureau du port.",
  "Le phare est sur la colline et il est vieux.",
].join("\n\n");
const left = "The log is in the office of the harbour.";

const fourLanguages = {
  engine: "hugo",
  settings: {
    site: { root: "content", config: { languages: { en: {}, fr: {}, de: {}, es: {} } } },
  },
} as const;

/** A page of ten headings, of which all but two are a word with a number. */
function outline(word: string, ...others: readonly string[]): string {
  const numbered = Array.from({ length: 8 }, (_, at) => `${word} ${word} ${at}`);
  return [...others, ...numbered].map((text) => `## ${text}\n`).join("\n");
}

/** A page of five pictures, of which all but one have a text with a number. */
function pictures(text: string, other: string): string {
  const numbered = [1, 2, 3, 4, 5].map((at) => `![${text} ${at}](/boat${at}.png)\n`);
  return [...numbered, `![${other}](/graph.png)\n`].join("\n");
}

testRule(rule, {
  valid: [
    {
      ...fourLanguages,
      name: "numbers in which two languages differ, or that a page has more often",
      ...page("a.fr.md", "`depth: 3`, `width: 4`\n"),
      articles: [
        page("a.md", "`depth: 2`, `width: 5`, `width: 5`\n"),
        page("a.de.md", "`depth: 3`, `width: 5`, `width: 5`\n"),
        page("a.es.md", "`depth: 2`, `width: 5`, `width: 5`\n"),
      ],
    },
    {
      ...hugo,
      name: "a sentence that is in the original nowhere, one in a quotation, and a credit",
      ...page(
        "a.fr.md",
        `${french}\n\nThis is the inn that we like at the quay.\n\n> ${left}\n\nPhoto by the crew of the boat in the harbour.\n`,
      ),
      articles: [page("a.md", `${left}\n\nPhoto by the crew of the boat in the harbour.\n`)],
      variants: false,
    },
    {
      ...hugo,
      name: "a page that is not translated yet",
      ...page("a.fr.md", `${left}\n\nThe boats are in the harbour and on the sea.\n\n${french}\n`),
      articles: [page("a.md", `${left}\n\nThe boats are in the harbour and on the sea.\n`)],
      variants: false,
    },
    {
      ...hugo,
      name: "a site of one language",
      settings: {},
      ...page("a.fr.md", "## Un\n"),
      articles: [page("a.md", "## One {#one}\n")],
      variants: false,
    },
    {
      ...hugo,
      name: "ids that the translation has elsewhere",
      ...page("a.fr.md", '## Un\n\n<a id="one"></a>\n'),
      articles: [page("a.md", "## One {#one}\n")],
      variants: false,
    },
    {
      ...hugo,
      name: "ids that come from the text",
      ...page("a.fr.md", "## Un\n"),
      articles: [page("a.md", "## One\n")],
      variants: false,
    },
    {
      ...hugo,
      name: "another outline",
      ...page("a.fr.md", "## Un\n\n### Deux\n"),
      articles: [page("a.md", "## One {#one}\n\n## Two {#two}\n")],
      variants: false,
    },
    {
      ...hugo,
      name: "one date alone, and the same day",
      ...page("a.fr.md", "Un.\n", "lastmod: 2026-01-01\n"),
      articles: [
        page("a.md", "One.\n", "lastmod: 2026-01-01T20:00:00Z\n"),
        page("b.md", "Two.\n", "lastmod: 2026-01-01\n"),
        page("b.fr.md", "Deux.\n"),
      ],
      variants: false,
    },
    {
      ...hugo,
      name: "a part of the site that nobody translates, and a draft",
      ...page("docs/a.fr.md", "Un.\n"),
      articles: [
        page("docs/a.md", "One.\n"),
        page("blog/b.md", "Two.\n"),
        page("docs/c.md", "Three.\n", "draft: true\n"),
      ],
      variants: false,
    },
    {
      ...hugo,
      name: "a translation by its key",
      ...page("boats.md", "One.\n", "translationKey: boats\n"),
      articles: [page("bateaux.fr.md", "Un.\n", "translationKey: boats\n")],
      variants: false,
    },
    {
      ...hugo,
      name: "a page that exists in another language alone",
      ...page("a.fr.md", "Un.\n"),
      articles: [page("b.md", "One.\n"), page("b.fr.md", "Un.\n")],
      variants: false,
    },
    {
      ...hugo,
      name: "missing pages where nobody wants to know",
      options: { missing: false, older: false },
      ...page("a.fr.md", "Un.\n", "lastmod: 2025-01-01\n"),
      articles: [page("a.md", "One.\n", "lastmod: 2026-01-01\n"), page("b.md", "Two.\n")],
      variants: false,
    },
    {
      ...hugo,
      name: "missing pages where not all of the site is in view",
      settings: { site: { ...twoLanguages.site, complete: false } },
      ...page("a.fr.md", "Un.\n"),
      articles: [page("a.md", "One.\n"), page("b.md", "Two.\n")],
      variants: false,
    },
  ],
  invalid: [
    {
      name: "a heading that all other languages translate, not one that some of them keep",
      path: "_articles/ru/a.md",
      text: outline("Узел", "Three knots", "Pull requests"),
      articles: [
        { path: "_articles/a.md", text: outline("Knot", "Three knots", "Pull requests") },
        { path: "_articles/de/a.md", text: outline("Knoten", "Drei Knoten", "Pull requests") },
        { path: "_articles/fr/a.md", text: outline("Nœud", "Trois nœuds", "Demandes") },
        { path: "_articles/es/a.md", text: outline("Nudo", "Tres nudos", "Solicitudes") },
      ],
      variants: false,
      findings: [{ messageId: "label", text: "## Three knots" }],
    },
    {
      name: "an alternative text, where the language translates most",
      path: "_articles/ru/a.md",
      text: pictures("Лодка у причала", "Boat graph"),
      articles: [
        { path: "_articles/a.md", text: pictures("Boat at a quay", "Boat graph") },
        { path: "_articles/de/a.md", text: pictures("Boot am Kai", "Bild der Boote") },
        { path: "_articles/fr/a.md", text: pictures("Bateau au quai", "Dessin des bateaux") },
        { path: "_articles/es/a.md", text: pictures("Barco en el muelle", "Dibujo de barcos") },
      ],
      variants: false,
      findings: [{ messageId: "label", text: "![Boat graph](/graph.png)" }],
    },
    {
      ...fourLanguages,
      name: "a number in code that one language alone has",
      ...page("a.fr.md", "`depth: 2`, `depth: 3`\n"),
      articles: ["a.md", "a.de.md", "a.es.md"].map((path) =>
        page(path, "`depth: 2`, `depth: 4`\n"),
      ),
      findings: [{ messageId: "code", text: "depth: 3" }],
    },
    {
      ...hugo,
      name: "a sentence of the original",
      ...page("a.fr.md", `${french}\n\n${left}\n`),
      articles: [page("a.md", `One.\n\n${left}\n`)],
      variants: false,
      findings: [{ messageId: "paragraph", text: left }],
    },
    {
      ...hugo,
      name: "lost ids, in a folder of its own",
      settings: {
        site: {
          root: "content",
          config: { languages: { en: {}, fr: { contentDir: "content/fr" } } },
        },
      },
      ...page("fr/a.md", "## Un\n\n### Deux {#two}\n\n## Trois\n"),
      articles: [page("a.md", "## One {#one}\n\n### Two {#two}\n\n## Three {#three}\n")],
      findings: [{ messageId: "ids", text: "## Un", related: ["8:1-8:9"] }],
      variants: false,
    },
    {
      name: "lost ids of a VitePress site",
      engine: "vitepress",
      settings: { site: { config: { locales: { root: {}, zh: {} } } } },
      path: "zh/a.md",
      text: "# 船\n\n## 时间\n",
      articles: [{ path: "a.md", text: "# Boats\n\n## Times {#times}\n" }],
      findings: [{ messageId: "ids", at: "3:1-3:6" }],
      variants: false,
    },
    {
      ...hugo,
      name: "an older date",
      ...page("a.fr.md", "Un.\n", "lastmod: 2025-12-31\n"),
      articles: [page("a.md", "One.\n", "lastmod: 2026-01-01\n")],
      findings: [{ messageId: "older", text: "A" }],
      variants: false,
    },
    {
      ...hugo,
      name: "pages without a translation are one finding",
      ...page("a.md", "One.\n"),
      articles: [page("b.md", "Two.\n"), page("c.md", "Three.\n"), page("c.fr.md", "Trois.\n")],
      findings: [{ messageId: "missing", text: "A", related: ["content/b.md 2:8-2:9"] }],
      variants: false,
    },
  ],
});
