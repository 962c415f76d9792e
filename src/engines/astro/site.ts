import * as z from "zod";
import type { SiteFacts } from "../../engine/site-reader.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { readableText, siteFolder } from "../read/config-value.js";

const schema = z.object({
  site: readableText,
  base: readableText,
  srcDir: siteFolder("src"),
  publicDir: siteFolder("public"),
});

/** Where an Astro site lies and what is in it. */
export function astroSite(config: SiteTable): Omit<SiteFacts, "config"> {
  const { site, base, srcDir, publicDir } = schema.parse(config);
  const inside = (name: string): string => (srcDir === "" ? name : `${srcDir}/${name}`);
  return {
    url: site,
    base,
    sources: inside("content"),
    staticDirs: [publicDir],
    content: [inside("content"), inside("pages")],
  };
}
