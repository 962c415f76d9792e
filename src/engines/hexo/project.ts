import { join } from "node:path";
import * as z from "zod";
import type { SiteReader } from "../../engine/site-reader.js";
import type { SiteTable } from "../../facts/site-settings.js";

const manifest = z.object({
  dependencies: z.record(z.string(), z.unknown()).catch({}),
  devDependencies: z.record(z.string(), z.unknown()).catch({}),
});

const schema = z.object({
  /** Names of the packages that a site depends on; undefined where nobody can tell. */
  packages: z.array(z.string()).optional().catch(undefined),
  rendererVersion: z.string().optional().catch(undefined),
  /** Tags that scripts of the site or its theme define. */
  ownTags: z.array(z.string()).catch([]),
  /** Those of them that need a closing tag. */
  pairTags: z.array(z.string()).catch([]),
  /** Whether scripts of the site change what posts are rendered to. */
  hasFilters: z.boolean().catch(false),
});

/** What lies around the config of a site and changes what Hexo does. */
export type HexoProject = z.infer<typeof schema>;

/** What {@link withProject} put into a site's config. */
export function hexoProject(config: SiteTable): HexoProject {
  return schema.parse(config);
}

const TAG = /\btag\s*\.\s*register\s*\(\s*["'`]([\w-]+)["'`]/g;
/** `tag.register("x", x, true)`, `tag.register("x", x, { ends: true })` */
const PAIR_TAG =
  /\btag\s*\.\s*register\s*\(\s*["'`]([\w-]+)["'`]\s*,\s*[\w.]+\s*,\s*(?:true|\{\s*ends:\s*true\b)/g;
const FILTER =
  /\bfilter\s*\.\s*register\s*\(\s*["'`](?:before_post_render|after_post_render|after_render:html|marked|markdown-it)/;

/** Deepest folder of scripts that is gone into. */
const DEEPEST = 3;

/**
 * A site's config with what its package.json and its scripts tell: Hexo runs every script below `scripts`, and those
 * of the theme.
 */
export function withProject(
  config: SiteTable,
  folder: string,
  theme: string | undefined,
  reader: SiteReader,
): SiteTable {
  const { dependencies, devDependencies } = manifest.parse(
    reader.config(join(folder, "package.json")),
  );
  const packages = [dependencies, devDependencies].flatMap((list) => Object.keys(list));
  const own = scriptsIn(join(folder, "scripts"), reader);
  const inTheme = theme === undefined ? [] : scriptsIn(join(folder, "themes", theme), reader);
  const scripts = [...own, ...inTheme];
  const ownTags = namesIn(scripts, TAG);
  const pairTags = namesIn(scripts, PAIR_TAG);
  const facts = {
    ...(packages.length === 0 ? {} : { packages }),
    ...(ownTags.length === 0 ? {} : { ownTags }),
    ...(pairTags.length === 0 ? {} : { pairTags }),
    ...(own.some((text) => FILTER.test(text)) ? { hasFilters: true } : {}),
  };
  const rendererVersion = reader.versionOf(folder, "hexo-renderer-marked");
  const whole = rendererVersion === undefined ? facts : { ...facts, rendererVersion };
  return Object.keys(whole).length === 0 ? config : { ...config, ...whole };
}

function namesIn(scripts: readonly string[], pattern: RegExp): readonly string[] {
  return scripts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = ""]) => name));
}

function scriptsIn(folder: string, reader: SiteReader, depth = 0): readonly string[] {
  return reader.entries(folder).flatMap(({ name, isFolder }) => {
    const path = join(folder, name);
    if (isFolder) return depth < DEEPEST ? scriptsIn(path, reader, depth + 1) : [];
    return /\.[cm]?js$/.test(name) ? (reader.text(path) ?? []) : [];
  });
}
