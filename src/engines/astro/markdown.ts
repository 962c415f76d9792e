import GithubSlugger from "github-slugger";
import * as z from "zod";
import type { Syntax } from "../../article/syntax.js";
import type { Slugger, WrittenArticle } from "../../engine/engine.js";
import { majorOf } from "../../engine/version.js";
import type { HeadingFact } from "../../facts/facts.js";
import type { SiteSettings, SiteTable } from "../../facts/site-settings.js";
import { isHidden } from "../read/config-value.js";
import { github } from "../sluggers.js";

type Site = Pick<SiteSettings, "config" | "version">;

const table = z.record(z.string(), z.unknown());

const schema = z.object({
  experimental: table.catch({}),
  markdown: table.catch({}),
});

/** Lists of a config's `markdown` whose plugins may change headings. */
const PLUGINS = ["remarkPlugins", "rehypePlugins", "processor"];

/** The sluggers that make the ids of headings, one hyphen at the end aside. */
export function sluggersOf(site: Site): readonly Slugger[] {
  return keepsHyphen(site) === "yes" ? [github] : [github, withoutHyphen];
}

/** `{#id}` is text, unless a plugin of the site makes something of it; MDX takes it for code in any case. */
export function syntaxOf({ path }: WrittenArticle, { config }: Site): Partial<Syntax> {
  const isMdx = /\.mdx$/i.test(path);
  return { headingIds: !isMdx && hasPlugins(config) ? "maybe" : "no" };
}

/**
 * The ids that headings get from their text, as `rehypeHeadingIds` of `@astrojs/markdown-remark` makes them: numbered
 * first, then without one hyphen at the end. Dashes outside code are typographic by then, and no part of an id.
 */
export function anchorsOf(headings: readonly HeadingFact[], site: Site): readonly string[] {
  const keeps = keepsHyphen(site);
  const slugged = headings.filter(({ id }) => id === undefined || hasPlugins(site.config));
  const ids = [(text: string) => text, withTypographicDashes].flatMap((made) => {
    const slugger = new GithubSlugger();
    return slugged.map(({ text }) => slugger.slug(made(text)));
  });
  return [
    ...(keeps === "no" ? [] : ids),
    ...(keeps === "yes" ? [] : ids.map((id) => id.replace(/-$/, ""))),
  ];
}

const withoutHyphen: Slugger = (text) => github(text).replace(/-$/, "");

function withTypographicDashes(text: string): string {
  return text.replace(/-{2,3}/g, "\u2014");
}

/** Whether an id keeps a hyphen at its end: since Astro 6, before that by choice. */
function keepsHyphen({ config, version }: Site): "yes" | "no" | "maybe" {
  const { experimental } = schema.parse(config);
  if (experimental.headingIdCompat === true) return "yes";
  const major = majorOf(version);
  if (major === undefined || hasPlugins(config) || isHidden(experimental, "headingIdCompat"))
    return "maybe";
  return major >= 6 ? "yes" : "no";
}

/** Whether plugins of the site may read Markdown in a way of their own. */
export function hasPlugins(config: SiteTable): boolean {
  const { markdown } = schema.parse(config);
  return (
    isHidden(config, "markdown") ||
    isHidden(markdown, ...PLUGINS) ||
    PLUGINS.some((key) => {
      const list = markdown[key];
      return Array.isArray(list) ? list.length > 0 : list !== undefined;
    })
  );
}
