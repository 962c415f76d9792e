import { below } from "../../engine/address.js";
import { alertDefects, inOrder } from "../../engine/alerts.js";
import { defineEngine } from "../../engine/define-engine.js";
import { isLateRule } from "../../engine/fences.js";
import type { Reading, ReferencedPath } from "../../engine/router.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import { boxClassesIn, boxClassesOf } from "./box-classes.js";
import { pythonBoxDefects } from "./box-defects.js";
import { colonBoxes } from "./colon-boxes.js";
import { isPageFile, type MkdocsConfig, mkdocsConfig, withInherited } from "./config.js";
import { withContainers } from "./containers.js";
import { isText } from "./fences.js";
import { pythonSlug } from "./heading-ids.js";
import { hookEffects, hooksRewriteMarkdown } from "./hooks.js";
import { mkdocsIncludes } from "./includes.js";
import { mkdocsNavigation } from "./navigation.js";
import plugins from "./plugins.json" with { type: "json" };
import preset from "./preset.json" with { type: "json" };
import { printedIds } from "./printed-ids.js";
import { rawBlocks } from "./raw-blocks.js";
import { readRedirects } from "./redirects.js";
import { createMkdocsRouter } from "./router.js";

const FILLS_LABELS: ReadonlySet<string> = new Set(plugins.fillLabels);

const FILE_WITH_SLASH = /\.[a-z][a-z0-9]{0,7}\/$/i;

/**
 * MkDocs takes relative links and pictures of Markdown for files where the last part of the path has a dot
 * (`mkdocs/structure/pages.py`), those of raw HTML for addresses.
 */
function mkdocsReading({ path, origin }: ReferencedPath, site: SiteSettings): Reading {
  if (origin !== "markdown") return "address";
  const { validation } = mkdocsConfig(site.config);
  const isRooted = path.startsWith("/");
  if (isRooted && validation.links.absolute_links !== "relative_to_docs") return "address";
  // MkDocs 1.5 and later take a slash off the end before they look a file up.
  const isNamed = path.slice(path.lastIndexOf("/") + 1).includes(".") || FILE_WITH_SLASH.test(path);
  return isNamed ? "source" : "address";
}

const ALERTS = /alert|callout|admonition_?github|github|gfm|obsidian|hooks|macros/i;

/** Whether an extension or a plugin may make boxes of alerts; without extensions, no config may be in view. */
function mayHaveAlerts({ markdown_extensions, plugins: used, hooks }: MkdocsConfig): boolean {
  const names = [...Object.keys(markdown_extensions), ...Object.keys(used)];
  return (
    Object.keys(markdown_extensions).length === 0 ||
    hooks.length > 0 ||
    names.some((name) => ALERTS.test(name))
  );
}

/** MkDocs with Python-Markdown; its most used theme is Material. */
export default defineEngine({
  name: "mkdocs",
  label: "MkDocs",
  hosts: ["www.mkdocs.org", "squidfunk.github.io"],
  recognition: { configFiles: ["mkdocs.yml", "mkdocs.yaml"] },
  folders: {
    sources: "docs",
    content: ["docs"],
    posts: ["blog/posts"],
    static: ["docs"],
    built: ["site"],
  },
  frontMatter: {
    preset,
    titleFrom: ["heading"],
    derivesTitle: () => true,
    datesFromFile: false,
    hasTimezone: true,
    nameKeys: ["authors"],
    readers: "MkDocs and its plugins",
    // `mkdocs/utils/meta.py` opens files as `utf-8-sig`.
    leading: (bytes) => (bytes === "mark" ? "skipped" : "lost"),
    understandsFence: (defect) => defect.code === "dots-close" || isLateRule(defect),
  },
  markdown: {
    rawBlocksOf: ({ config }) => rawBlocks(mkdocsConfig(config)),
    sluggersOf: () => [pythonSlug],
    idsOf: (article, { config }) => {
      const { "pymdownx.tabbed": options } = mkdocsConfig(config).markdown_extensions;
      const slugs = options?.slugify !== undefined;
      return printedIds(article, { slugs, combined: options?.combine_header_slug === true });
    },
    // Python-Markdown; extensions such as mdx_truly_sane_lists read lists in ways of their own.
    hasStrictLists: ({ config }) =>
      !Object.keys(mkdocsConfig(config).markdown_extensions).some((name) =>
        /truly|list_?indent|newline|prepend/.test(name),
      ) && !Object.hasOwn(mkdocsConfig(config).plugins, "mdx_truly_sane_lists"),
    // `markdown/extensions/tables.py`
    spacesDelimiters: true,
    fences: {
      isText: (info, { config }) =>
        !hooksRewriteMarkdown(config) && isText(info, mkdocsConfig(config)),
      refusesBackwards: true,
    },
    boxDefectsOf: (article, { config }) =>
      inOrder(
        pythonBoxDefects(article, mkdocsConfig(config), boxClassesOf(config)).filter(
          (defect) => !(defect.kind === "empty" && hooksRewriteMarkdown(config)),
        ),
        colonBoxes(article, mkdocsConfig(config)),
        mayHaveAlerts(mkdocsConfig(config)) ? [] : alertDefects(article, "text"),
      ),
    syntaxOf: (_article, { config }) => {
      const { markdown_extensions: extensions } = mkdocsConfig(config);
      const readsIds = extensions.attr_list !== undefined || extensions.extra !== undefined;
      return {
        headingIds: readsIds ? "yes" : "maybe",
        prepare: withContainers,
        lastDefinitionCounts: true,
        // Python-Markdown links only what is in angle brackets.
        bareLink: extensions["pymdownx.magiclink"] === undefined ? () => "" : undefined,
      };
    },
  },
  links: {
    decidesSlash: () => true,
    fillsLabels: (config) =>
      Object.keys(mkdocsConfig(config).plugins).some((name) => FILLS_LABELS.has(name)) ||
      mkdocsConfig(config).markdown_extensions["pymdownx.snippets"]?.auto_append !== undefined,
  },
  redirects: { syntax: "underscore", read: readRedirects },
  navigation: mkdocsNavigation,
  readSite(site, reader) {
    const read = site?.configFile === undefined ? {} : reader.config(site.configFile);
    const config = site === undefined ? read : withInherited(read, site.folder, reader);
    const { docs_dir: docs, site_url: url, theme, ...rest } = mkdocsConfig(config);
    const classes = site === undefined ? {} : boxClassesIn(config, site.folder, docs, reader);
    const custom = theme.custom_dir === undefined ? [] : [theme.custom_dir];
    const effects = site === undefined ? {} : hookEffects(config, site.folder, reader);
    return {
      config: { ...config, ...classes, ...effects },
      url,
      sources: docs,
      staticDirs: [docs, ...custom],
      content: [docs],
      isArticle: (path) => {
        const inside = below(path, docs);
        return (
          inside !== undefined &&
          isPageFile(inside, { docs_dir: docs, site_url: url, theme, ...rest })
        );
      },
    };
  },
  includes: mkdocsIncludes,
  createRouter: (site, articles, files) => ({
    ...createMkdocsRouter(site, articles, files),
    readingOf: (reference) => mkdocsReading(reference, site),
  }),
});
