import * as z from "zod";
import { type SiteTable, UNREADABLE } from "../../facts/site-settings.js";
import { configText, folderPath, isHidden, siteGlobs } from "../read/config-value.js";

/** The members of an Astro config that decide addresses; `base` and `site` are the settings' `url` already. */
const schema = z.object({
  srcDir: configText.transform((path) => folderPath(path ?? "src")),
  trailingSlash: z.enum(["always", "never", "ignore"]).catch("ignore"),
  build: z
    .object({ format: z.enum(["directory", "file", "preserve"]).catch("directory") })
    .catch({ format: "directory" }),
  i18n: z
    .looseObject({
      locales: z
        .array(z.union([z.string(), z.object({ path: z.string() }).transform(({ path }) => path)]))
        .catch([]),
    })
    .optional()
    .catch(undefined),
  /** As data: the package each comes from, and what it is given. */
  integrations: z.array(z.unknown()).catch([]),
  /** From the content config, by name. */
  collections: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

const integrationSchema = z.object({ name: z.string(), options: z.unknown() });

const loaderSchema = z.object({
  loader: z.object({
    options: z.looseObject({
      pattern: z.union([z.string().transform((one) => [one]), z.array(z.string())]),
      base: configText,
    }),
  }),
});

/** Integrations that add no pages, or only those the router knows. */
const HARMLESS =
  /^@astrojs\/(?!netlify-cms)|^astro-(?:icon|compress|compressor|expressive-code|embed|seo|robots-txt|critters|imagetools|mermaid|loading-indicator|font|purgecss)$|unocss|tailwind|pagefind|sitemap|astro-auto-import|partytown/;

const starlightSchema = z.object({
  locales: z.record(z.string(), z.unknown()).catch({}),
  defaultLocale: configText,
});

/** A content collection that holds articles. */
export interface Collection {
  readonly name: string;
  /** Folder that entry ids are relative to, relative to the site's folder. */
  readonly folder: string;
  /** Whether a path relative to it is an entry. */
  holds(path: string): boolean;
  /** False when entries' ids come from code. */
  readonly hasPlainIds: boolean;
}

/** What decides the addresses of an Astro site. */
export interface AstroConfig {
  readonly sources: string;
  readonly trailingSlash: "always" | "never" | "ignore";
  readonly format: "directory" | "file" | "preserve";
  /** Undefined without a content config that could be read: then folders of `content` are collections. */
  readonly collections: readonly Collection[] | undefined;
  /** Whether there is a content config that could not be read. */
  readonly hasUnknownCollections: boolean;
  /** Options of Starlight; undefined for sites without. */
  readonly starlight: z.infer<typeof starlightSchema> | undefined;
  readonly hasSitemap: boolean;
  /** Whether an integration may make pages of its own. */
  readonly hasUnknownIntegrations: boolean;
  /** Locales whose missing pages may be made of those of another one. */
  readonly fallbackLocales: readonly string[];
  /** False when the folder of sources is not known. */
  readonly certain: boolean;
}

/** Reads the members of a config that decide addresses. */
export function astroConfig(config: SiteTable): AstroConfig {
  const site = schema.parse(config);
  const integrations = site.integrations.map(
    (entry) => integrationSchema.safeParse(entry).data ?? { name: UNREADABLE, options: undefined },
  );
  const starlight = integrations.find(({ name }) => name === "@astrojs/starlight");
  const unreadable = site.collections !== undefined && isHidden(site.collections, "*");
  return {
    sources: site.srcDir,
    hasUnknownCollections: unreadable,
    trailingSlash: site.trailingSlash,
    format: site.build.format,
    collections:
      site.collections === undefined || unreadable
        ? undefined
        : readCollections(site.collections, site.srcDir),
    starlight:
      starlight &&
      starlightSchema.catch({ locales: {}, defaultLocale: undefined }).parse(starlight.options),
    hasSitemap: starlight !== undefined || integrations.some(({ name }) => /sitemap/.test(name)),
    hasUnknownIntegrations:
      isHidden(config, "integrations") || integrations.some(({ name }) => !HARMLESS.test(name)),
    fallbackLocales: site.i18n !== undefined && "fallback" in site.i18n ? site.i18n.locales : [],
    certain: !isHidden(config, "srcDir"),
  };
}

function readCollections(
  collections: Readonly<Record<string, unknown>>,
  sources: string,
): readonly Collection[] {
  return Object.entries(collections).map(([name, value]) => {
    const options = loaderSchema.safeParse(value).data?.loader.options;
    // A collection without a loader, or with one of its own, is where Astro had them before: `content/name`.
    const folder =
      options === undefined ? `${sources}/content/${name}` : folderPath(options.base ?? "");
    const patterns = (options?.pattern ?? ["**/[!_]*", "!**/_*/**"]).map((pattern) =>
      pattern.replace(/^\.\//, ""),
    );
    const isMeant = siteGlobs(patterns.filter((pattern) => !pattern.startsWith("!")));
    const isLeftOut = siteGlobs(
      patterns.flatMap((pattern) => (pattern.startsWith("!") ? [pattern.slice(1)] : [])),
    );
    const hidden =
      options !== undefined && ("generateId" in options || options.pattern.includes(UNREADABLE));
    return {
      name,
      folder,
      holds: (path) => isMeant(path) && !isLeftOut(path),
      hasPlainIds: !hidden && !hasOwnLoader(value, options),
    };
  });
}

/** Whether a loader that is not `glob` gives the entries. */
function hasOwnLoader(collection: unknown, options: object | undefined): boolean {
  return (
    options === undefined &&
    typeof collection === "object" &&
    collection !== null &&
    "loader" in collection &&
    !isStarlightLoader(collection.loader)
  );
}

function isStarlightLoader(loader: unknown): boolean {
  return z.object({ name: z.literal("@astrojs/starlight/loaders") }).safeParse(loader).success;
}
