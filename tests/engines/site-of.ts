import type { Router } from "../../src/engine/router.js";
import { checkArticle } from "../../src/lint/index.js";
import type { ArticleFacts } from "../../src/rule/index.js";
import { settingsOf } from "../config/project-config.js";
import { temporaryProject } from "../run/temporary-project.js";

/** The router of a site with these files, its config read as the command would. */
export async function siteOf(files: Readonly<Record<string, string>>): Promise<{
  readonly router: Router;
  /** Addresses by article; what is uncertain ends in `?`. */
  readonly addresses: Readonly<Record<string, string>>;
  /** The facts of an article. */
  article(path: string): ArticleFacts;
}> {
  const cwd = temporaryProject(files);
  const paths = Object.keys(files)
    .filter((path) => /\.mdx?$|\.html$/.test(path))
    .sort();
  const [first = "a.md"] = paths;
  const { engine, settings } = await settingsOf(cwd, first);
  const articles = paths.map((path) => {
    const source = files[path] ?? "";
    const input = { path, source, decodingProblems: [], engine, rules: [], settings };
    return checkArticle(input, 0).facts;
  });
  const router = engine.createRouter(settings.site, articles, {
    list: (folder = "") =>
      Object.keys(files)
        .filter((path) => folder === "" || path.startsWith(`${folder}/`))
        .sort(),
    text: (path) => files[path],
  });
  const routes = new Map(articles.map((facts) => [facts.path, router.routesOf(facts)]));
  return {
    router,
    article: (path) => {
      const facts = articles.find((one) => one.path === path);
      if (facts === undefined) throw new Error(`${path} is no article of this site.`);
      return facts;
    },
    addresses: Object.fromEntries(
      [...routes].map(([path, { addresses, certain }]) => [
        path,
        addresses.join(" ") + (certain ? "" : "?"),
      ]),
    ),
  };
}

/** An article with this front matter. */
export function article(frontMatter = ""): string {
  return `---\ntitle: A\n${frontMatter}\n---\n\nText.\n`;
}
