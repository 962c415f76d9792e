import { lazily } from "../../article/lazily.js";
import { percentDecoded } from "../../article/percent-decoded.js";
import { join, normalise } from "../../engine/address.js";
import type { BuildManifest, BuiltRoute } from "../../facts/build-manifest.js";
import type { BuiltSite } from "./built-site.js";

/** An ending that no page has. */
const FILE = /\.(?!html?$)[a-z][a-z0-9]{0,9}$/i;

/** Whether a route is a page, whose fragments readers follow, and no other file. */
export function isPage({ address, ids }: BuiltRoute): boolean {
  return ids !== undefined || !FILE.test(address);
}

/** The address of a route as addresses are compared. */
export function addressOf({ address }: BuiltRoute): string {
  return normalise(percentDecoded(address));
}

/** What a manifest lists, as a server would look for it. */
export function pagesOfManifest({ routes }: BuildManifest, folder: string): BuiltSite {
  const byAddress = new Map<string, BuiltRoute>();
  for (const route of routes) {
    const address = addressOf(route);
    if (!byAddress.has(address)) byAddress.set(address, route);
  }
  const bySource = lazily(() => addressesBySource(routes, folder));
  const find = (address: string): BuiltRoute | undefined => {
    for (const one of answeredBy(address)) {
      const route = byAddress.get(one);
      if (route !== undefined) return route;
    }
    return undefined;
  };
  const ids = new Map<BuiltRoute, ReadonlySet<string>>();
  return {
    at(address) {
      const route = find(address);
      return route === undefined ? undefined : { isPage: isPage(route), asset: undefined };
    },
    idsAt(address) {
      const route = find(address);
      if (route?.ids === undefined) return undefined;
      const known = ids.get(route) ?? new Set(route.ids);
      ids.set(route, known);
      return known;
    },
    addressesOf: (path) => bySource().get(path),
  };
}

/** The addresses whose file a server takes for an address, best first. */
function answeredBy(address: string): readonly string[] {
  const bare = address.replace(/\/$/, "");
  return [address, bare, `${bare}/`, `${bare}.html`];
}

function addressesBySource(
  routes: readonly BuiltRoute[],
  folder: string,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const route of routes) {
    const path = route.source === undefined ? undefined : join(folder, route.source);
    if (path === undefined) continue;
    const addresses = found.get(path);
    if (addresses === undefined) found.set(path, [addressOf(route)]);
    else addresses.push(addressOf(route));
  }
  return found;
}
