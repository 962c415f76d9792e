import type { ConfiguredRedirect } from "../../engine/redirects.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { isTable } from "../read/table.js";
import { mkdocsConfig } from "./config.js";
import { pageAddress } from "./router.js";

/** Redirects of the plugin `redirects`: from files that are no more to files or addresses. */
export function readRedirects(table: SiteTable): readonly ConfiguredRedirect[] {
  const { plugins, use_directory_urls: isFolder } = mkdocsConfig(table);
  const maps = plugins.redirects?.redirect_maps;
  if (!isTable(maps)) return [];
  return Object.entries(maps).flatMap(([from, to]) => {
    if (typeof to !== "string") return [];
    const [file = "", fragment] = to.split("#");
    const isFile = !/^(?:[a-z]+:)?\//i.test(to);
    const target = isFile ? pageAddress(file, isFolder) : to;
    const end = isFile && fragment !== undefined ? `#${fragment}` : "";
    return [{ from: pageAddress(from, isFolder), to: target + end, status: 302 }];
  });
}
