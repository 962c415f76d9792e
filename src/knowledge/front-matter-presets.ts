import astro from "./front-matter-presets/astro.json" with { type: "json" };
import docusaurus from "./front-matter-presets/docusaurus.json" with { type: "json" };
import eleventy from "./front-matter-presets/eleventy.json" with { type: "json" };
import githubDocs from "./front-matter-presets/github-docs.json" with { type: "json" };
import hexo from "./front-matter-presets/hexo.json" with { type: "json" };
import hugo from "./front-matter-presets/hugo.json" with { type: "json" };
import jekyll from "./front-matter-presets/jekyll.json" with { type: "json" };
import mdn from "./front-matter-presets/mdn.json" with { type: "json" };
import vitepress from "./front-matter-presets/vitepress.json" with { type: "json" };

/**
 * JSON Schemas of the front matter that engines and two large documentation sites expect. They allow keys
 * they do not know, and leave the text of dates to the date rules.
 */
export const FRONT_MATTER_PRESETS: ReadonlyMap<string, object> = new Map<string, object>([
  ["astro", astro],
  ["docusaurus", docusaurus],
  ["eleventy", eleventy],
  ["github-docs", githubDocs],
  ["hexo", hexo],
  ["hugo", hugo],
  ["jekyll", jekyll],
  ["mdn", mdn],
  ["vitepress", vitepress],
]);
