import * as z from "zod";
import { remembered } from "../../article/remembered.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { literally } from "../../patterns/around.js";
import { usablePattern } from "../../patterns/linear.js";
import { configText, folderPath } from "../read/config-value.js";

const text = (usual: string) => configText.transform((value) => value ?? usual);
const texts = z
  .union([
    z.string().transform((list) => list.split(",").map((one) => one.trim())),
    z.array(z.string()),
  ])
  .nullish()
  .transform((list) => list ?? [])
  .catch([]);
const table = z.record(z.string(), z.unknown()).catch({});

const collectionSchema = z
  .object({ output: z.boolean().catch(false), permalink: configText })
  .catch({ output: false, permalink: undefined });

const defaultSchema = z.object({
  scope: z.object({ path: text(""), type: configText }).catch({ path: "", type: undefined }),
  values: table,
});

const schema = z.object({
  permalink: text("date"),
  timezone: configText,
  /** A list of labels, or a table of them. */
  collections: z
    .union([
      z
        .array(z.string())
        .transform((labels) => Object.fromEntries(labels.map((label) => [label, {}]))),
      z.record(z.string(), z.unknown()),
    ])
    .catch({})
    .transform((list) =>
      Object.fromEntries(
        Object.entries(list).map(([label, value]) => [label, collectionSchema.parse(value)]),
      ),
    ),
  collections_dir: text("").transform(folderPath),
  defaults: z
    .array(z.unknown())
    .catch([])
    .transform((list) => list.flatMap((entry) => defaultSchema.safeParse(entry).data ?? [])),
  include: texts,
  exclude: texts,
  markdown_ext: text("markdown,mkdown,mkdn,mkd,md"),
  show_drafts: z.boolean().catch(false),
  unpublished: z.boolean().catch(false),
  plugins: texts,
  /** What `plugins` was called before Jekyll 3.5. */
  gems: texts,
  /** Gems of the Gemfile; undefined without one. */
  gemfile: z.array(z.string()).optional().catch(undefined),
  theme: configText,
  remote_theme: configText,
  paginate: z.int().min(1).optional().catch(undefined),
  paginate_path: text("/page:num"),
  /** Of jekyll-paginate-v2. */
  pagination: z.object({ enabled: z.boolean().catch(false) }).catch({ enabled: false }),
  feed: z.object({ path: text("feed.xml") }).catch({ path: "feed.xml" }),
  "jekyll-archives": z
    .object({
      enabled: z.union([z.literal("all"), texts]),
      permalinks: z.record(z.string(), z.string()).catch({}),
    })
    .catch({ enabled: [], permalinks: {} }),
});

/** What decides the addresses of a Jekyll site (https://jekyllrb.com/docs/configuration/). */
export type JekyllConfig = z.infer<typeof schema>;

/** Reads the keys that decide addresses; whatever is absent or unfit has Jekyll's own default. */
export function jekyllConfig(config: SiteTable): JekyllConfig {
  return schema.parse(config);
}

/** The values that `defaults` give to a file of a kind: `posts`, `pages`, `drafts` or a collection's label. */
export function defaultsFor(
  config: JekyllConfig,
  path: string,
  type: string,
): Readonly<Record<string, unknown>> {
  const fitting = config.defaults.filter(
    ({ scope }) =>
      (scope.type === undefined || scope.type.replace(/^(post|page|draft)$/, "$1s") === type) &&
      isInScope(path, folderPath(scope.path)),
  );
  // The longer path wins, then the one that names a type, then the later one.
  const ranked = fitting.toSorted(
    (a, b) =>
      a.scope.path.length - b.scope.path.length ||
      Number(a.scope.type !== undefined) - Number(b.scope.type !== undefined),
  );
  return Object.assign({}, ...ranked.map(({ values }) => values));
}

function isInScope(path: string, scope: string): boolean {
  if (scope === "" || path === scope || path.startsWith(`${scope}/`)) return true;
  if (!scope.includes("*")) return false;
  return scopePattern(scope).test(path);
}

const scopePattern = remembered((scope: string) => {
  const pattern = scope
    .split(/(\*\*\/?|\*)/)
    .map((part) => (part.startsWith("**") ? ".*" : part === "*" ? "[^/]*" : literally(part)))
    .join("");
  return usablePattern(`^${pattern}(?:/|$)`);
});

/** The version of Jekyll that a Gemfile.lock names. */
export function lockedVersion(lock: string | undefined): string | undefined {
  return /^ {4}jekyll \((\d[\w.]*)\)\r?$/m.exec(lock ?? "")?.[1];
}

/** Names of the gems of a Gemfile. */
export function gemsIn(gemfile: string | undefined): readonly string[] {
  const gems = (gemfile ?? "").matchAll(/^[ \t]*gem[ \t]*\(?[ \t]*["']([\w-]+)["']/gm);
  return [...gems].map(([, gem = ""]) => gem);
}
