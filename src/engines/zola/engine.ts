import { defineEngine } from "../../engine/define-engine.js";
import { readZolaConfig } from "./config.js";
import { createZolaRouter } from "./router.js";
import { zolaSlug } from "./slugs.js";

/** Zola, by its documentation and source (getzola/zola, `components/content` and `components/utils/slugs`). */
export default defineEngine({
  name: "zola",
  label: "Zola",
  hosts: ["www.getzola.org"],
  recognition: {
    configFiles: ["zola.toml"],
    sharedConfigFiles: ["config.toml"],
    evidence: {
      folders: ["sass", "templates"],
      keys: ["base_url", "compile_sass", "build_search_index", "generate_feeds", "generate_feed"],
    },
  },
  folders: {
    sources: "content",
    content: ["content"],
    static: ["static"],
    built: ["public"],
  },
  frontMatter: {
    addressKeys: ["path"],
    formerAddressKeys: ["aliases"],
    routeKeys: ["taxonomies"],
    makesNoPage: (data) => data.render === false,
    describesFromText: true,
    titleFrom: ["heading"],
    // Its pattern of front matter begins with any white space.
    leading: (bytes) => (bytes === "text" ? "lost" : "skipped"),
  },
  markdown: { sluggers: [zolaSlug] },
  readSite(site, reader) {
    const config = site?.configFile === undefined ? {} : reader.config(site.configFile);
    return {
      config,
      url: readZolaConfig(config).url,
      sources: "content",
      staticDirs: ["static"],
      content: ["content"],
    };
  },
  createRouter: createZolaRouter,
});
