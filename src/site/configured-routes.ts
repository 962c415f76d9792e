import { remembered } from "../article/remembered.js";
import type { SiteSettings } from "../facts/site-settings.js";
import { globMatcher } from "../patterns/globs.js";
import type { Resolution } from "../rule/site-index.js";
import { ARTICLE_EXTENSION } from "./candidates.js";
import type { FileLookup } from "./contract.js";

const matcher = remembered((glob: string) => globMatcher(glob, { dot: true }));

/** What the config's `site.routes` say of an address; the first glob that matches decides. */
export function configuredRoute(
  address: string,
  { routes }: SiteSettings,
  files: FileLookup,
): Resolution | undefined {
  for (const [glob, target] of Object.entries(routes)) {
    if (glob !== address && !matcher(glob)(address)) continue;
    if (target === true) return { verdict: "generated", address };
    const asset = files.find(target);
    if (asset === undefined) return undefined;
    return ARTICLE_EXTENSION.test(asset.path)
      ? { verdict: "article", path: asset.path, fragment: undefined }
      : { verdict: "asset", asset, fragment: undefined };
  }
  return undefined;
}
