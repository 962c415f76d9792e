import { lazily } from "../../article/lazily.js";
import { below } from "../../engine/address.js";
import type { Generation, SiteFiles } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import { couldBeMade, joinPath, routePath } from "../read/config-value.js";
import type { BlogPlugin, DocsPlugin, DocusaurusConfig } from "./config.js";
import { type DocusaurusContent, pagePath } from "./content.js";

/** Pages that Docusaurus makes from no article. */
export interface DocusaurusPages {
  /** @param address without locale */
  generates(address: string): Generation;
}

/** How often each tag is used, by what two spellings of one tag share. */
type Tags = ReadonlyMap<string, number>;

/** Files that may ask for a page of their own for a category of documents. */
const SIDEBAR = /(?:^|\/)(?:_category_\.(?:json|ya?ml)|[\w.-]*sidebars?\.(?:[cm]?[jt]s|json))$/;

/** Lists, archives, tags, pages written as components, indexes of sidebar categories. */
export function docusaurusPages(
  site: SiteSettings,
  config: DocusaurusConfig,
  content: DocusaurusContent,
  articles: readonly ArticleFacts[],
  files: SiteFiles | undefined,
): DocusaurusPages {
  const beside = [...config.docs, ...config.blogs, ...config.pages].flatMap((plugin) => {
    const folder = content.folderOf(plugin);
    return folder === undefined || below(folder, site.folder) !== undefined ? [] : [folder];
  });
  const list = lazily(() => [
    ...(files?.list() ?? []),
    ...beside.flatMap((folder) => files?.list(folder) ?? []),
  ]);
  const components = lazily(
    () =>
      new Set(
        list().flatMap((path) => {
          const file = /\.[jt]sx?$/.test(path) ? content.fileAt(path) : undefined;
          return file?.kind === "pages" ? [pagePath(content.baseOf(file), file.path)] : [];
        }),
      ),
  );
  const published = lazily(() =>
    articles.flatMap((facts) => {
      const file = content.fileAt(facts.path);
      const { draft, unlisted } = facts.route.values;
      if (file === undefined || file.locale !== undefined || draft === true || unlisted === true)
        return [];
      return [{ file, tags: facts.metadata.tags }];
    }),
  );
  const tagsOf = (plugin: object): Tags => {
    const counts = new Map<string, number>();
    for (const { file, tags } of published()) {
      if (file.plugin !== plugin) continue;
      for (const tag of tags) counts.set(folded(tag), (counts.get(folded(tag)) ?? 0) + 1);
    }
    return counts;
  };
  const counted = lazily(() => ({
    tags: new Map<object, Tags>(
      [...config.docs, ...config.blogs].map((plugin) => [plugin, tagsOf(plugin)]),
    ),
    posts: new Map<object, number>(
      config.blogs.map((plugin) => [
        plugin,
        published().filter(({ file }) => file.plugin === plugin).length,
      ]),
    ),
  }));
  const held = new Map<string, boolean>();
  const holds = (plugin: DocsPlugin | BlogPlugin, name: string): boolean => {
    const key = joinPath(content.folderOf(plugin) ?? "", name);
    let known = held.get(key);
    if (known === undefined) {
      known = list().some((path) => path === `${key}.yml` || path === `${key}.yaml`);
      held.set(key, known);
    }
    return known;
  };
  const pageCount = (plugin: BlogPlugin, entries: number): number =>
    plugin.postsPerPage === "ALL" ? 1 : Math.max(1, Math.ceil(entries / plugin.postsPerPage));

  const tagPage = (
    plugin: DocsPlugin | BlogPlugin,
    path: string,
    pages: (entries: number) => number,
  ): Generation => {
    const tags = counted().tags.get(plugin) ?? new Map<string, number>();
    if (path === "") return tags.size > 0 ? "yes" : "no";
    const [, name = "", number = "1"] = /^(.*?)(?:\/page\/(\d+))?$/.exec(path) ?? [];
    const entries = tags.get(folded(name)) ?? 0;
    if (entries > 0) return Number(number) <= pages(entries) ? "yes" : "no";
    // A tags file may give tags addresses of their own.
    return holds(plugin, "tags") ? "maybe" : "no";
  };

  const blogPage = (plugin: BlogPlugin, path: string): Generation => {
    const posts = counted().posts.get(plugin) ?? 0;
    if (content.folderOf(plugin) === undefined) return "maybe";
    // A blog without posts has no pages at all.
    if (posts === 0) return "no";
    if (path === "" || path === plugin.archiveBasePath) return "yes";
    if (/^(?:rss|atom)\.xml$/.test(path)) return "yes";
    if (/^feed\.json$|\.xsl$/.test(path)) return "maybe";
    const number = below(path, plugin.pageBasePath);
    if (number !== undefined)
      return Number(number) > 1 && Number(number) <= pageCount(plugin, posts) ? "yes" : "no";
    if (path === plugin.tagsBasePath) return tagPage(plugin, "", () => 1);
    const tag = below(path, plugin.tagsBasePath);
    if (tag !== undefined) return tagPage(plugin, tag, (entries) => pageCount(plugin, entries));
    if (path === plugin.authorsBasePath || below(path, plugin.authorsBasePath) !== undefined)
      return files === undefined || holds(plugin, "authors") ? "maybe" : "no";
    return "no";
  };

  const sidebars = lazily(() =>
    list()
      .filter((path) => SIDEBAR.test(path))
      .flatMap((path) => files?.text(path) ?? [])
      .filter((text) => text.includes("generated-index")),
  );
  /** Whether a sidebar or a category's file speaks of an address, as that of an index made for the category. */
  const isCategory = (path: string): boolean => {
    if (path === "category" || path.startsWith("category/")) return true;
    const name = path.split("/").at(-1) ?? "";
    return (
      name !== "" &&
      sidebars().some((text) => ['"', "'"].some((quote) => text.includes(`${name}${quote}`)))
    );
  };
  const docsPage = (plugin: DocsPlugin, path: string): Generation => {
    if (content.folderOf(plugin) === undefined) return "maybe";
    if (path === plugin.tagsBasePath) return tagPage(plugin, "", () => 1);
    const tag = below(path, plugin.tagsBasePath);
    if (tag !== undefined) return tagPage(plugin, tag, () => 1);
    return isCategory(path) ? "maybe" : "no";
  };

  return {
    generates: (address) => {
      const path = routePath(address).slice(1);
      if (components().has(`/${path}`)) return "yes";
      if (!config.certain) return couldBeMade(path) ? "maybe" : "no";
      if (path === "" && files === undefined) return "maybe";
      if (path === "sitemap.xml" || path === "404.html" || path === "404") return "yes";
      if (/^(?:search|opensearch\.xml|llms(?:-full)?\.txt)$/.test(path)) return "maybe";
      const answers: Generation[] = [];
      for (const plugin of config.blogs) {
        const rest = restBelow(path, plugin.routeBasePath);
        if (rest !== undefined) answers.push(blogPage(plugin, rest));
      }
      for (const plugin of config.docs) {
        const rest = restBelow(path, plugin.routeBasePath);
        if (rest !== undefined) answers.push(docsPage(plugin, rest));
      }
      if (answers.includes("yes")) return "yes";
      if (answers.includes("maybe")) return "maybe";
      return config.hasUnknownPlugins && answers.length === 0 && couldBeMade(path) ? "maybe" : "no";
    },
  };
}

/** A path below a base path; undefined outside of it. */
function restBelow(path: string, routeBasePath: string): string | undefined {
  const base = routePath(routeBasePath).slice(1);
  return path === base ? "" : below(path, base);
}

/** What is left of a tag when marks, case and accents are gone, which its address may spell in other ways. */
function folded(tag: string): string {
  return tag
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
