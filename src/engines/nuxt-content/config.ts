import * as z from "zod";
import { type SiteTable, UNREADABLE } from "../../facts/site-settings.js";
import { configText, isHidden, readableText, siteFolder } from "../read/config-value.js";

const text = z.string().regex(/^[^\0]+$/);

/** Of a folder elsewhere, or another repository, nothing is known here. */
const sourceSchema = z
  .object({
    include: text,
    exclude: z.array(z.string()).catch([]),
    prefix: z.string().optional(),
    cwd: z.never().optional(),
    repository: z.never().optional(),
  })
  .transform(({ include, exclude, prefix }): ContentSource => ({ include, exclude, prefix }));

const collectionSchema = z.object({
  type: z.enum(["page", "data"]),
  source: z
    .union([
      text.transform((include): ContentSource => ({ include, exclude: [], prefix: undefined })),
      sourceSchema,
      z.array(sourceSchema),
    ])
    .optional()
    .transform((source) => (source === undefined ? [] : [source].flat())),
});

const schema = z.object({
  srcDir: siteFolder(""),
  dir: z.object({ public: siteFolder("public") }).catch({ public: "public" }),
  app: z.object({ baseURL: readableText }).catch({ baseURL: undefined }),
  site: z.object({ url: readableText }).catch({ url: undefined }),
  modules: z
    .array(
      z
        .union([configText, z.tuple([configText], z.unknown()).transform(([name]) => name)])
        .catch(""),
    )
    .catch([]),
  extends: z.unknown().optional(),
});

/** Files that a collection takes from the folder of content, and the address that they lie below. */
export interface ContentSource {
  /** A glob relative to the folder of content. */
  readonly include: string;
  readonly exclude: readonly string[];
  /** In place of the folder that the glob begins with. */
  readonly prefix: string | undefined;
}

/** What decides the addresses of a site of Nuxt Content. */
export interface NuxtContentConfig {
  /** Folder of the application's own code, relative to the site's. */
  readonly srcDir: string;
  readonly publicDir: string;
  readonly base: string | undefined;
  readonly url: string | undefined;
  readonly modules: readonly string[];
  /** What makes pages of content. */
  readonly sources: readonly ContentSource[];
  /** Whether layers that are not in view may add pages. */
  readonly hasLayers: boolean;
  /** Whether code may decide where content is shown, or addresses begin with a language. */
  readonly certain: boolean;
}

/** All Markdown is one collection of pages where no config says otherwise. */
const USUAL: readonly ContentSource[] = [{ include: "**", exclude: [], prefix: undefined }];

/** Reads `nuxt.config` and, below `collections`, what `content.config` defines. */
export function nuxtContentConfig(config: SiteTable): NuxtContentConfig {
  const { srcDir, dir, app, site, modules, extends: layers } = schema.parse(config);
  const names = modules.flatMap((name) => name ?? []);
  const { sources, isKnown } = sourcesIn(config.collections);
  return {
    srcDir,
    publicDir: dir.public,
    base: app.baseURL,
    url: site.url,
    modules: names,
    sources,
    hasLayers: layers !== undefined || isHidden(config, "extends"),
    certain:
      isKnown &&
      !isHidden(config, "modules", "content") &&
      !names.some((name) => name.includes("i18n")) &&
      !hasOwnSources(config.content),
  };
}

function sourcesIn(collections: unknown): {
  readonly sources: readonly ContentSource[];
  readonly isKnown: boolean;
} {
  if (collections === undefined) return { sources: USUAL, isKnown: true };
  const table = z.record(z.string(), z.unknown()).safeParse(collections).data;
  if (table === undefined || isHidden(table, "*")) return { sources: [], isKnown: false };
  const read = Object.values(table).map((one) => collectionSchema.safeParse(one).data);
  return {
    sources: read.flatMap((one) => (one?.type === "page" ? one.source : [])),
    isKnown: !read.includes(undefined),
  };
}

const optionsSchema = z.object({
  sources: z.unknown().optional(),
  locales: z.unknown().optional(),
  ignores: z.unknown().optional(),
  respectPathCase: z.unknown().optional(),
});

/** Whether the options of version 2 name other folders, languages or spellings. */
function hasOwnSources(content: unknown): boolean {
  const options = optionsSchema.safeParse(content).data;
  return (
    content === UNREADABLE || Object.values(options ?? {}).some((option) => option !== undefined)
  );
}
