import { lazily } from "../../article/lazily.js";
import type { LayoutBase, SiteFiles } from "../../engine/router.js";
import type { Reference } from "../../facts/facts.js";
import type { HugoConfig } from "./config.js";
import type { HookEffect, HookKind } from "./hook-effect.js";
import { readHooks, readLayoutBase } from "./hooks.js";
import { createLookup, type PageLookup, type SiteFile } from "./lookup.js";
import { readShortcodes, type Shortcodes } from "./shortcodes.js";

/** What becomes of references in a site: by render hooks, by lookups, by `<base href>`. */
export interface HugoReferences {
  lookup(): PageLookup;
  treatment(from: SiteFile, kind: HookKind): HookEffect;
  /** Whether a hook may make something else of an address. */
  mayRewrite(from: SiteFile, kind: HookKind, url: string): boolean;
  /** Whether a hook gives an address a meaning of its own. */
  names(from: SiteFile, kind: HookKind, url: string): boolean;
  /** A path as a hook writes it into the page. */
  written(from: SiteFile, kind: HookKind, path: string): string;
  /** Whether a shortcode of the site stands in for Hugo's own, or Hugo's own takes the picture from `assets`. */
  hasOwnTag(reference: Reference): boolean;
  base(): LayoutBase | undefined;
  readonly shortcodes: Shortcodes;
  /** Whether a theme or module is not there, so that nobody knows its layouts. */
  hasUnknownLayouts(): boolean;
}

/** @param isMadePage whether Hugo makes a page of a folder of content without an article */
export function readReferences(
  config: HugoConfig,
  files: readonly SiteFile[],
  siteFiles: SiteFiles | undefined,
  isMadePage: (folder: string) => boolean,
): HugoReferences {
  const { layouts, embedded } = config;
  const links = readHooks(layouts, siteFiles, embedded.link);
  const images = readHooks(layouts, siteFiles, embedded.image);
  const has = (folder: string): boolean =>
    siteFiles?.list().some((path) => path === folder || path.startsWith(`${folder}/`)) ?? false;
  const hooksOf = (kind: HookKind) => (kind === "image" ? images : links);
  const hasUnknownLayouts = lazily(
    () =>
      siteFiles === undefined ||
      config.themes.some((theme) => !has(theme)) ||
      (config.hasModules && !layouts.some((folder) => folder.endsWith("_vendor") && has(folder))),
  );
  const shortcodes = readShortcodes(
    layouts,
    siteFiles,
    () =>
      hasUnknownLayouts() ||
      config.hasModules ||
      config.hasMovedLayouts ||
      config.themes.some((theme) => importsLayouts(theme, siteFiles)),
  );
  return {
    shortcodes,
    hasUnknownLayouts,
    hasOwnTag: ({ from, url }) => {
      const name = /^tag:(.+)$/.exec(from)?.[1];
      if (name === undefined) return false;
      return shortcodes.has(name) || has(`assets/${url.replace(/^\/+/, "")}`);
    },
    lookup: lazily(() => createLookup(files, isMadePage)),
    treatment: ({ file }, kind) => hooksOf(kind).effect(kind, file.folders[0] ?? ""),
    mayRewrite: ({ file }, kind, url) => hooksOf(kind).mayRewrite(kind, file.folders[0] ?? "", url),
    names: ({ file }, kind, url) => hooksOf(kind).names(kind, file.folders[0] ?? "", url),
    written: ({ file }, kind, path) => hooksOf(kind).written(kind, file.folders[0] ?? "", path),
    base: lazily(() => readLayoutBase(layouts, siteFiles)),
  };
}

const THEME_CONFIGS = ["hugo", "config", "theme"].flatMap((name) =>
  ["toml", "yaml", "yml", "json"].map((ending) => `${name}.${ending}`),
);

/** Whether a theme builds on modules or themes of its own. */
function importsLayouts(theme: string, files: SiteFiles | undefined): boolean {
  return THEME_CONFIGS.some((name) =>
    /\bimports\b|\bmounts\b|^\s*"?theme"?\s*[=:]/m.test(files?.text(`${theme}/${name}`) ?? ""),
  );
}

/** The hook that renders a reference, where one does. */
export function hookKindOf({ from }: Pick<Reference, "from">): HookKind | undefined {
  if (from === "a[href]") return "link";
  return from === "img[src]" ? "image" : undefined;
}
