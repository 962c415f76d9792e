import * as z from "zod";
import type { BasePathTreatment } from "../../engine/engine.js";
import type { Reading, ReferencedPath } from "../../engine/router.js";
import { majorOf } from "../../engine/version.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { hexoProject } from "./project.js";

const RENDERER =
  /^(?:@[\w-]+\/)?hexo-renderer-(?:.*(?:mark|md|pandoc|kram|remark|mdx|asciidoc|org))/i;

/** Plugins that may make other addresses of what is written; those that only name posts or mark links do not. */
const REWRITER =
  /^(?:@[\w-]+\/)?hexo-(?!abbrlink|external-link|generator-|deployer-|lazyload|renderer-)[\w-]*(?:link|asset|image|img|picture|photo|wiki|obsidian|relative|cdn)/i;

/** Plugins of markdown-it that may do the same. */
const MARKDOWN_PLUGIN = /link|image|img|asset|url|path/i;

const schema = z.object({
  relative_link: z.boolean().catch(false),
  marked: z
    .object({
      prependRoot: z.boolean().optional().catch(undefined),
      postAsset: z.boolean().catch(false),
    })
    .catch({ prependRoot: undefined, postAsset: false }),
  markdown: z
    .object({
      plugins: z.unknown().optional(),
      images: z
        .object({ prepend_root: z.boolean().catch(false), post_asset: z.boolean().catch(false) })
        .catch({ prepend_root: false, post_asset: false }),
    })
    .catch({ plugins: undefined, images: { prepend_root: false, post_asset: false } }),
});

/** What becomes of references in Markdown; undefined in the whole where nobody can tell. */
export interface ReferenceTreatment {
  /** Whether the root of the site is put before pictures, relative ones too; undefined where nobody can tell. */
  readonly rootsPictures: boolean | undefined;
  /** Whether a picture in the post's asset folder is found before that. */
  readonly findsAssets: boolean;
}

/** The one renderer of Markdown that a site has, if it has just one. */
export function rendererOf({ packages = [] }: { readonly packages?: readonly string[] }) {
  const renderers = packages.filter((name) => RENDERER.test(name));
  return renderers.length === 1 ? renderers[0] : undefined;
}

/** hexo-renderer-marked puts the root before pictures by `prependRoot`, which is on by default from 5 on. */
export function treatmentOf(config: SiteTable): ReferenceTreatment | undefined {
  const project = hexoProject(config);
  const { packages = [], rendererVersion, hasFilters } = project;
  const { relative_link, marked, markdown } = schema.parse(config);
  if (hasFilters || packages.some((name) => REWRITER.test(name))) return undefined;
  switch (rendererOf({ packages })) {
    case "hexo-renderer-marked": {
      const major = majorOf(rendererVersion);
      const byDefault = major === undefined ? undefined : major >= 5;
      const rootsPictures = relative_link || (major ?? 9) < 3 ? false : marked.prependRoot;
      return { rootsPictures: rootsPictures ?? byDefault, findsAssets: marked.postAsset };
    }
    case "hexo-renderer-markdown-it": {
      const { prepend_root, post_asset } = markdown.images;
      if (MARKDOWN_PLUGIN.test(JSON.stringify(markdown.plugins ?? ""))) return undefined;
      return { rootsPictures: prepend_root || post_asset, findsAssets: post_asset };
    }
    default:
      return undefined;
  }
}

/** Whether it is a picture of Markdown, whose address the renderer may write anew. */
export function isMarkdownPicture({ from, origin }: Pick<ReferencedPath, "from" | "origin">) {
  return origin === "markdown" && from === "img[src]";
}

/** Hexo leaves links as they are written, and pictures but for what the renderer does. */
export function hexoReading(reference: ReferencedPath, config: SiteTable): Reading {
  const treatment = treatmentOf(config);
  if (reference.origin === undefined || treatment === undefined) return "either";
  const isKnown = !isMarkdownPicture(reference) || treatment.rootsPictures !== undefined;
  return isKnown ? "address" : "either";
}

/** Whether the root of the site is put before a root-relative reference. */
export function hexoBasePath(
  reference: Pick<ReferencedPath, "from" | "origin">,
  config: SiteTable,
): BasePathTreatment {
  const treatment = treatmentOf(config);
  if (reference.origin === undefined || treatment === undefined) return "unknown";
  if (!isMarkdownPicture(reference)) return "never";
  if (treatment.rootsPictures === undefined) return "unknown";
  return treatment.rootsPictures ? "always" : "never";
}
