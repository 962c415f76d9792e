import { formatOf } from "../../article/syntax.js";
import { alertDefects } from "../../engine/alerts.js";
import { defineEngine } from "../../engine/define-engine.js";
import { isLateRule, namesLanguage } from "../../engine/fences.js";
import {
  blackfriday,
  github,
  goldmark,
  kramdown,
  kramdownGfm,
  markdownItAnchor,
  mditVue,
  slugize,
  slugizeEscaped,
} from "../sluggers.js";

/** Plain folders: nobody knows what will read these articles, so what any engine reads is let pass. */
export default defineEngine({
  name: "none",
  label: "plain folders",
  publishes: false,
  frontMatter: {
    titleFrom: ["heading"],
    noPageKeys: ["eleventyExcludeFromCollections"],
    routeKeys: ["eleventyExcludeFromCollections", "eleventyComputed"],
    readers: "Jekyll, Eleventy, Docusaurus and VitePress",
    understandsFence: (defect, article) => namesLanguage(defect, article) || isLateRule(defect),
  },
  markdown: {
    // GitHub shows many of these folders.
    boxDefectsOf: (article) => alertDefects(article, "box"),
    syntaxOf: ({ path }) => ({ headingIds: formatOf(path) === "html" ? "no" : "maybe" }),
    sluggers: [
      github,
      kramdownGfm,
      kramdown,
      goldmark,
      blackfriday,
      slugize,
      slugizeEscaped,
      markdownItAnchor,
      mditVue,
    ],
  },
});
