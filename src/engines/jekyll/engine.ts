import { defineEngine } from "../../engine/define-engine.js";
import { isLateRule } from "../../engine/fences.js";
import { ALL, jekyllSluggers } from "./heading-ids.js";
import preset from "./preset.json" with { type: "json" };
import { createJekyllRouter } from "./router.js";
import names from "./template-names.json" with { type: "json" };

const DATED_NAME = /^\d{4}-\d\d?-\d\d?-/;

export default defineEngine({
  name: "jekyll",
  label: "Jekyll",
  hosts: ["jekyllrb.com"],
  recognition: {
    sharedConfigFiles: ["_config.yml", "_config.yaml", "_config.toml"],
    evidence: {
      folders: ["_posts", "_layouts", "_includes", "_drafts"],
      keys: [
        "kramdown",
        "collections",
        "exclude",
        "gems",
        "baseurl",
        "sass",
        "paginate",
        "remote_theme",
      ],
    },
    hasLayout: (entriesOf) => entriesOf("_posts").some(({ name }) => DATED_NAME.test(name)),
  },
  sourcesKey: "source",
  folders: {
    notArticles: ["_layouts", "_includes", "_sass", "_site", "vendor"],
    posts: ["_posts"],
    drafts: ["_drafts"],
    static: [""],
    built: ["_site"],
  },
  frontMatter: {
    preset,
    isRequired: true,
    titleFrom: ["dated-name"],
    describesFromText: true,
    holdBack: ["published", "false"],
    formerAddressKeys: ["redirect_from"],
    permalinkNeeds: "leading-slash",
    readsSingularAndPlural: true,
    readers: "Jekyll and its plugins",
    understandsFence: (defect) => defect.code === "dots-close" || isLateRule(defect),
  },
  markdown: {
    renderer: "kramdown",
    sluggers: ALL,
    sluggersOf: jekyllSluggers,
    curlsQuotes: true,
    closesQuotesAfterText: true,
  },
  templates: {
    style: "tags",
    names,
    refusesUnknownTags: true,
    runsInCode: true,
    optsOut: ({ frontMatter }) =>
      frontMatter === undefined || frontMatter.data.render_with_liquid === false,
  },
  links: { decidesSlash: () => true },
  createRouter: createJekyllRouter,
});
