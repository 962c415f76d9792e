import { defineEngine } from "../../engine/define-engine.js";
import { isLateRule, namesLanguage } from "../../engine/fences.js";
import { github } from "../sluggers.js";
import { gatsbyConfig } from "./config.js";
import { namesImage } from "./images.js";
import { createGatsbyRouter } from "./router.js";

/**
 * Gatsby, by its documentation and the source of `gatsby-transformer-remark`, `gatsby-plugin-mdx` and
 * `gatsby-remark-autolink-headers`: it was not run. What `gatsby-node` makes is unknown.
 */
export default defineEngine({
  name: "gatsby",
  label: "Gatsby",
  hosts: ["www.gatsbyjs.com"],
  recognition: {
    configFiles: ["js", "ts", "mjs", "cjs"].map((ending) => `gatsby-config.${ending}`),
    evidence: { packages: ["gatsby"] },
  },
  folders: {
    content: ["content", "src/pages"],
    posts: ["content/blog", "content/posts"],
    static: ["static"],
    built: ["public"],
  },
  frontMatter: {
    datesFromFile: false,
    // What a page is called is for the site's own code to say.
    derivesTitle: () => true,
    hasTimezone: false,
    routeKeys: ["path", "permalink"],
    // `gatsby-transformer-remark` and `gatsby-plugin-mdx` read with gray-matter 4.
    grayMatterYaml: 3,
    readers: "Gatsby and its plugins",
    leading: (bytes) => (bytes === "mark" ? "skipped" : "lost"),
    understandsFence: (defect, article) => namesLanguage(defect, article) || isLateRule(defect),
  },
  markdown: {
    sluggers: [github],
    namesImages: (url, { config }) => namesImage(url, config),
    takesReactAttributes: true,
    // `gatsby-remark-autolink-headers` may be told to read `{#id}`; `gatsby-remark-custom-blocks` and others do more.
    syntaxOf: ({ path }) => (path.endsWith(".mdx") ? {} : { headingIds: "maybe" }),
  },
  links: { addsBasePath: () => "unknown" },
  readSite(site, reader) {
    const config = site?.configFile === undefined ? {} : reader.config(site.configFile);
    const { url, base, content } = gatsbyConfig(config);
    return {
      config,
      version: site === undefined ? undefined : reader.versionOf(site.folder, "gatsby"),
      url,
      base,
      sources: "",
      staticDirs: ["static"],
      content,
    };
  },
  createRouter: createGatsbyRouter,
});
