import * as z from "zod";
import type { Reading, ReferencedPath } from "../../engine/router.js";
import { majorOf } from "../../engine/version.js";
import type { Reference } from "../../facts/facts.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import { isHidden } from "../read/config-value.js";
import { mditVue } from "../sluggers.js";

const pattern = z.object({ pattern: z.string(), flags: z.string() });

const configSchema = z.object({
  ignoreDeadLinks: z.array(z.union([z.string(), pattern]).or(z.unknown())).catch([]),
});

/** Endings of files that are served as they are: no page. */
const FILE = /\.(?!html?$|md$)[a-z][a-z0-9]{0,5}$/i;

/** What could take long to fail is not run. */
const SAFE = /^(?:[^()\\]|\\.|\((?![^)]*[*+{])[^()]*\)(?![*+{]))*$/;

/**
 * What VitePress takes a reference for. A link in Markdown to `other.md` is one to a page; everything else is an
 * address, and in HTML so is `other.md`. Files and images may lie beside the article.
 */
export function vitepressReading(
  { path, from, origin }: ReferencedPath,
  site: SiteSettings,
): Reading {
  if (!from.startsWith("a[") && origin !== undefined) return "either";
  if (FILE.test(path)) return "either";
  if (isIgnored(path, site)) return "unknown";
  return path.endsWith(".md") && origin !== "html" ? "source" : "address";
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
    // A function decides, or a pattern that nobody should run.
    if (known === undefined || known.pattern.length > 200 || !SAFE.test(known.pattern)) return true;
    return matches(known, link);
  });
}

function matches(known: z.infer<typeof pattern>, link: string): boolean {
  try {
    return new RegExp(known.pattern, known.flags.replace(/[gy]/g, "")).test(link);
  } catch {
    return false;
  }
}

/** From 2.0 on the fragment of a link in Markdown is made into a slug, as headings are; in HTML it stays. */
export function vitepressFragment(
  { origin }: Reference,
  fragment: string,
  { version }: SiteSettings,
): string {
  const major = majorOf(version);
  if (origin !== "markdown" || major === undefined || major < 2) return fragment;
  try {
    return mditVue(decodeURI(fragment));
  } catch {
    return fragment;
  }
}
