import { formatOf } from "../../article/syntax.js";
import { alertDefects } from "../../engine/alerts.js";
import { defineEngine } from "../../engine/define-engine.js";
import { holdsFile, readUsualSite } from "../../engine/usual-site.js";
import type { SiteSettings, SiteTable } from "../../facts/site-settings.js";
import { blackfriday, github, goldmark } from "../sluggers.js";
import { goldmarkLink } from "./bare-link.js";
import { unrenderedFiles } from "./cascade.js";
import { readHugoConfig } from "./config.js";
import { omitsHtml } from "./markup.js";
import { hugoNavigation } from "./navigation.js";
import preset from "./preset.json" with { type: "json" };
import { rendersPage } from "./rendering.js";
import { createHugoRouter } from "./router.js";
import { hugoArticles, hugoSite, mountedContent, readHugoFiles } from "./site.js";
import names from "./template-names.json" with { type: "json" };
import { hugoVersion } from "./version.js";

const ENDINGS = ["toml", "yaml", "yml", "json"];
const namesOf = (stem: string): readonly string[] => [
  ...ENDINGS.map((ending) => `${stem}.${ending}`),
  ...ENDINGS.map((ending) => `config/_default/${stem}.${ending}`),
];

const folders = {
  sources: "content",
  content: ["content"],
  notArticles: [],
  posts: ["content/posts", "content/post", "content/blog", "content/news"],
  drafts: [],
  static: ["static", "assets"],
  built: ["public", "resources"],
};

const linking = new WeakMap<SiteTable, boolean>();

/** Whether bare addresses become links; the config is asked once, not by each article. */
function linksBare(site: SiteSettings): boolean {
  const known = linking.get(site.config);
  if (known !== undefined) return known;
  const links = readHugoConfig(site).linksBare;
  linking.set(site.config, links);
  return links;
}

export default defineEngine({
  name: "hugo",
  label: "Hugo",
  recognition: {
    configFiles: namesOf("hugo"),
    sharedConfigFiles: namesOf("config"),
    evidence: { folders: ["archetypes"], keys: ["baseURL", "baseurl", "languageCode"] },
    layoutEvidence: (entriesOf) =>
      holdsFile(entriesOf, "content", "_index.md", 3) ? "content" : undefined,
  },
  folders,
  frontMatter: {
    preset,
    ignoresKeyCase: true,
    isRequired: true,
    // It has no date of a file unless the config asks for one.
    datesFromFile: false,
    describesFromText: true,
    dateKeys: ["publishDate", "publishdate", "pubDate", "pubdate", "published"],
    addressKeys: ["url"],
    routeKeys: ["publishdate", "pubdate", "expirydate", "unpublishDate", "unpublishdate"],
    makesNoPage: (data) => rendersPage(data) === false,
    formerAddressKeys: ["aliases"],
    // Its lexer skips white space and byte order marks.
    leading: (bytes) => (bytes === "text" ? "lost" : "skipped"),
    understandsFence: () => false,
  },
  markdown: {
    // Render hooks make boxes of alerts, also of kinds of their own: only slips, and kinds that the site has once among many, are told.
    boxDefectsOf: (article) => alertDefects(article, "box"),
    sluggers: [goldmark, blackfriday, github],
    curlsQuotes: () => true,
    hasDefinitions: true,
    // Goldmark fills up the first row, but leaves a table with too short a row of hyphens as text (seen in Hugo 0.169).
    fillsTableHeads: true,
    fences: { refusesBackwards: true },
    syntaxOf: (article, site) => ({
      headingIds: "yes",
      omitsHtml: formatOf(article.path) === "markdown" && omitsHtml(article, site),
      bareLink: linksBare(site) ? goldmarkLink : () => "",
    }),
  },
  templates: { style: "shortcodes", names, runsInCode: true },
  links: { decidesSlash: () => true, hasBundles: true },
  readSite(site, reader) {
    if (site?.configFile === undefined) return readUsualSite(site, reader, folders, "contentDir");
    const config = readHugoFiles(site.configFile, site.folder, reader);
    return {
      ...hugoSite(config),
      config,
      version: hugoVersion(site, reader),
      isArticle: hugoArticles(config),
      notPages: unrenderedFiles(mountedContent(config), site.folder, config, reader),
    };
  },
  navigation: hugoNavigation,
  createRouter: createHugoRouter,
});
