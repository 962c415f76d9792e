import { join } from "node:path";
import { below } from "../../engine/address.js";
import { defineEngine } from "../../engine/define-engine.js";
import { majorOf } from "../../engine/version.js";
import { UNREADABLE } from "../../facts/site-settings.js";
import { nuxtContentSlug } from "../sluggers.js";
import { nuxtContentConfig } from "./config.js";
import preset from "./preset.json" with { type: "json" };
import { readRedirects } from "./redirects.js";
import { createNuxtContentRouter } from "./router.js";
import { withoutMdc } from "./syntax.js";
import names from "./template-names.json" with { type: "json" };

const ENDINGS = ["ts", "js", "mts", "mjs"];
const CONFIGS = ENDINGS.map((ending) => `nuxt.config.${ending}`);
const COLLECTIONS = ENDINGS.map((ending) => `content.config.${ending}`);

/** Packages that bring Nuxt Content. */
const PACKAGES = ["@nuxt/content", "docus", "@nuxt-themes/docus"];

export default defineEngine({
  name: "nuxt-content",
  label: "Nuxt Content",
  hosts: ["content.nuxt.com", "nuxt.com"],
  recognition: {
    sharedConfigFiles: [...COLLECTIONS, ...CONFIGS],
    evidence: { packages: PACKAGES },
    layoutEvidence: (entriesOf, dependsOn) =>
      PACKAGES.some(dependsOn) &&
      entriesOf("").some(({ name, isFolder }) => isFolder && name === "content")
        ? "content"
        : undefined,
  },
  folders: {
    sources: "content",
    content: ["content"],
    static: ["public"],
    built: [".nuxt", ".output", "dist"],
  },
  frontMatter: {
    preset,
    // The title is the front matter's, the first heading's, or made of the file's name.
    derivesTitle: () => true,
    datesFromFile: false,
    describesFromText: true,
    routeKeys: ["path", "_path", "_draft"],
    hasTimezone: false,
    readers: "Nuxt Content and its pages",
  },
  markdown: {
    sluggers: [nuxtContentSlug],
    hasComponents: true,
    syntaxOf: () => ({
      headingIds: "no",
      attachedIds: true,
      hasComponents: true,
      prepare: withoutMdc,
    }),
  },
  templates: { style: "interpolations", names },
  links: { addsBasePath: () => "always" },
  redirects: { syntax: "underscore", read: readRedirects },
  readSite(site, reader) {
    const folder = site?.folder ?? "";
    const there = new Set(site === undefined ? [] : reader.entries(folder).map(({ name }) => name));
    const configAt = (choice: readonly string[]) => {
      const name = choice.find((one) => there.has(one));
      return name === undefined ? undefined : reader.config(join(folder, name));
    };
    const collections = configAt(COLLECTIONS);
    const config = {
      ...configAt(CONFIGS),
      ...(collections === undefined ? {} : { collections: collections.collections ?? UNREADABLE }),
    };
    const { base, url, srcDir, publicDir } = nuxtContentConfig(config);
    return {
      config,
      url,
      base,
      version: site === undefined ? undefined : reader.versionOf(folder, "@nuxt/content"),
      sources: "content",
      staticDirs: [...new Set([publicDir, join(srcDir, publicDir)])],
      content: ["content"],
    };
  },
  readsFile: (path, { root, version }) =>
    path.endsWith(".md") &&
    // Version 2 leaves out names that begin with a dot or a hyphen.
    (majorOf(version) !== 2 || !/(?:^|\/)[.-]/.test(below(path, root) ?? path)),
  createRouter: createNuxtContentRouter,
});
