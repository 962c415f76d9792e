import * as z from "zod";
import type { Slugger } from "../../engine/engine.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import { configText } from "../read/config-value.js";
import { github, kramdown, kramdownGfm, kramdownPlain } from "../sluggers.js";

/** The ids that some version of Jekyll or GitHub Pages may make. */
export const ALL: readonly Slugger[] = [kramdownGfm, kramdownPlain, kramdown, github];

const schema = z.object({
  markdown: configText.transform((name) => name?.toLowerCase() ?? "kramdown"),
  kramdown: z
    .object({
      input: configText.transform((name) => name?.toLowerCase() ?? "gfm"),
      auto_id_prefix: configText.transform((prefix) => prefix ?? ""),
      gfm_quirks: z
        .union([z.string(), z.array(z.unknown()).transform((list) => list.join(","))])
        .catch(""),
      parse_block_html: z.boolean().catch(false),
    })
    .catch({ input: "gfm", auto_id_prefix: "", gfm_quirks: "", parse_block_html: false }),
});

/** Whether kramdown renders the site's Markdown; it links no bare addresses, other renderers of GitHub Pages do. */
export function rendersWithKramdown({ config }: SiteSettings): boolean {
  return schema.parse(config).markdown === "kramdown";
}

/** Whether kramdown renders the site's Markdown and reads none in blocks of HTML. */
export function leavesHtml({ config }: SiteSettings): boolean {
  const { markdown, kramdown: options } = schema.parse(config);
  return markdown === "kramdown" && !options.parse_block_html;
}

/**
 * How a site makes the ids of headings: Jekyll 4 has kramdown read GFM unless the config says otherwise
 * (https://jekyllrb.com/docs/configuration/markdown/). Without a config nobody knows.
 */
export function jekyllSluggers({ config }: SiteSettings): readonly Slugger[] {
  if (Object.keys(config).length === 0) return ALL;
  const { markdown, kramdown: options } = schema.parse(config);
  if (markdown !== "kramdown") return ALL;
  const { input, auto_id_prefix: prefix, gfm_quirks: quirks } = options;
  const slugger =
    input === "kramdown"
      ? kramdown
      : quirks.includes("no_auto_typographic")
        ? kramdownPlain
        : kramdownGfm;
  return [prefix === "" ? slugger : (text, code) => prefix + slugger(text, code)];
}
