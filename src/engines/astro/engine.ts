import { dirname } from "node:path";
import * as z from "zod";
import { alertDefects, inOrder } from "../../engine/alerts.js";
import { type ColonBoxes, colonBoxDefects } from "../../engine/boxes.js";
import { defineEngine } from "../../engine/define-engine.js";
import { type SiteTable, UNREADABLE } from "../../facts/site-settings.js";
import { isHidden } from "../read/config-value.js";
import { moduleImports } from "../read/module-imports.js";
import { aliasesOf, withAliases } from "./aliases.js";
import { astroConfig, collectionFolders } from "./config.js";
import { contentSchemas } from "./content-schemas.js";
import { calledIn } from "./integrations.js";
import { hasPlugins, sluggersOf, syntaxOf } from "./markdown.js";
import { astroNavigation } from "./navigation.js";
import plainComponents from "./plain-components.json" with { type: "json" };
import preset from "./preset.json" with { type: "json" };
import { readRedirects } from "./redirects.js";
import { createAstroRouter } from "./router.js";
import { astroSite } from "./site.js";
import { withCollections } from "./static-collections.js";

const CONFIG_FILES = ["mjs", "ts", "js", "mts", "cjs"].map((ending) => `astro.config.${ending}`);

/** Starlight's asides (`integrations/asides.ts`). */
const ASIDES: Omit<ColonBoxes, "isOpen"> = {
  names: ["note", "tip", "caution", "danger"],
  takesSpace: false,
  takesLabel: true,
  takesTitle: false,
};

const integrationsSchema = z.object({ integrations: z.unknown().optional() });

/** Whether a plugin or an integration that is not Astro's own may make boxes of alerts. */
function mayHaveAlerts(config: SiteTable): boolean {
  const { integrations } = integrationsSchema.parse(config);
  const written = JSON.stringify(integrations ?? []);
  return (
    Object.keys(config).length === 0 ||
    hasPlugins(config) ||
    isHidden(config, "integrations") ||
    /alert|callout|admonition|obsidian|markdown|remark|unreadable/i.test(written)
  );
}

/** Whether plugins for Markdown may be given to the site, or to an integration. */
function mayHavePlugins(config: SiteTable): boolean {
  const written = JSON.stringify(integrationsSchema.parse(config).integrations ?? "unreadable");
  return hasPlugins(config) || /re(?:mark|hype|cma)Plugins|unreadable/i.test(written);
}

const PLAIN_INTEGRATION =
  /^@astrojs\/(?:starlight|sitemap|mdx|react|preact|svelte|vue|solid-js|partytown)$/;

/** Whether a plugin or an integration may make something of lines of colons. */
function mayHaveOtherBoxes(config: SiteTable): boolean {
  const { integrations } = integrationsSchema.parse(config);
  return (
    mayHaveAlerts(config) ||
    !calledIn(Array.isArray(integrations) ? integrations : [UNREADABLE]).every(
      ({ name, options }) =>
        PLAIN_INTEGRATION.test(name) && !/"plugins":/.test(JSON.stringify(options ?? {})),
    )
  );
}

const slashSchema = z.object({
  trailingSlash: z.enum(["always", "never"]).optional().catch(undefined),
});

export default defineEngine({
  name: "astro",
  label: "Astro",
  recognition: {
    configFiles: CONFIG_FILES,
    evidence: { packages: ["astro"] },
    // The folder alone says nothing: sites of other engines have it as well.
    layoutEvidence: (entriesOf, dependsOn) =>
      entriesOf("src").some(({ name, isFolder }) => isFolder && name === "content") &&
      dependsOn("astro")
        ? "package.json"
        : undefined,
  },
  folders: {
    sources: "src/content",
    content: ["src/content", "src/pages"],
    posts: ["src/content/blog", "src/content/posts", "src/content/post"],
    static: ["public"],
    built: ["dist", ".astro"],
  },
  frontMatter: {
    datesFromFile: false,
    preset,
    isRequired: true,
    dateKeys: [
      "pubDate",
      "pubdate",
      "publishDate",
      "publishdate",
      "publishedDate",
      "publishedAt",
      "published_at",
      "published",
      "datePublished",
    ],
    hasTimezone: false,
    // `@astrojs/markdown-remark` reads by itself since 5.0; 4 had gray-matter in `dist/content/utils.js`.
    grayMatterYaml: undefined,
    // /(?:^\uFEFF?|^\s*\n)(?:---|\+\+\+)/
    leading: (bytes) => (bytes === "text" ? "lost" : "skipped"),
    understandsFence: () => false,
  },
  markdown: {
    sluggersOf,
    syntaxOf,
    boxDefectsOf: (article, { config }) =>
      inOrder(
        astroConfig(config).starlight === undefined
          ? []
          : colonBoxDefects(article, { ...ASIDES, isOpen: mayHaveOtherBoxes(config) }),
        mayHaveAlerts(config) ? [] : alertDefects(article, "text"),
      ),
    // Starlight's `user-components/Tabs.astro`.
    choice: { group: "Tabs", item: "TabItem", label: "label", named: undefined },
    // Starlight's `user-components/rehype-steps.ts` and `rehype-file-tree.ts`.
    listComponents: {
      module: "@astrojs/starlight/components",
      lists: { Steps: "ol", FileTree: "ul" },
    },
    curlsQuotes: () => true,
    plainComponents,
    // What `@astrojs/mdx` exports; plugins may export more.
    namesInMdx: ({ config }) =>
      mayHavePlugins(config)
        ? undefined
        : ["Content", "file", "frontmatter", "getHeadings", "props", "url"],
  },
  links: {
    sourceLinks: {
      files: ["mjs", "js", "ts", "mts", "cjs"].map((ending) => `astro.config.${ending}`),
      rewriter: /remark|rehype|processor/i,
    },
    addsBasePath: () => "never",
    decidesSlash: (config) => slashSchema.parse(config).trailingSlash !== undefined,
    resizesImages: true,
  },
  redirects: { syntax: "brackets", read: readRedirects },
  navigation: astroNavigation,
  contentSchemas,
  readSite(site, reader) {
    const config = site?.configFile === undefined ? {} : reader.config(site.configFile);
    const facts = astroSite(config);
    if (site === undefined) return { ...facts, config };
    const sources = dirname(facts.sources);
    const whole = withCollections(config, site.folder, sources, reader);
    return {
      ...facts,
      content: [...facts.content, ...collectionFolders(whole)],
      config: withAliases(whole, site.folder, reader),
      version: reader.versionOf(site.folder, "astro"),
    };
  },
  includes: { includesOf: (article, site) => moduleImports(article, aliasesOf(site)) },
  createRouter: createAstroRouter,
});
