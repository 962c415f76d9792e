import * as z from "zod";
import { defineEngine } from "../../engine/define-engine.js";
import { isLateRule, namesLanguage } from "../../engine/fences.js";
import { github } from "../sluggers.js";
import preset from "./preset.json" with { type: "json" };
import { readRedirects } from "./redirects.js";
import { createDocusaurusRouter } from "./router.js";
import { docusaurusSite } from "./site.js";

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
  },
  frontMatter: {
    preset,
    titleFrom: ["heading"],
    describesFromText: true,
    bodyShowsTitle: true,
    hasTimezone: false,
    imageIsForCards: true,
    // `lib/markdownUtils.js` of `@docusaurus/utils`, with the fork of gray-matter since 3.10.
    grayMatterYaml: 4,
    readers: "Docusaurus and its plugins",
    // gray-matter strips a byte order mark.
    leading: (bytes) => (bytes === "mark" ? "skipped" : "lost"),
    understandsFence: (defect, article) => namesLanguage(defect, article) || isLateRule(defect),
  },
  markdown: { sluggers: [github], hasComponents: true },
  links: {
    addsBasePath: "always",
    decidesSlash: (config) => slashSchema.parse(config).trailingSlash !== undefined,
  },
  redirects: { syntax: "underscore", read: readRedirects },
  readSite(site, reader) {
    const config = site?.configFile === undefined ? {} : reader.config(site.configFile);
    return { ...docusaurusSite(config), config };
  },
  createRouter: createDocusaurusRouter,
});
