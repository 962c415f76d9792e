import type { FileLookup } from "../contract.js";
import type { BuiltSite } from "./built-site.js";

/** What the folder of a built site holds, as a server would look for it. */
export function pagesOfOutput(folder: string, files: FileLookup): BuiltSite {
  return {
    at(address) {
      const bare = `${folder}${address}`.replace(/\/$/, "");
      for (const candidate of [bare, `${bare}/index.html`, `${bare}.html`, `${bare}/index.htm`]) {
        const asset = files.find(candidate);
        if (asset === undefined || asset.path.normalize("NFC") !== candidate) continue;
        return { isPage: /\.html?$/i.test(asset.path), asset };
      }
      return undefined;
    },
    // Pages are not read: a manifest lists their ids.
    idsAt: () => undefined,
    addressesOf: () => undefined,
  };
}
