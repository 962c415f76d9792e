import * as z from "zod";
import type { Slugger } from "../../engine/engine.js";
import type { SiteSettings, SiteTable } from "../../facts/site-settings.js";
import { github, markdownItAnchor, slugize, slugizeEscaped, smartSlugize } from "../sluggers.js";
import { rendererOf } from "./links.js";

/** The ids that one of Hexo's renderers may make. */
export const ALL: readonly Slugger[] = [
  smartSlugize,
  slugize,
  slugizeEscaped,
  github,
  markdownItAnchor,
];

const schema = z.object({
  packages: z.array(z.string()).catch([]),
  marked: z
    .object({
      smartypants: z.boolean().catch(true),
      modifyAnchors: z.union([z.literal(0), z.literal(1), z.literal(2)]).catch(0),
    })
    .catch({ smartypants: true, modifyAnchors: 0 }),
});

/** Whether quotation marks become curly, which `marked.smartypants` switches off. */
export function curlsInHexo(config: SiteTable): boolean {
  return schema.parse(config).marked.smartypants;
}

/**
 * How a site makes the ids of headings: hexo-renderer-marked keeps their case and curls quotation marks before
 * (`lib/renderer.js`, 5 to 7). Other renderers have ways of their own.
 */
export function hexoSluggers({ config }: SiteSettings): readonly Slugger[] {
  const { packages, marked } = schema.parse(config);
  if (rendererOf({ packages }) !== "hexo-renderer-marked") return ALL;
  const slugger = marked.smartypants ? smartSlugize : slugize;
  switch (marked.modifyAnchors) {
    case 1:
      return [(text, code) => slugger(text, code).toLowerCase()];
    case 2:
      return [(text, code) => slugger(text, code).toUpperCase()];
    default:
      return [slugger];
  }
}
