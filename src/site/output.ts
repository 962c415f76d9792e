import type { SiteSettings } from "../facts/site-settings.js";
import type { Resolution } from "../rule/site-index.js";
import type { AddressTable } from "./address-table.js";
import type { FileLookup } from "./contract.js";

/** Whether the built site is there to decide which addresses exist. */
export function isBuilt({ output }: SiteSettings, files: FileLookup): boolean {
  return output !== undefined && files.hasFolder(output);
}

/** What the built site holds at an address: the page of an article, another page, or a file. */
export function builtFile(
  address: string,
  site: SiteSettings,
  table: AddressTable,
  files: FileLookup,
): Resolution | undefined {
  if (!isBuilt(site, files)) return undefined;
  const bare = `${site.output}${address}`.replace(/\/$/, "");
  for (const candidate of [bare, `${bare}/index.html`, `${bare}.html`, `${bare}/index.htm`]) {
    const asset = files.find(candidate);
    if (asset === undefined || asset.path.normalize("NFC") !== candidate) continue;
    const path = table.at(address);
    if (path !== undefined) return { verdict: "article", path, fragment: undefined };
    return /\.html?$/i.test(asset.path)
      ? { verdict: "generated", address }
      : { verdict: "asset", asset, fragment: undefined };
  }
  return undefined;
}
