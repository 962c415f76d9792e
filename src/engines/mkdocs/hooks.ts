import { join } from "node:path";
import * as z from "zod";
import type { SiteReader } from "../../engine/site-reader.js";
import type { SiteTable } from "../../facts/site-settings.js";

/** Stands in the config for what the code of hooks shows. */
const REWRITES = "hooksRewriteMarkdown";

const schema = z.object({
  hooks: z.array(z.string()).catch([]),
  [REWRITES]: z.boolean().catch(false),
});

/** Events in which a hook may change Markdown, its files, or the extensions that read it. */
const CHANGES = /\bon_(?:page_markdown|page_read_source|pre_page|config|files)\b/;

/** Whether a hook of the site, which is code of its own, may change what Python-Markdown is given; also one that is not there. */
export function hookEffects(config: SiteTable, folder: string, reader: SiteReader): SiteTable {
  const rewrites = schema
    .parse(config)
    .hooks.some((hook) => CHANGES.test(reader.text(join(folder, hook)) ?? "on_config"));
  return rewrites ? { [REWRITES]: true } : {};
}

/** Whether `hookEffects` has found a hook that may change Markdown. */
export function hooksRewriteMarkdown(config: SiteTable): boolean {
  return schema.parse(config)[REWRITES];
}
