import * as z from "zod";
import type { Reading, ReferencedPath } from "../../engine/router.js";
import { majorOf } from "../../engine/version.js";
import type { Reference } from "../../facts/facts.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import { UnsupportedPattern } from "../../patterns/javascript-syntax.js";
import { linearPattern } from "../../patterns/linear.js";
import { isHidden } from "../read/config-value.js";
import { mditVue } from "../sluggers.js";
import fileEndings from "./file-endings.json" with { type: "json" };
import { slugifyOf } from "./slugify.js";

const pattern = z.object({ pattern: z.string(), flags: z.string() });

const uncheckedSchema = z.object({
  ignoreDeadLinks: z.boolean().catch(false),
  cleanUrls: z.boolean().catch(false),
});

const configSchema = z.object({
  ignoreDeadLinks: z.array(z.union([z.string(), pattern]).or(z.unknown())).catch([]),
});

/** Endings of names that VitePress leaves as they are: no page (`treatAsHtml` of VitePress). */
const FILE_ENDINGS: ReadonlySet<string> = new Set(fileEndings);

/** Whether a path names a file that VitePress takes for no page. */
export function isFile(path: string): boolean {
  return FILE_ENDINGS.has(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
}

/**
 * What VitePress takes a reference for. Its build demands a page for each link in Markdown, but for those to files of
 * known endings and those that say how to open; everything else is an address, and in HTML so is `other.md`. Images may
 * lie beside the article.
 */
export function vitepressReading(
  { path, from, origin, braces = "" }: ReferencedPath,
  site: SiteSettings,
): Reading {
  if (!from.startsWith("a[") && origin !== undefined) return "either";
  if (isFile(path)) return "address";
  if (isIgnored(path, site)) return "unknown";
  if (origin !== "markdown" || OPENING.test(braces)) return "address";
  if (!isUnchecked(site)) return "page";
  return path.endsWith(".md") ? "source" : "address";
}

/** Attributes of a link that VitePress leaves as it is. */
const OPENING = /(?:^|\s)(?:target|download)(?:=|\s|$)/;

/** Whether links that the build does not check are written as a host may serve them, a folder as a page. */
function isUnchecked({ config }: SiteSettings): boolean {
  const { ignoreDeadLinks, cleanUrls } = uncheckedSchema.parse(config);
  return ignoreDeadLinks && cleanUrls;
}

/** Whether the site tells VitePress not to look for a link's target (`shouldIgnoreDeadLink` of VitePress). */
function isIgnored(path: string, { config }: SiteSettings): boolean {
  if (isHidden(config, "ignoreDeadLinks")) return true;
  const { ignoreDeadLinks } = configSchema.parse(config);
  if (ignoreDeadLinks.length === 0) return false;
  const bare = path.replace(/\.(?:html|md)$/, "").replace(/\/$/, "/index");
  const link = /^(?:\.?\/)/.test(bare) ? bare : `./${bare}`;
  return ignoreDeadLinks.some((entry) => {
    if (typeof entry === "string") return entry === link;
    const known = pattern.safeParse(entry).data;
    // A function decides, or a pattern that cannot be run in bounded time.
    return known === undefined || matches(known, link);
  });
}

function matches(known: z.infer<typeof pattern>, link: string): boolean {
  try {
    return linearPattern(known.pattern, known.flags.replace(/[dgy]/g, "")).test(link);
  } catch (error) {
    return error instanceof UnsupportedPattern;
  }
}

/** From 2.0 on the fragment of a link in Markdown is made into a slug, as headings are; in HTML it stays. */
export function vitepressFragment(
  { origin }: Reference,
  fragment: string,
  { version, config }: SiteSettings,
): string {
  const major = majorOf(version);
  if (origin !== "markdown" || major === undefined || major < 2) return fragment;
  try {
    return (slugifyOf(config) ?? mditVue)(decodeURI(fragment));
  } catch {
    return fragment;
  }
}
