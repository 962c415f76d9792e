import * as z from "zod";
import { alertDefects, inOrder } from "../../engine/alerts.js";
import { colonBoxDefects } from "../../engine/boxes.js";
import { defineEngine } from "../../engine/define-engine.js";
import { isLateRule, namesLanguage } from "../../engine/fences.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { isHidden, readableText, siteFolder } from "../read/config-value.js";
import boxes from "./boxes.json" with { type: "json" };
import { sameTabs } from "./code-groups.js";
import { configFiles } from "./config-files.js";
import { vitepressIncludes } from "./includes.js";
import { vitepressFragment } from "./links.js";
import { vitepressNavigation } from "./navigation.js";
import preset from "./preset.json" with { type: "json" };
import { createVitepressRouter, isLeftOut } from "./router.js";
import { vitepressSluggers } from "./slugify.js";
import { vitepressCjkEmphasis, vitepressSyntax } from "./syntax.js";
import names from "./template-names.json" with { type: "json" };

const schema = z.object({
  base: readableText,
  srcDir: siteFolder(""),
  sitemap: z.object({ hostname: readableText }).optional().catch(undefined),
});

/** Whether code of the site may add boxes, or a config that this one extends. */
function mayHaveOtherBoxes(config: SiteTable): boolean {
  const { markdown } = markdownSchema.parse(config);
  return (
    Object.keys(config).length === 0 ||
    Object.hasOwn(config, "extends") ||
    isHidden(config, "markdown") ||
    isHidden(markdown, "config") ||
    Object.hasOwn(markdown, "config")
  );
}

const markdownSchema = z.object({ markdown: z.record(z.string(), z.unknown()).catch({}) });

export default defineEngine({
  name: "vitepress",
  label: "VitePress",
  recognition: {
    configFiles,
    evidence: { packages: ["vitepress"] },
  },
  folders: { static: ["public"] },
  frontMatter: {
    preset,
    // A page without a title is called as the site is.
    derivesTitle: () => true,
    bodyShowsTitle: true,
    hasTimezone: false,
    linkKeys: ["hero.actions.*.link", "features.*.link", "prev.link", "next.link"],
    // `@mdit-vue/plugin-frontmatter`, which is part of `dist/node`.
    grayMatterYaml: 3,
    readers: "VitePress and its plugins",
    // gray-matter strips a byte order mark.
    leading: (bytes) => (bytes === "mark" ? "skipped" : "lost"),
    understandsFence: (defect, article) => namesLanguage(defect, article) || isLateRule(defect),
  },
  markdown: {
    sluggersOf: ({ config }) => vitepressSluggers(config),
    hasComponents: true,
    // Vue: "Element is missing end tag."
    refusesUnclosed: true,
    plainComponents: ["Badge", "ClientOnly", "Teleport", "Transition", "RouteLink"],
    branches: { first: "v-if", further: ["v-else-if", "v-else"], last: "v-else" },
    rendersCjkEmphasis: vitepressCjkEmphasis,
    boxDefectsOf: (article, { config }) =>
      inOrder(
        colonBoxDefects(article, {
          names: boxes.names,
          groups: boxes.groups,
          takesSpace: true,
          takesLabel: false,
          takesTitle: true,
          isOpen: mayHaveOtherBoxes(config),
        }),
        sameTabs(article),
        alertDefects(article, "box"),
      ),
    // Seen in VitePress 1.6.
    fences: { closesBraces: true, refusesBackwards: true },
    syntaxOf: (_, { config }) => vitepressSyntax(config),
  },
  templates: { style: "interpolations", names },
  links: { addsBasePath: () => "always", fragmentOf: vitepressFragment },
  readsFile: (path, site) => path.endsWith(".md") && !isLeftOut(path, site),
  readSite(site, reader) {
    const config =
      site?.configFile === undefined ? {} : reader.config(site.configFile, site.folder);
    const { base, srcDir, sitemap } = schema.parse(config);
    return {
      config,
      version: site === undefined ? undefined : reader.versionOf(site.folder, "vitepress"),
      url: sitemap?.hostname,
      base,
      sources: srcDir,
      staticDirs: [srcDir === "" ? "public" : `${srcDir}/public`],
      content: [srcDir],
    };
  },
  includes: vitepressIncludes,
  navigation: vitepressNavigation,
  createRouter: createVitepressRouter,
});
