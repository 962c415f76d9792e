import type { Engine } from "../../engine/engine.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import type { RawRedirect } from "./raw-redirect.js";
import { configRedirects, type RedirectSource } from "./site-config.js";
import { readTableRedirects } from "./tables.js";
import { readUnderscoreRedirects } from "./underscore.js";

/** Files that a site's own server (with the package `redirects-yaml`) and hosts read at its folder. */
const HOST_CONFIGS = ["redirects.yaml", "_redirects.yaml", "netlify.toml", "vercel.json"];

/**
 * The files of a site that hold redirects, in the order in which hosts ask them: `_redirects`, the config of
 * the host, the engine's own config, and those the site's settings name.
 */
export function redirectSources(
  engine: Engine,
  site: SiteSettings,
  textOf: (path: string) => string | undefined,
): readonly RedirectSource[] {
  const folders = [...new Set([...site.staticDirs, site.root, site.folder, ""])];
  const paths = new Set([
    ...folders.map((folder) => inside(folder, "_redirects")),
    ...[site.folder, ""].flatMap((folder) => HOST_CONFIGS.map((name) => inside(folder, name))),
    ...site.redirectFiles,
  ]);
  const sources = [...paths].flatMap((path) => {
    const text = textOf(path);
    const redirects = text === undefined ? [] : readRedirectFile(path, text);
    return redirects.length === 0 ? [] : [{ path, redirects, isBelowBase: false }];
  });
  const own = configRedirects(engine, site, textOf);
  return own === undefined ? sources : [...sources, own];
}

/** Reads a redirect file by its name: TOML, JSON and YAML tables, else lines as in `_redirects`. */
export function readRedirectFile(path: string, text: string): readonly RawRedirect[] {
  if (/\.toml$/i.test(path)) return readTableRedirects(text, "toml");
  if (/\.json$/i.test(path)) return readTableRedirects(text, "json");
  if (/\.ya?ml$/i.test(path)) return readTableRedirects(text, "yaml");
  return readUnderscoreRedirects(text);
}

function inside(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
