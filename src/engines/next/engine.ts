import * as z from "zod";
import { formatOf } from "../../article/syntax.js";
import { below } from "../../engine/address.js";
import { defineEngine } from "../../engine/define-engine.js";
import { joinPath } from "../read/config-value.js";
import { github } from "../sluggers.js";
import { basePathOf } from "./config.js";
import { contentFolders } from "./content-folders.js";
import { compilesMarkdown } from "./mdx.js";
import plainComponents from "./plain-components.json" with { type: "json" };
import { readRedirects } from "./redirects.js";
import { createNextRouter } from "./router.js";

/** `{/*usage*\/}` behind a heading, which plugins of many sites take for its id. */
const ID_COMMENT = /^\/\*\s*#?([\p{Ll}\p{Lo}\p{N}_-]+)\s*\*\/$/u;

/** Stands in the config for what the code of the site shows. */
const COMPILES = "compilesMarkdown";
const compiledFolders = z.array(z.string()).catch([]);

const ROUTER_FOLDERS = ["app", "pages"];

export default defineEngine({
  name: "next",
  label: "Next.js",
  hosts: ["nextjs.org"],
  recognition: {
    configFiles: ["js", "mjs", "ts", "mts", "cjs"].map((ending) => `next.config.${ending}`),
    evidence: { packages: ["next"] },
    layoutEvidence: (entriesOf, dependsOn) =>
      dependsOn("next") &&
      ["", "src"].some((folder) =>
        entriesOf(folder).some(({ name, isFolder }) => isFolder && ROUTER_FOLDERS.includes(name)),
      )
        ? "package.json"
        : undefined,
  },
  folders: {
    content: ["content", "src/content", "app", "src/app", "pages", "src/pages", "posts", "_posts"],
    posts: ["_posts", "posts", "content/posts", "content/blog", "src/content/blog"],
    static: ["public"],
    built: [".next", "out"],
  },
  frontMatter: {
    datesFromFile: false,
    // What a page is called is for the site's own code to say.
    derivesTitle: () => true,
    hasTimezone: false,
    readers: "Next.js and its libraries",
  },
  markdown: {
    sluggers: [github],
    hasComponents: true,
    plainComponents,
    takesReactAttributes: true,
    // Where the site's code does not tell which files are MDX, nothing is said that MDX would read otherwise.
    syntaxOf: ({ path }, { config, folder }) => {
      const compiled = compiledFolders.parse(config[COMPILES]);
      const isMdx =
        /\.mdx$/i.test(path) ||
        (/\.md$/i.test(path) &&
          compiled.some((one) => below(path, joinPath(folder, one)) !== undefined));
      return {
        format: isMdx ? "mdx" : formatOf(path),
        headingIds: isMdx ? "no" : "maybe",
        idComment: ID_COMMENT,
        hasComponents: true,
      };
    },
  },
  links: { addsBasePath: () => "unknown" },
  redirects: { syntax: "path-to-regexp", read: readRedirects },
  readSite(site, reader) {
    const config = site?.configFile === undefined ? {} : reader.config(site.configFile);
    const nextra = site === undefined ? undefined : reader.versionOf(site.folder, "nextra");
    const content = contentFolders(site?.folder, reader);
    const isMdx = site !== undefined && compilesMarkdown(site.folder, content, reader);
    return {
      // Nextra makes pages of Markdown without a word of the config.
      config: {
        ...config,
        ...(nextra === undefined ? {} : { nextra }),
        ...(isMdx ? { [COMPILES]: content } : {}),
      },
      url: undefined,
      base: basePathOf(config),
      version: site === undefined ? undefined : reader.versionOf(site.folder, "next"),
      sources: "",
      staticDirs: ["public"],
      content,
    };
  },
  createRouter: createNextRouter,
});
