import * as z from "zod";
import type { SiteTable } from "../../facts/site-settings.js";
import { configText, folderPath } from "../read/config-value.js";

const text = (usual: string) => configText.transform((value) => value ?? usual);
const folder = (usual: string) => text(usual).transform(folderPath);
const globs = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .nullish()
  .transform((list) => list ?? [])
  .catch([]);
const names = z.record(z.string(), z.coerce.string()).catch({});
const pages = z.int().min(0).optional().catch(undefined);
const generator = z.object({ per_page: pages }).catch({ per_page: undefined });

const schema = z.object({
  permalink: text(":year/:month/:day/:title/"),
  permalink_defaults: z.record(z.string(), z.unknown()).catch({}),
  new_post_name: text(":title.md"),
  /** IANA zone that dates are written in. */
  timezone: configText.transform((value) => value || undefined),
  default_category: text("uncategorized"),
  category_map: names,
  tag_map: names,
  /** 1: tags and categories in lower case; 2: in upper case. */
  filename_case: z.number().catch(0),
  tag_dir: folder("tags"),
  category_dir: folder("categories"),
  archive_dir: folder("archives"),
  pagination_dir: folder("page"),
  per_page: z.int().min(0).catch(10),
  index_generator: z
    .object({ per_page: pages, path: folder("") })
    .catch({ per_page: undefined, path: "" }),
  archive_generator: z
    .object({
      per_page: pages,
      enabled: z.boolean().catch(true),
      yearly: z.boolean().catch(true),
      monthly: z.boolean().catch(true),
      daily: z.boolean().catch(false),
    })
    .catch({ per_page: undefined, enabled: true, yearly: true, monthly: true, daily: false }),
  category_generator: generator,
  tag_generator: z
    .object({ per_page: pages, enable_index_page: z.boolean().catch(false) })
    .catch({ per_page: undefined, enable_index_page: false }),
  post_asset_folder: z.boolean().catch(false),
  render_drafts: z.boolean().catch(false),
  use_slug_as_post_title: z.boolean().catch(false),
  skip_render: globs,
  include: globs,
  exclude: globs,
  /** Globs relative to the project that Hexo never reads. */
  ignore: globs,
  theme: text("landscape"),
  /** Old addresses and what they lead to, of hexo-generator-alias. */
  alias: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

/** What decides the addresses of a Hexo site (https://hexo.io/docs/configuration). */
export type HexoConfig = z.infer<typeof schema>;

/** Reads the keys that decide addresses; whatever is absent or unfit has Hexo's own default. */
export function hexoConfig(config: SiteTable): HexoConfig {
  return schema.parse(config);
}
