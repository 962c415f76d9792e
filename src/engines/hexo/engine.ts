import type { Article } from "../../article/article.js";
import { defineEngine } from "../../engine/define-engine.js";
import type { FenceDefect } from "../../engine/engine.js";
import { isLateRule } from "../../engine/fences.js";
import { readUsualSite, textAt } from "../../engine/usual-site.js";
import { hexoCjkEmphasis } from "./emphasis.js";
import { takesCodeOut, withWholeCode } from "./fences.js";
import { headWithoutFence } from "./head.js";
import { ALL, curlsInHexo, hexoSluggers } from "./heading-ids.js";
import { hexoBasePath } from "./links.js";
import { hexoNavigation } from "./navigation.js";
import preset from "./preset.json" with { type: "json" };
import { withProject } from "./project.js";
import { rawFiles } from "./raw-files.js";
import { createHexoRouter } from "./router.js";
import { tabIds } from "./tabs.js";
import names from "./template-names.json" with { type: "json" };

const folders = {
  sources: "source",
  content: ["source"],
  notArticles: ["_data"],
  posts: ["source/_posts"],
  drafts: ["source/_drafts"],
  static: ["source"],
  built: ["public"],
};

/** hexo-front-matter 4 takes metadata without an opening fence, and fences of any length that match. */
function understandsFence(defect: FenceDefect, article: Article): boolean {
  const { source, frontMatter } = article;
  const { code, range } = defect;
  if (code === "unopened") return true;
  if (code !== "too-many-dashes") return isLateRule(defect);
  const closing = frontMatter?.closingFence;
  return (
    closing !== undefined &&
    source.slice(closing.start, closing.end) === source.slice(range.start, range.end)
  );
}

export default defineEngine({
  name: "hexo",
  label: "Hexo",
  hosts: ["hexo.io"],
  recognition: {
    sharedConfigFiles: ["_config.yml", "_config.yaml", "_config.json"],
    evidence: {
      packages: ["hexo"],
      folders: ["source/_posts", "scaffolds", "source"],
      keys: [
        "source_dir",
        "public_dir",
        "skip_render",
        "new_post_name",
        "post_asset_folder",
        "default_layout",
      ],
    },
    layoutEvidence: (entriesOf) =>
      entriesOf("source").some(({ name, isFolder }) => isFolder && name === "_posts")
        ? "source/_posts"
        : undefined,
  },
  folders,
  frontMatter: {
    // Most themes print titles as they are: hexo-renderer-nunjucks escapes nothing.
    escapesValues: false,
    preset,
    isRequired: true,
    holdBack: ["published", "false"],
    permalinkNeeds: "ending",
    categoriesArePath: true,
    readers: "Hexo and its themes",
    // hexo-front-matter 4: /^([\s\S]+?)\r?\n-{3,}/ after the byte order mark is stripped.
    leading: (bytes) => (bytes === "mark" ? "skipped" : bytes === "blank" ? "luck" : "lost"),
    understandsFence,
    headWithoutFence,
  },
  markdown: {
    sluggers: ALL,
    sluggersOf: hexoSluggers,
    curlsQuotes: ({ config }) => curlsInHexo(config),
    closesQuotesAfterText: ({ config }) => curlsInHexo(config),
    rendersCjkEmphasis: hexoCjkEmphasis,
    syntaxOf: (_article, { config }) => (takesCodeOut(config) ? { prepare: withWholeCode } : {}),
  },
  templates: {
    style: "tags",
    names,
    refusesUnknownTags: true,
    // lib/extend/tag.js escapes the braces of every <code> in the rendered page before Nunjucks sees it.
    escapesCode: true,
    idsOf: tabIds,
    optsOut: ({ frontMatter, format }) =>
      format === "mdx" || frontMatter?.data.disableNunjucks === true,
  },
  links: {
    sourceLinks: {
      files: ["package.json"],
      rewriter: /hexo-[\w-]*(?:link|markdown-it|remark|pandoc)/i,
    },
    addsBasePath: (reference, { config }) => hexoBasePath(reference, config),
    decidesSlash: () => true,
    listsShowPosts: true,
  },
  readSite(site, reader) {
    const facts = readUsualSite(site, reader, folders, "source_dir");
    const theme = textAt(facts.config, "theme");
    const inTheme = theme === undefined ? [] : [`themes/${theme}/source`];
    return {
      ...facts,
      config:
        site === undefined ? facts.config : withProject(facts.config, site.folder, theme, reader),
      staticDirs: [...facts.staticDirs, ...inTheme],
      notPages:
        site === undefined ? [] : rawFiles(facts.config, site.folder, facts.sources, reader),
    };
  },
  navigation: hexoNavigation,
  createRouter: createHexoRouter,
});
