import { defineEngine } from "../../engine/define-engine.js";
import { isLateRule, namesLanguage } from "../../engine/fences.js";
import { readUsualSite } from "../../engine/usual-site.js";
import { linkifyLink } from "../linkify-link.js";
import { joinPath } from "../read/config-value.js";
import { dataNavigation } from "../read/data-navigation.js";
import { mayLinkBare } from "./bare-links.js";
import { SLUGGERS } from "./heading-ids.js";
import { eleventyIncludes } from "./includes.js";
import preset from "./preset.json" with { type: "json" };
import { mayRewriteLinks, ownLanguageTest } from "./rewriting.js";
import { createEleventyRouter } from "./router.js";
import { eleventySite, withDataFiles } from "./site.js";
import names from "./template-names.json" with { type: "json" };

const CONFIG_FILES = [
  ".eleventy.js",
  "eleventy.config.js",
  "eleventy.config.mjs",
  "eleventy.config.cjs",
  "eleventy.config.ts",
];

/** Stands in the config for what its code shows: false where bare addresses stay text. */
const LINKS_BARE = "linksBare";

const folders = {
  sources: "",
  content: [""],
  notArticles: ["_includes", "_layouts", "_data", "_site"],
  posts: ["posts", "blog", "content/blog", "src/posts", "src/blog"],
  drafts: [],
  static: ["public", "static", ""],
  built: ["_site"],
};

export default defineEngine({
  name: "eleventy",
  label: "Eleventy",
  recognition: { configFiles: CONFIG_FILES, evidence: { packages: ["@11ty/eleventy"] } },
  folders,
  frontMatter: {
    preset,
    // Titles are data like any other; layouts decide whether there is one.
    derivesTitle: () => true,
    datesFromFile: false,
    hasTimezone: false,
    noPageKeys: ["eleventyExcludeFromCollections"],
    routeKeys: ["eleventyExcludeFromCollections", "eleventyComputed", "layout"],
    // `eleventy-navigation.js` of `@11ty/eleventy-navigation`.
    tree: { key: "eleventyNavigation.key", parent: "eleventyNavigation.parent" },
    // `src/TemplateContent.js` reads with the fork `@11ty/gray-matter`; releases before 3.1.3 had gray-matter 4.
    grayMatterYaml: 4,
    readers: "Eleventy and its plugins",
    // gray-matter strips a byte order mark.
    leading: (bytes) => (bytes === "mark" ? "skipped" : "lost"),
    understandsFence: (defect, article) => namesLanguage(defect, article) || isLateRule(defect),
  },
  markdown: {
    sluggersOf: () => SLUGGERS,
    syntaxOf: (_article, { config }) =>
      config[LINKS_BARE] === false ? { bareLink: () => "" } : { bareLink: linkifyLink },
  },
  templates: {
    style: "tags",
    names,
    // Nunjucks reads them as a signature, and the shortcodes of Liquid are read by a lexer of strings.
    parsesArguments: true,
    runsInCode: true,
    optsOut({ frontMatter }) {
      const override = frontMatter?.data.templateEngineOverride;
      return override === false || (typeof override === "string" && !/liquid|njk/.test(override));
    },
  },
  links: {
    sourceLinks: {
      files: CONFIG_FILES,
      rewriter: /InputPathToUrl|replace-?link|relative-?link|\.md\b|addTransform|setLibrary/i,
    },
    decidesSlash: () => true,
    imagePlugin: /eleventyImageTransformPlugin/i,
  },
  readSite(site, reader) {
    if (site === undefined) return readUsualSite(site, reader, folders);
    const config = site.configFile === undefined ? {} : reader.config(site.configFile);
    const facts = eleventySite(config, site.folder, reader);
    const known = withDataFiles(config, site.folder, facts.sources, reader);
    const isPlain = site.configFile !== undefined && !mayLinkBare(site.configFile, reader);
    return { ...facts, config: isPlain ? { ...known, [LINKS_BARE]: false } : known };
  },
  includes: eleventyIncludes,
  navigation: (scene) => dataNavigation(joinPath(scene.site.root, "_data"), scene),
  createRouter: (site, articles, files) => {
    const router = createEleventyRouter(site, articles, files);
    const rewrites = mayRewriteLinks(site.config);
    return {
      ...router,
      // Without a config in view nobody knows what is copied, and to where.
      readingOf: () => (Object.keys(site.config).length === 0 || rewrites ? "either" : "address"),
      leadsToOwnLanguage: rewrites ? ownLanguageTest(articles, router) : () => false,
    };
  },
});
