import type { SiteTable } from "../../../src/rules.js";

const texts = new WeakMap<SiteTable, string>();

/** The config of a site as one text, to search for plugins that may be named in one of many places. Made once per config. */
export function siteConfigText(config: SiteTable): string {
  const known = texts.get(config);
  if (known !== undefined) return known;
  const text = JSON.stringify(config);
  texts.set(config, text);
  return text;
}
