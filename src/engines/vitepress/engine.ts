import * as z from "zod";
import { defineEngine } from "../../engine/define-engine.js";
import { isLateRule, namesLanguage } from "../../engine/fences.js";
import { readableText, siteFolder } from "../read/config-value.js";
import { github, mditVue } from "../sluggers.js";
import preset from "./preset.json" with { type: "json" };
import { createVitepressRouter } from "./router.js";
import names from "./template-names.json" with { type: "json" };

const schema = z.object({
  base: readableText,
  srcDir: siteFolder(""),
  sitemap: z.object({ hostname: readableText }).optional().catch(undefined),
});

export default defineEngine({
  name: "vitepress",
  label: "VitePress",
  recognition: {
    configFiles: [
      ...["ts", "mts", "js", "mjs"].map((ending) => `.vitepress/config.${ending}`),
      ...["ts", "mts", "js"].map((ending) => `.vitepress/config/index.${ending}`),
    ],
    evidence: { packages: ["vitepress"] },
  },
  folders: { static: ["public"] },
  frontMatter: {
    preset,
    titleFrom: ["heading"],
    bodyShowsTitle: true,
    hasTimezone: false,
    // `@mdit-vue/plugin-frontmatter`, which is part of `dist/node`.
    grayMatterYaml: 3,
    readers: "VitePress and its plugins",
    // gray-matter strips a byte order mark.
    leading: (bytes) => (bytes === "mark" ? "skipped" : "lost"),
    understandsFence: (defect, article) => namesLanguage(defect, article) || isLateRule(defect),
  },
  markdown: { sluggers: [mditVue, github], hasComponents: true },
  templates: { style: "interpolations", names },
  links: { addsBasePath: "always" },
  readSite(site, reader) {
    const config =
      site?.configFile === undefined ? {} : reader.config(site.configFile, site.folder);
    const { base, srcDir, sitemap } = schema.parse(config);
    return {
      config,
      url: sitemap?.hostname,
      base,
      sources: srcDir,
      staticDirs: [srcDir === "" ? "public" : `${srcDir}/public`],
      content: [srcDir],
    };
  },
  createRouter: createVitepressRouter,
});
