import { join } from "node:path";
import { parsedUrl } from "../../article/parsed-url.js";
import { join as inSite } from "../../engine/address.js";
import { alertDefects } from "../../engine/alerts.js";
import { defineEngine } from "../../engine/define-engine.js";
import { folderPath } from "../read/config-value.js";
import { github, goldmark } from "../sluggers.js";
import words from "./code-words.json" with { type: "json" };
import { readBook } from "./config.js";
import { bookIncludes } from "./includes.js";
import { bookNavigation } from "./navigation.js";
import { createBookRouter } from "./router.js";
import { bookArticles } from "./summary.js";

const BOOK = "https://book.invalid";

/** Where a redirect leads: its target is relative to the page that it stands in, and may be above the root of the book. */
function targetFrom(from: string, to: string): string {
  const folder = from.slice(1, Math.max(1, from.lastIndexOf("/")));
  if (to.startsWith("../") && inSite(folder, to.split(/[?#]/, 1)[0] ?? "") === undefined)
    return parsedUrl(to, BOOK + from)?.href ?? to;
  return parsedUrl(to, BOOK + from)?.href.replace(`${BOOK}/`, "/") ?? to;
}

/** mdBook: a book whose `SUMMARY.md` names its chapters. */
export default defineEngine({
  name: "mdbook",
  label: "mdBook",
  hosts: ["rust-lang.github.io"],
  recognition: { configFiles: ["book.toml"] },
  folders: { sources: "src", content: ["src"], static: ["src"], built: ["book"] },
  frontMatter: { titleFrom: ["heading"], bodyShowsTitle: true },
  // `goldmark` and `github` make of a heading what mdBook's `id_from_content` does.
  markdown: {
    sluggers: [goldmark, github],
    hasDefinitions: true,
    mayDefineLabels: ({ config }) => readBook(config).hasOwnPreprocessor,
    fences: { words },
    boxDefectsOf: (article) => alertDefects(article, "box"),
  },
  includes: bookIncludes,
  navigation: bookNavigation,
  redirects: {
    syntax: "underscore",
    read: (config) =>
      Object.entries(readBook(config).redirects).map(([name, to]) => {
        const from = `/${name.replace(/^\/+/, "")}`;
        return { from, to: targetFrom(from, to), status: 301 };
      }),
  },
  readSite(site, reader) {
    const config = site?.configFile === undefined ? {} : reader.config(site.configFile);
    const { src } = readBook(config);
    const sources = folderPath(src);
    const root = site === undefined ? "" : join(site.folder, sources);
    const summary = site === undefined ? undefined : reader.text(join(root, "SUMMARY.md"));
    const isThere = site !== undefined && reader.entries(root).length > 0;
    return {
      config,
      url: undefined,
      sources,
      staticDirs: [sources],
      content: isThere || site === undefined ? [sources] : [],
      ...(summary === undefined ? {} : { isArticle: bookArticles(summary, sources) }),
    };
  },
  createRouter: createBookRouter,
});
