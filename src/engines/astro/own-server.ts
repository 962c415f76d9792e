import { below } from "../../engine/address.js";
import type { SiteFiles } from "../../engine/router.js";
import { routePath } from "../read/config-value.js";

/** Code that starts the pages of a build itself, as the Node adapter's mode `middleware` asks for. */
const STARTS_PAGES = /\bdist\/server\/entry\b/;

const ADDRESS = /(["'`])(\/[\w./~-]{1,200})\1/g;

/** The addresses that a server of the site's own names in its code: what it answers there, nobody knows. */
export function addressesOfServer(
  folder: string,
  files: Pick<SiteFiles, "list" | "text">,
): readonly string[] {
  const scripts = files
    .list()
    .filter((path) => /^[^/]+\.(?:[cm]?js|m?ts)$/.test(below(path, folder) ?? ""));
  return scripts
    .map((path) => files.text(path) ?? "")
    .filter((text) => STARTS_PAGES.test(text))
    .flatMap((text) => [...text.matchAll(ADDRESS)].map(([, , address = ""]) => routePath(address)))
    .filter((address) => address !== "/");
}
