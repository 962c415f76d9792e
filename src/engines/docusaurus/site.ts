import * as z from "zod";
import { below, join } from "../../engine/address.js";
import type { IsArticle, SiteFacts } from "../../engine/site-reader.js";
import { type SiteSettings, type SiteTable, UNREADABLE } from "../../facts/site-settings.js";
import { folderPath, isHidden, readableText, siteGlobs } from "../read/config-value.js";
import { docusaurusConfig } from "./config.js";

const ARTICLE = /\.(?:md|markdown|mdx|html?)$/i;

const schema = z.object({
  url: readableText,
  baseUrl: readableText,
  staticDirectories: z.array(z.string()).catch(["static"]),
  presets: z.array(z.unknown()).catch([]),
  plugins: z.array(z.unknown()).catch([]),
});

const contentOptions = z.looseObject({ path: readableText, id: readableText });
const presetOptions = z.looseObject({
  docs: contentOptions.optional().catch(undefined),
  blog: contentOptions.optional().catch(undefined),
  pages: contentOptions.optional().catch(undefined),
});

/** Where a Docusaurus site lies and what is in it. */
export function docusaurusSite(config: SiteTable): Omit<SiteFacts, "config" | "version"> {
  const { url, baseUrl, staticDirectories, presets, plugins } = schema.parse(config);
  return {
    url,
    base: baseUrl,
    sources: "",
    staticDirs: staticDirectories.filter((name) => !name.startsWith("\0")),
    content: [...new Set([...contentFolders(presets, plugins), "versioned_docs", "i18n"])],
    isArticle: docusaurusArticles(config),
  };
}

/** What plugins leave out unless their `exclude` says otherwise: parts of pages, which are articles all the same. */
const PARTS = siteGlobs(["**/_*.{md,mdx}", "**/_*/**"]);

/** Tells which files a plugin's own `exclude` leaves to it. */
function docusaurusArticles(config: SiteTable): IsArticle {
  const { docs, blogs, pages } = docusaurusConfig(config);
  const filters = [...docs, ...blogs, ...pages].flatMap(({ path, exclude }) =>
    exclude === undefined || path === undefined
      ? []
      : [{ home: folderPath(path), isOut: siteGlobs(exclude) }],
  );
  return (path) =>
    ARTICLE.test(path) &&
    !filters.some(({ home, isOut }) => {
      const inside = below(path, home);
      return inside !== undefined && isOut(inside) && !PARTS(inside);
    });
}

/** `docs` of another version, of any of the plugins for documents. */
const VERSIONED = /^(?:[\w-]+_)?versioned_docs\//;

/**
 * Whether a file lies where a plugin for documents, posts or pages looks, or is MDX that a page may take in. Where the
 * plugins could not be read, or the site has no config in view, any file may be theirs.
 */
export function isDocusaurusSource(path: string, { folder, config }: SiteSettings): boolean {
  const inside = below(path, folder);
  if (/\.mdx$/i.test(path) || (inside !== undefined && VERSIONED.test(inside))) return true;
  const { presets, plugins } = schema.parse(config);
  if (Object.keys(config).length === 0) return true;
  if (isHidden(config, "presets", "plugins") || [...presets, ...plugins].includes(UNREADABLE))
    return true;
  return docusaurusSite(config).content.some((content) => {
    const home = join(folder, content);
    return home !== undefined && below(path, home) !== undefined;
  });
}

/** The folders that the docs, blog and pages plugins read, with those of former versions. */
function contentFolders(
  presets: readonly unknown[],
  plugins: readonly unknown[],
): readonly string[] {
  const [preset] = presets.flatMap((entry) => {
    const parsed = presetOptions.safeParse(Array.isArray(entry) ? entry[1] : undefined);
    return parsed.success ? [parsed.data] : [];
  });
  const own = plugins.flatMap((entry) => {
    const [name, options]: unknown[] = Array.isArray(entry) ? entry : [entry];
    const { path, id } = contentOptions.safeParse(options).data ?? {};
    const [, kind] = /content-(docs|blog|pages)$/.exec(String(name)) ?? [];
    if (kind === undefined) return [];
    const versions = kind === "docs" && id !== undefined ? [`${id}_versioned_docs`] : [];
    return [...(path === undefined ? [] : [path]), ...versions];
  });
  return [
    preset?.docs?.path ?? "docs",
    preset?.blog?.path ?? "blog",
    preset?.pages?.path ?? "src/pages",
    ...own,
  ].map((path) => path.replace(/^(?:\.\/)+|\/+$/g, ""));
}
