import astro from "../../engines/astro/preset.json" with { type: "json" };
import docusaurus from "../../engines/docusaurus/preset.json" with { type: "json" };
import eleventy from "../../engines/eleventy/preset.json" with { type: "json" };
import hexo from "../../engines/hexo/preset.json" with { type: "json" };
import hugo from "../../engines/hugo/preset.json" with { type: "json" };
import jekyll from "../../engines/jekyll/preset.json" with { type: "json" };
import vitepress from "../../engines/vitepress/preset.json" with { type: "json" };
import githubDocs from "./github-docs.json" with { type: "json" };
import mdn from "./mdn.json" with { type: "json" };

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
