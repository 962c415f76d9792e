import * as z from "zod";
import { TEMPLATE_FILLER } from "../../article/templates.js";
import type { Slugger } from "../../engine/engine.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { isHidden } from "../read/config-value.js";
import { runnableSteps } from "../read/text-steps.js";
import { github, mditVue, outsideCode, sindresorhus } from "../sluggers.js";

/** A component in a heading that closes itself prints no words of the heading (`getTokensText` of VitePress). */
const COMPONENT = /<[A-Za-z][\w.:-]*(?:\s[^<>]*)?\/>/g;

/** Functions of packages that sites make ids with, by `package name`. */
const PACKAGES: ReadonlyMap<string, Slugger> = new Map([
  ["@mdit-vue/shared slugify", mditVue],
  ["github-slugger slug", github],
  ["@sindresorhus/slugify default", sindresorhus],
]);

const schema = z.object({
  markdown: z.object({ anchor: z.record(z.string(), z.unknown()).catch({}) }),
});
const imported = z.object({ package: z.string(), name: z.string() });

/** Asked for each link of a site, with one and the same config. */
const known = new WeakMap<SiteTable, { readonly slugify: Slugger | undefined }>();

/** How the words of headings become ids: by `markdown.anchor.slugify`, else by VitePress' own way; undefined where nobody knows. */
export function slugifyOf(config: SiteTable): Slugger | undefined {
  const found = known.get(config) ?? { slugify: readSlugify(config) };
  known.set(config, found);
  return found.slugify;
}

function readSlugify(config: SiteTable): Slugger | undefined {
  const anchor = schema.safeParse(config).data?.markdown.anchor ?? {};
  if (isHidden(anchor, "slugify")) return undefined;
  const { slugify } = anchor;
  if (slugify === undefined) return mditVue;
  const named = imported.safeParse(slugify).data;
  return named === undefined
    ? runnableSteps(slugify)
    : PACKAGES.get(`${named.package} ${named.name}`);
}

/** The id of a heading: of its words and code, without components. */
export function vitepressSlug(slugify: Slugger = mditVue): Slugger {
  return (text, code = []) =>
    slugify(
      outsideCode(text, code, (part) =>
        part.replace(COMPONENT, "").replaceAll(TEMPLATE_FILLER, ""),
      ),
    );
}

/** The sluggers that a site may have. */
export function vitepressSluggers(config: SiteTable): readonly Slugger[] {
  const slugify = slugifyOf(config) ?? mditVue;
  const own = vitepressSlug(slugify);
  return slugify === mditVue && mayHaveOtherIds(config) ? [own, github] : [own];
}

const markdownSchema = z.object({ markdown: z.record(z.string(), z.unknown()).catch({}) });

/** Whether the site makes ids of headings in a way of its own. */
function mayHaveOtherIds(config: SiteTable): boolean {
  const { markdown } = markdownSchema.parse(config);
  return (
    isHidden(config, "markdown") ||
    isHidden(markdown, "anchor", "config", "slugify") ||
    ["anchor", "config"].some((key) => Object.hasOwn(markdown, key))
  );
}
