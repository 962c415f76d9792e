import { lazily } from "../../article/lazily.js";
import { below, normalise } from "../../engine/address.js";
import type { CreateRouter } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { Routes } from "../../facts/routes.js";
import { joinPath } from "../read/config-value.js";
import { assetsAt, folderOf, spellings } from "./assets.js";
import { type HexoConfig, hexoConfig } from "./config.js";
import { hexoReading, isMarkdownPicture, treatmentOf } from "./links.js";
import { HexoPages } from "./pages.js";
import { withoutExtension } from "./permalink.js";
import { aliasesOf, packagesOf } from "./plugins.js";
import { assetFolder, type HexoPost, hexoPost, isPostFile, matches, postSlug } from "./post.js";
import { hexoProject } from "./project.js";
import { createTagTarget, isOwnTag, type PostFile, tagDefinition } from "./tags.js";

const NOT_PUBLISHED: Routes = { addresses: [], aliases: [], certain: true };

/** Files that themes bring along, where the theme is a package and nobody can look. */
const THEME_FILE = /^\/(?:css|js|lib|fonts?|webfonts|fancybox)\//;

/** Hexo: posts by the pattern of the config, pages at their path, generators' pages, asset folders. */
export const createHexoRouter: CreateRouter = (site, articles, files) => {
  const config = hexoConfig(site.config);
  // Without a config nobody knows the pattern, and few sites keep the default one.
  const isConfigured = Object.keys(site.config).length > 0;
  const plugins = lazily(() => packagesOf(joinPath(site.folder, "package.json"), files));
  const posts = lazily(() =>
    articles.flatMap((facts) => {
      const found = postOf(facts, site, config);
      return found === undefined || found.isHidden ? [] : found.post;
    }),
  );
  const pages = lazily(() => new HexoPages(config, posts(), plugins()));
  const theme = joinPath(site.folder, `themes/${config.theme}/source`);
  const hasTheme = lazily(
    () => files?.list().some((path) => below(path, theme) !== undefined) === true,
  );
  const assetFolders = lazily(() =>
    config.post_asset_folder
      ? new Map(
          posts().flatMap(({ paths, facts }) =>
            paths.map((path): [string, string] => [folderOf(path), assetFolder(facts)]),
          ),
        )
      : new Map<string, string>(),
  );

  const paths = lazily(() => new Set(files?.list() ?? []));
  const assetOf = (facts: ArticleFacts, name: string): string | undefined => {
    if (!config.post_asset_folder || postFile(facts.path, site.root, config) === undefined)
      return undefined;
    const path = joinPath(assetFolder(facts), name);
    return paths().has(path) ? path : undefined;
  };
  const project = hexoProject(site.config);
  const treatment = treatmentOf(site.config);
  const tagTarget = createTagTarget({
    posts: () =>
      articles.flatMap((facts): readonly PostFile[] => {
        const file = postFile(facts.path, site.root, config);
        return file === undefined ? [] : [{ facts, slug: postSlug(file.inside, config) }];
      }),
    assetOf,
    mayBePost: (slug) => {
      const stems = ["_posts", "_drafts"].map((name) => joinPath(site.root, `${name}/${slug}`));
      return [...paths()].some((path) => stems.includes(withoutExtension(path)));
    },
    ownTags: project.ownTags,
  });

  return {
    routesOf: (facts) => {
      const inside = below(facts.path, site.root);
      if (inside === undefined) return NOT_PUBLISHED;
      const found = postOf(facts, site, config);
      if (found !== undefined) {
        const { post, isHidden } = found;
        const certain = post.certain && (isConfigured || facts.route.permalink !== undefined);
        const addresses = post.paths.map(normalise);
        return isHidden
          ? {
              ...NOT_PUBLISHED,
              heldBack: { reason: "draft", addresses: certain ? addresses : [] },
            }
          : { addresses, aliases: aliasesOf(facts, plugins()), certain };
      }
      const path = pagePath(inside, facts, config);
      return path === undefined
        ? NOT_PUBLISHED
        : { addresses: [normalise(path)], aliases: aliasesOf(facts, plugins()), certain: true };
    },
    generates: (address) => {
      const made = pages().generates(address);
      if (made !== "no" || hasTheme()) return made;
      return THEME_FILE.test(address) ? "maybe" : "no";
    },
    staticFiles: (address) => {
      const path = address.slice(1);
      const inSource = isServed(path, config)
        ? spellings(path).map((one) => joinPath(site.root, one))
        : [];
      const inTheme = spellings(path).map((one) => joinPath(theme, one));
      return [...assetsAt(address, assetFolders()), ...inSource, ...inTheme];
    },
    besideArticle: (facts, path) =>
      config.post_asset_folder ? [joinPath(assetFolder(facts), path.replace(/^\.\//, ""))] : [],
    readingOf: (reference) => hexoReading(reference, site.config),
    writtenPath: (facts, path, reference) => {
      if (!isMarkdownPicture(reference) || treatment?.rootsPictures !== true) return path;
      if (path.startsWith("/")) return path;
      const asset = treatment.findsAssets
        ? assetOf(facts, path.replace(/^(?:\.\/)+/, ""))
        : undefined;
      const [post] = asset === undefined ? [] : (postOf(facts, site, config)?.post.paths ?? []);
      return asset === undefined || post === undefined
        ? `/${path}`
        : folderOf(post) + asset.slice(assetFolder(facts).length + 1);
    },
    templateTarget: tagTarget,
    isBuiltIn: (tag) => isOwnTag(tag, project),
    definitionOf: (tag) => tagDefinition(tag, project, config.theme),
    // Hexo's server and the usual hosts answer `/x` with `x.html`.
    sameAs: (address) => (/\/[^/.]+$/.test(address) ? [`${address}.html`] : []),
  };
};

function postOf(
  facts: ArticleFacts,
  { root }: { readonly root: string },
  config: HexoConfig,
): { readonly post: HexoPost; readonly isHidden: boolean } | undefined {
  const file = postFile(facts.path, root, config);
  if (file === undefined) return undefined;
  const isDraft = file.folder === "_drafts" || facts.route.values.published === false;
  return {
    post: hexoPost(facts, file.inside, config),
    isHidden: isDraft && !config.render_drafts,
  };
}

/** The folder for posts or drafts that a file lies in, and its path there; undefined for what is no post. */
function postFile(path: string, root: string, config: HexoConfig) {
  for (const folder of ["_posts", "_drafts"]) {
    const inside = below(path, joinPath(root, folder));
    if (inside !== undefined && isPostFile(inside, folder, config)) return { folder, inside };
  }
  return undefined;
}

/** Where a page is written to; undefined for what Hexo leaves out. */
function pagePath(inside: string, facts: ArticleFacts, config: HexoConfig): string | undefined {
  if (!isServed(inside, config)) return undefined;
  if (/\.mdx$/i.test(inside) || matches(inside, config.skip_render)) return inside;
  const { permalink } = facts.route.values;
  if (typeof permalink !== "string" || permalink === "") return `${withoutExtension(inside)}.html`;
  const path = permalink.endsWith("/") ? `${permalink}index` : permalink;
  return /[^/]\.[^/.]*$/.test(path) ? path : `${path}.html`;
}

/** Whether Hexo serves what lies at this path below `source`. */
function isServed(path: string, { include, exclude, ignore }: HexoConfig): boolean {
  if (/[%~]$/.test(path) || matches(path, exclude) || matches(`source/${path}`, ignore))
    return false;
  return !/(?:^|\/)[_.]/.test(path) || matches(path, include);
}
