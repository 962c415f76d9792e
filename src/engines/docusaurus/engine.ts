import * as z from "zod";
import { alertDefects, inOrder } from "../../engine/alerts.js";
import { colonBoxDefects } from "../../engine/boxes.js";
import { defineEngine } from "../../engine/define-engine.js";
import { isLateRule, namesLanguage } from "../../engine/fences.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { moduleImports } from "../read/module-imports.js";
import { github, githubInItsCase } from "../sluggers.js";
import boxes from "./boxes.json" with { type: "json" };
import { wholePostsVerdict } from "./config.js";
import { docusaurusNavigation } from "./navigation.js";
import { patchEffects } from "./patches.js";
import plainComponents from "./plain-components.json" with { type: "json" };
import preset from "./preset.json" with { type: "json" };
import { readRedirects } from "./redirects.js";
import { createDocusaurusRouter } from "./router.js";
import { docusaurusSite, isDocusaurusSource } from "./site.js";
import { docusaurusSyntax } from "./syntax.js";

const caseSchema = z.object({
  markdown: z.object({ anchors: z.object({ maintainCase: z.boolean() }) }),
});

/** Whether `markdown.anchors` keeps the case of headings in their ids. */
function keepsCase(config: SiteTable): boolean {
  return caseSchema.safeParse(config).data?.markdown.anchors.maintainCase ?? false;
}

const partsSchema = z.object({ presets: z.unknown().optional(), plugins: z.unknown().optional() });

/** Whether plugins for Markdown, which presets and plugins are given by options, may read more than Docusaurus does. */
function mayHaveMarkdownPlugins(config: SiteTable): boolean {
  const { presets, plugins } = partsSchema.parse(config);
  const written = JSON.stringify([presets, plugins]);
  return presets === undefined || /(?:re(?:mark|hype)Plugins|unreadable|"\.\.\.")/i.test(written);
}

/** Whether a site may have admonitions of its own, by its config or by plugins for Markdown. */
function mayHaveOtherBoxes(config: SiteTable): boolean {
  const written = JSON.stringify(config);
  return mayHaveMarkdownPlugins(config) || /admonitions|directive/i.test(written);
}

const slashSchema = z.object({ trailingSlash: z.boolean().optional().catch(undefined) });

export default defineEngine({
  name: "docusaurus",
  label: "Docusaurus",
  recognition: {
    configFiles: ["js", "ts", "mjs", "cjs"].map((ending) => `docusaurus.config.${ending}`),
    evidence: { packages: ["@docusaurus/core"] },
  },
  folders: {
    content: ["docs", "blog", "src/pages", "versioned_docs", "i18n"],
    posts: ["blog"],
    static: ["static"],
    built: ["build", ".docusaurus"],
  },
  frontMatter: {
    preset,
    // The title is that of the front matter, the first heading's or the file's name.
    derivesTitle: () => true,
    // The date of a post is that of its file's first commit.
    datesFromFile: false,
    describesFromText: true,
    bodyShowsTitle: true,
    // js-yaml takes a time without an offset for UTC.
    hasTimezone: false,
    routeKeys: ["mdx"],
    nameKeys: ["authors"],
    pictureKeys: ["image"],
    imageIsForCards: true,
    // `lib/markdownUtils.js` of `@docusaurus/utils`, with the fork of gray-matter since 3.10.
    grayMatterYaml: 4,
    readers: "Docusaurus and its plugins",
    // gray-matter strips a byte order mark.
    leading: (bytes) => (bytes === "mark" ? "skipped" : "lost"),
    understandsFence: (defect, article) => namesLanguage(defect, article) || isLateRule(defect),
  },
  markdown: {
    sluggersOf: ({ config }) => [keepsCase(config) ? githubInItsCase : github],
    hasComponents: true,
    plainComponents,
    // `lib/utils/tabsUtils.js` of `@docusaurus/theme-common`.
    choice: {
      group: "Tabs",
      item: "TabItem",
      label: "label",
      named: { key: "value", initial: "defaultValue", list: "values" },
    },
    takesReactAttributes: true,
    // `lib/loader.js` of `@docusaurus/mdx-loader` adds exports; `props` is what a page is called with.
    namesInMdx: ({ config }) =>
      mayHaveMarkdownPlugins(config)
        ? undefined
        : ["assets", "contentTitle", "frontMatter", "metadata", "props", "toc"],
    boxDefectsOf: (article, { config }) =>
      inOrder(
        colonBoxDefects(article, {
          names: boxes.names,
          takesSpace: false,
          takesLabel: true,
          takesTitle: true,
          isOpen: mayHaveOtherBoxes(config),
        }),
        mayHaveMarkdownPlugins(config) ? [] : alertDefects(article, "text"),
      ),
    syntaxOf: docusaurusSyntax,
  },
  links: {
    judgesWholePosts: wholePostsVerdict,
    listsShowPosts: true,
    addsBasePath: () => "always",
    decidesSlash: (config) => slashSchema.parse(config).trailingSlash !== undefined,
  },
  redirects: { syntax: "underscore", read: readRedirects },
  navigation: docusaurusNavigation,
  readSite(site, reader) {
    const config = site?.configFile === undefined ? {} : reader.config(site.configFile);
    const version =
      site === undefined ? undefined : reader.versionOf(site.folder, "@docusaurus/core");
    const effects = site === undefined ? {} : patchEffects(site.folder, reader);
    return { ...docusaurusSite(config), config: { ...config, ...effects }, version };
  },
  readsFile: isDocusaurusSource,
  includes: {
    includesOf: (article, { folder }) => moduleImports(article, { "@site/": folder }),
  },
  createRouter: createDocusaurusRouter,
});
