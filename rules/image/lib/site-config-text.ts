import type { SiteTable } from "../../../src/rules.js";

const texts = new WeakMap<SiteTable, string>();

/** A site's own config as one text, to look for plug-ins that are named in one of many places. Made once a config. */
export function siteConfigText(config: SiteTable): string {
  const known = texts.get(config);
  if (known !== undefined) return known;
  const text = JSON.stringify(config);
  texts.set(config, text);
  return text;
}
