import type { EngineName } from "../rule/settings.js";

/** An engine that reads front matter with gray-matter, as its current release does. */
export interface GrayMatterReader {
  readonly name: string;
  /** The major version of js-yaml that reads the block: 3 comes with gray-matter itself, 4 with Eleventy's fork. */
  readonly yaml: 3 | 4;
}

/**
 * Engines that read with gray-matter, by the files of their packages that call it:
 *
 * - Eleventy: `src/TemplateContent.js` of `@11ty/eleventy`. Its fork `@11ty/gray-matter` finds fences the same way
 *   and reads with js-yaml 4; releases before 3.1.3 have gray-matter 4.
 * - Docusaurus: `lib/markdownUtils.js` of `@docusaurus/utils`, with the fork since 3.10.
 * - VitePress: `@mdit-vue/plugin-frontmatter`, which is part of `dist/node`.
 *
 * Others do not: Astro reads by itself since 5.0 (`@astrojs/markdown-remark`, `frontmatter.js`; 4 had gray-matter in
 * `dist/content/utils.js`), Hexo with hexo-front-matter, which has fences of its own.
 */
const READERS: ReadonlyMap<EngineName, GrayMatterReader> = new Map<EngineName, GrayMatterReader>([
  ["eleventy", { name: "Eleventy", yaml: 4 }],
  ["docusaurus", { name: "Docusaurus", yaml: 4 }],
  ["vitepress", { name: "VitePress", yaml: 3 }],
]);

/** How an engine reads with gray-matter; undefined where it does not. */
export function grayMatterReader(engine: EngineName): GrayMatterReader | undefined {
  return READERS.get(engine);
}
