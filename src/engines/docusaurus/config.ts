import * as z from "zod";
import { type SiteTable, UNREADABLE } from "../../facts/site-settings.js";
import { configText, folderPath, isHidden } from "../read/config-value.js";

const text = (usual: string) => configText.transform((value) => value ?? usual);
const folder = (usual: string) => text(usual).transform(folderPath);
const texts = z.array(z.string()).optional().catch(undefined);

/** What both preset and plugin take for content of one kind; the members that decide addresses. */
const common = { id: text("default"), exclude: texts };

const docsSchema = z.object({
  ...common,
  path: folder("docs"),
  routeBasePath: text("docs"),
  tagsBasePath: text("tags"),
  sidebarPath: configText,
  /** False: `01-intro.md` keeps its number. */
  numberPrefixParser: z.union([z.boolean(), z.literal(UNREADABLE)]).catch(true),
  lastVersion: configText,
  disableVersioning: z.boolean().catch(false),
  includeCurrentVersion: z.boolean().catch(true),
  versions: z
    .record(z.string(), z.object({ path: configText }).catch({ path: undefined }))
    .catch({}),
});

/** `reportUntruncatedBlogPosts` of the blog plugin (3.10) reports posts without a mark as this option says. */
const severitySchema = z
  .enum(["ignore", "log", "warn", "throw"])
  .or(z.literal(UNREADABLE).transform(() => "ignore" as const))
  .catch("warn");

const blogSchema = z.object({
  ...common,
  path: folder("blog"),
  routeBasePath: text("blog"),
  tagsBasePath: text("tags"),
  authorsBasePath: text("authors"),
  authorsMapPath: text("authors.yml"),
  pageBasePath: text("page"),
  archiveBasePath: z.union([z.null(), text("archive")]),
  postsPerPage: z.union([z.int().min(1), z.literal("ALL")]).catch(10),
  onUntruncatedBlogPosts: severitySchema,
});

const pagesSchema = z.object({ ...common, path: folder("src/pages"), routeBasePath: text("/") });

const siteSchema = z.object({
  /** Undefined: `/x` and `/x/` both answer. */
  trailingSlash: z.boolean().optional().catch(undefined),
  presets: z.array(z.unknown()).catch([]),
  plugins: z.array(z.unknown()).catch([]),
  themes: z.array(z.unknown()).catch([]),
  i18n: z
    .object({ defaultLocale: text("en"), locales: texts.transform((list) => list ?? []) })
    .catch({ defaultLocale: "en", locales: [] }),
});

export type DocsPlugin = z.infer<typeof docsSchema>;
export type BlogPlugin = z.infer<typeof blogSchema>;
export type PagesPlugin = z.infer<typeof pagesSchema>;

/** What decides the addresses of a Docusaurus site. */
export interface DocusaurusConfig {
  readonly trailingSlash: boolean | undefined;
  readonly docs: readonly DocsPlugin[];
  readonly blogs: readonly BlogPlugin[];
  readonly pages: readonly PagesPlugin[];
  readonly defaultLocale: string;
  /** Locales besides the default one. */
  readonly otherLocales: readonly string[];
  /** False when the content plugins or their options could not be read. */
  readonly certain: boolean;
  /** Whether a plugin may make pages of its own. */
  readonly hasUnknownPlugins: boolean;
}

/** Plugins that make no pages besides those the router knows. */
const HARMLESS =
  /^(?:@docusaurus\/)?(?:plugin-)?(?:content-(?:docs|blog|pages)|client-redirects|debug|google-.*|ideal-image|pwa|sitemap|svgr|vercel-analytics|css-cascade-layers|rsdoctor|theme-.*|preset-classic|classic)$|sass|search|mermaid|live-codeblock|plausible|gtag|matomo|hotjar|image-zoom|zooming/;

interface Plugin {
  readonly name: string;
  readonly options: unknown;
}

/** Reads the members of a config that decide addresses. */
export function docusaurusConfig(config: SiteTable): DocusaurusConfig {
  const site = siteSchema.parse(config);
  const presets = site.presets.flatMap(pluginOf);
  const plugins = site.plugins.flatMap(pluginOf);
  const classic = presets.find(({ name }) => /(?:^|-)classic$/.test(name));
  // A site without presets has only the plugins it names; one that could not be read has the usual ones.
  const usual =
    Object.keys(config).length === 0 || isHidden(config, "presets") || classic !== undefined;
  const given = z.record(z.string(), z.unknown()).catch({}).parse(classic?.options);
  const unreadable = [classic, ...plugins].some((plugin) => plugin?.options === UNREADABLE);
  const isOff = (kind: string): boolean => !usual || given[kind] === false;
  const named = (kind: string): readonly unknown[] =>
    plugins.flatMap(({ name, options }) =>
      name.endsWith(`content-${kind}`) ? [options ?? {}] : [],
    );
  const all = (kind: string): readonly unknown[] => [
    ...(isOff(kind) ? [] : [given[kind] ?? {}]),
    ...named(kind),
  ];
  const hidden = ["docs", "blog", "pages"].some((kind) => all(kind).includes(UNREADABLE));
  return {
    trailingSlash: site.trailingSlash,
    docs: all("docs").map((options) => docsSchema.parse(tableOf(options))),
    blogs: all("blog").map((options) => blogSchema.parse(tableOf(options))),
    pages: all("pages").map((options) => pagesSchema.parse(tableOf(options))),
    defaultLocale: site.i18n.defaultLocale,
    otherLocales: site.i18n.locales.filter(
      (locale) => locale !== site.i18n.defaultLocale && locale !== UNREADABLE,
    ),
    certain:
      !unreadable &&
      !hidden &&
      !isHidden(config, "presets", "plugins", "i18n") &&
      !isHidden(tableOf(config.i18n), "locales"),
    hasUnknownPlugins:
      isHidden(config, "presets", "plugins", "themes") ||
      [...presets, ...plugins].some(
        ({ name, options }) => !HARMLESS.test(name) || "createRedirects" in tableOf(options),
      ),
  };
}

/** A plugin or preset as configs name it: `name` or `[name, options]`; false and null are none. */
function pluginOf(entry: unknown): readonly Plugin[] {
  const [name, options]: unknown[] = Array.isArray(entry) ? entry : [entry];
  if (name === false || name === null || name === undefined) return [];
  return [{ name: typeof name === "string" ? name : UNREADABLE, options }];
}

function tableOf(value: unknown): Readonly<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).catch({}).parse(value);
}

/** What a build does about posts without a truncation mark: the mildest that the blogs of the site ask for. */
export function wholePostsVerdict(config: SiteTable): "fails" | "warns" | undefined {
  const { blogs, certain } = docusaurusConfig(config);
  const asked = blogs.map(({ onUntruncatedBlogPosts }) => onUntruncatedBlogPosts);
  if (!certain || asked.length === 0 || asked.includes("ignore")) return undefined;
  return asked.every((one) => one === "throw") ? "fails" : "warns";
}
