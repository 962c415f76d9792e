import * as z from "zod";
import type { SiteTable } from "../../facts/site-settings.js";

/** How Zola makes addresses and ids of names: of ASCII letters alone, of what is safe in a path, or not at all. */
export type ZolaSlugs = "on" | "safe" | "off";

/** A taxonomy of a site, for one language. */
export interface ZolaTaxonomy {
  readonly name: string;
  readonly lang: string | undefined;
}

/** The members of a Zola config that decide addresses. */
export interface ZolaConfig {
  readonly url: string | undefined;
  readonly defaultLanguage: string;
  readonly languages: readonly string[];
  readonly slugs: {
    readonly paths: ZolaSlugs;
    readonly taxonomies: ZolaSlugs;
    readonly anchors: ZolaSlugs;
  };
  readonly taxonomies: readonly ZolaTaxonomy[];
  readonly taxonomyRoot: string | undefined;
  readonly keepsDates: boolean;
  readonly feeds: readonly string[];
}

const text = z.string().optional().catch(undefined);
const slugs = z.enum(["on", "safe", "off"]).catch("on");
const taxonomies = z
  .array(z.object({ name: z.string(), lang: text }))
  .optional()
  .catch(undefined);

const schema = z.object({
  base_url: text,
  default_language: z.string().catch("en"),
  languages: z.record(z.string(), z.object({ taxonomies })).catch({}),
  slugify: z
    .object({ paths: slugs, taxonomies: slugs, anchors: slugs })
    .optional()
    .catch(undefined),
  taxonomies,
  taxonomy_root: text,
  feed_filenames: z.array(z.string()).catch(["atom.xml"]),
  feed_filename: text,
});

const datesSchema = z.object({ slugify: z.object({ paths_keep_dates: z.boolean() }) });

export function readZolaConfig(config: SiteTable): ZolaConfig {
  const read = schema.parse(config);
  const keepsDates = datesSchema.safeParse(config).data?.slugify.paths_keep_dates;
  return {
    url: read.base_url,
    defaultLanguage: read.default_language,
    languages: Object.keys(read.languages).filter((code) => code !== read.default_language),
    slugs: read.slugify ?? { paths: "on", taxonomies: "on", anchors: "on" },
    taxonomies: [
      ...(read.taxonomies ?? []).map(({ name, lang }) => ({ name, lang })),
      ...Object.entries(read.languages).flatMap(([lang, own]) =>
        (own.taxonomies ?? []).map(({ name }) => ({ name, lang })),
      ),
    ],
    taxonomyRoot: read.taxonomy_root,
    keepsDates: keepsDates ?? false,
    feeds: read.feed_filename === undefined ? read.feed_filenames : [read.feed_filename],
  };
}
