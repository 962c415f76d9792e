import { join } from "node:path";
import { formatOf } from "../../article/syntax.js";
import { alertDefects } from "../../engine/alerts.js";
import { defineEngine } from "../../engine/define-engine.js";
import type { Folders } from "../../engine/engine.js";
import { isLateRule } from "../../engine/fences.js";
import type { Reading, ReferencedPath } from "../../engine/router.js";
import type { SiteReader } from "../../engine/site-reader.js";
import { readUsualSite } from "../../engine/usual-site.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import { joinPath } from "../read/config-value.js";
import { dataNavigation } from "../read/data-navigation.js";
import { jekyllArticles } from "./articles.js";
import { gemsIn, jekyllConfig, lockedVersion } from "./config.js";
import { ALL, jekyllSluggers, leavesHtml, rendersWithKramdown } from "./heading-ids.js";
import { jekyllIncludes } from "./includes.js";
import preset from "./preset.json" with { type: "json" };
import { withRawHtml } from "./raw-html.js";
import { createJekyllRouter } from "./router.js";
import names from "./template-names.json" with { type: "json" };

const DATED_NAME = /^\d{4}-\d\d?-\d\d?-/;

const folders: Folders = {
  sources: "",
  content: [""],
  notArticles: ["_layouts", "_includes", "_sass", "_site", "vendor"],
  posts: ["_posts"],
  drafts: ["_drafts"],
  static: [""],
  built: ["_site"],
};

export default defineEngine({
  name: "jekyll",
  label: "Jekyll",
  hosts: ["jekyllrb.com"],
  recognition: {
    sharedConfigFiles: ["_config.yml", "_config.yaml", "_config.toml"],
    evidence: {
      folders: ["_posts", "_layouts", "_includes", "_drafts"],
      keys: [
        "kramdown",
        "collections",
        "exclude",
        "gems",
        "baseurl",
        "sass",
        "paginate",
        "remote_theme",
      ],
    },
    evidenceIn,
    layoutEvidence: (entriesOf) =>
      entriesOf("_posts").some(({ name }) => DATED_NAME.test(name)) ? "_posts" : undefined,
  },
  folders,
  frontMatter: {
    preset,
    isRequired: true,
    titleFrom: ["dated-name"],
    // Documents of collections are called after their files; pages are not.
    derivesTitle: (path) => /(?:^|\/)_[^/]+\//.test(path),
    describesFromText: true,
    // Liquid prints values as they are, unless a theme asks for more.
    escapesValues: false,
    holdBack: ["published", "false"],
    routeKeys: ["layout"],
    formerAddressKeys: ["redirect_from"],
    permalinkNeeds: "leading-slash",
    readsSingularAndPlural: true,
    readers: "Jekyll and its plugins",
    understandsFence: (defect) => defect.code === "dots-close" || isLateRule(defect),
  },
  markdown: {
    renderer: "kramdown",
    sluggers: ALL,
    sluggersOf: jekyllSluggers,
    syntaxOf: ({ path }, site) => ({
      headingIds: "yes",
      headingId: HEADING_ID,
      ...(rendersWithKramdown(site) ? { bareLink: () => "", lastDefinitionCounts: true } : {}),
      ...(leavesHtml(site) && formatOf(path) === "markdown" ? { prepare: withRawHtml } : {}),
    }),
    // `FENCED_CODEBLOCK_MATCH` of kramdown-parser-gfm 1.1: one word.
    fences: { isText: (info, site) => rendersWithKramdown(site) && /\S\s+\S/.test(info) },
    boxDefectsOf: (article, site) => (mayHaveAlerts(site) ? [] : alertDefects(article, "text")),
    curlsQuotes: () => true,
    closesQuotesAfterText: () => true,
  },
  templates: {
    style: "tags",
    names,
    refusesUnknownTags: true,
    runsInCode: true,
    optsOut: ({ frontMatter }) =>
      frontMatter === undefined || frontMatter.data.render_with_liquid === false,
  },
  links: { addsBasePath: () => "never", decidesSlash: () => true },
  readSite(site, reader) {
    const facts = readUsualSite(site, reader, folders, "source");
    if (site === undefined) return facts;
    const gemfile = reader.text(join(site.folder, "Gemfile"));
    const plugins = [...jekyllConfig(facts.config).plugins, ...gemsIn(gemfile)];
    const isOptional = gemfile === undefined || plugins.some((name) => BARE_PAGES.test(name));
    return {
      ...facts,
      version: lockedVersion(reader.text(join(site.folder, "Gemfile.lock"))),
      config: {
        ...facts.config,
        ...(gemfile === undefined ? {} : { gemfile: gemsIn(gemfile) }),
        ...(reader.entries(join(site.folder, "_plugins")).length === 0
          ? {}
          : { [OWN_PLUGINS]: true }),
      },
      isArticle: jekyllArticles(facts.config, facts.sources, isOptional),
    };
  },
  includes: jekyllIncludes,
  navigation: (scene) => dataNavigation(joinPath(scene.site.root, "_data"), scene),
  createRouter: (site, articles, files) => ({
    ...createJekyllRouter(site, articles, files),
    readingOf: (reference) => jekyllReading(reference, site),
  }),
});

/** kramdown: after a blank, a name as XML has it (`HEADER_ID` of its parser), which no digit begins. */
const HEADING_ID = /[ \t]\{#([\p{L}_:][\p{L}\p{M}\p{N}_:.\u00B7\u203F\u2040-]*)\}[ \t]*#*[ \t]*$/mu;

const ALERTS = /admonition|alert|callout|premonition|gfm/i;

/** Whether a gem, a plugin of the site's own or another renderer may make boxes of alerts. */
function mayHaveAlerts(site: SiteSettings): boolean {
  const { gemfile, plugins } = jekyllConfig(site.config);
  return (
    gemfile === undefined ||
    site.config[OWN_PLUGINS] === true ||
    !rendersWithKramdown(site) ||
    [...plugins, ...gemfile].some((name) => ALERTS.test(name))
  );
}

/** Stands in the config of a site with a folder of plugins. */
const OWN_PLUGINS = "ownPlugins";

/** Gems with which Markdown without front matter is a page. */
const BARE_PAGES = /^(?:github-pages|jekyll-optional-front-matter)$/;

/**
 * Jekyll leaves links as they are. GitHub Pages and the plugin for it make links to source files lead to their pages;
 * without a config nobody knows where pages are.
 */
function jekyllReading({ path, origin }: ReferencedPath, { config }: SiteSettings): Reading {
  if (Object.keys(config).length === 0) return "either";
  if (origin === "html" || !/\.(?:md|markdown)$/i.test(path)) return "address";
  const { gemfile, plugins } = jekyllConfig(config);
  const names = [...plugins, ...(gemfile ?? [])];
  const isOn = names.some((name) => /^(?:github-pages|jekyll-relative-links)$/.test(name));
  return gemfile === undefined || isOn ? "file" : "address";
}

/** What speaks for Jekyll besides the config: its gem, and a page with front matter beside the config. */
function evidenceIn(folder: string, reader: SiteReader): number {
  const gems = gemsIn(reader.text(join(folder, "Gemfile")));
  const isNamed = gems.some((gem) => /^(?:jekyll|github-pages)(?:$|-)/.test(gem));
  const pages = ["index.md", "index.html", "index.markdown"].map((name) => join(folder, name));
  const hasPage = pages.some((page) => reader.text(page)?.startsWith("---") === true);
  return (isNamed ? 3 : 0) + (hasPage ? 1 : 0);
}
