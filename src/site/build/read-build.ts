import type { SiteSettings } from "../../facts/site-settings.js";
import type { FileLookup } from "../contract.js";
import type { BuiltSite } from "./built-site.js";
import { pagesOfManifest } from "./manifest-pages.js";
import { pagesOfOutput } from "./output-folder.js";

/** The built site as its folder and its manifest show it; undefined where neither is there. */
export function builtSite(settings: SiteSettings, files: FileLookup): BuiltSite | undefined {
  const { manifest: file, output } = settings;
  const manifest = file === undefined ? undefined : files.manifest?.(file);
  const known = [
    ...(output !== undefined && files.hasFolder(output) ? [pagesOfOutput(output, files)] : []),
    ...(manifest === undefined ? [] : [pagesOfManifest(manifest, settings.folder)]),
  ];
  return known.length === 0 ? undefined : together(known);
}

function together(known: readonly BuiltSite[]): BuiltSite {
  const first = <Value>(ask: (one: BuiltSite) => Value | undefined): Value | undefined => {
    for (const one of known) {
      const answer = ask(one);
      if (answer !== undefined) return answer;
    }
    return undefined;
  };
  return {
    at: (address) => first((one) => one.at(address)),
    idsAt: (address) => first((one) => one.idsAt(address)),
    addressesOf: (path) => first((one) => one.addressesOf(path)),
  };
}
