import type { SiteSettings } from "../facts/site-settings.js";

/**
 * Whether the host of a site answers `/x/` with `x.html`, directly or by a redirect, as Netlify and Cloudflare Pages do
 * (https://github.com/slorber/trailing-slash-guide). Files that no other host reads tell which one it is.
 */
export function takesSlashesOff(
  { folder, root, staticDirs }: SiteSettings,
  textOf: (path: string) => string | undefined,
): boolean {
  const homes = [...new Set([folder, ""])];
  const served = [...new Set([...staticDirs, root, ...homes])];
  const paths = [
    ...homes.map((home) => inside(home, "netlify.toml")),
    ...served.map((home) => inside(home, "_redirects")),
  ];
  return paths.some((path) => textOf(path) !== undefined);
}

function inside(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
