import { join } from "node:path";
import ignore from "ignore";
import * as z from "zod";
import { remembered } from "../../article/remembered.js";
import type { SiteReader } from "../../engine/site-reader.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { readableText, siteFolder } from "../read/config-value.js";
import { isTable } from "../read/table.js";

/** Names with their options, as `plugins` and `markdown_extensions` are written: a list of names and tables, or a table. */
export type Named = Readonly<Record<string, SiteTable>>;

const named = z
  .unknown()
  .optional()
  .transform((value): Named => {
    const entries: readonly unknown[] = Array.isArray(value)
      ? value
      : isTable(value)
        ? [value]
        : [];
    return Object.fromEntries(
      entries.flatMap((entry): [string, SiteTable][] => {
        if (typeof entry === "string") return [[entry, {}]];
        if (!isTable(entry)) return [];
        return Object.entries(entry).map(([name, options]) => [
          name,
          isTable(options) ? options : {},
        ]);
      }),
    );
  });

const schema = z.object({
  site_url: readableText,
  docs_dir: siteFolder("docs"),
  site_dir: siteFolder("site"),
  use_directory_urls: z.boolean().catch(true),
  /** Without the key, there is one plugin: search. */
  plugins: named,
  markdown_extensions: named,
  hooks: z.array(z.string()).catch([]),
  theme: z
    .union([
      z.string().transform(() => ({ custom_dir: undefined })),
      z.object({ custom_dir: readableText }),
    ])
    .catch({ custom_dir: undefined }),
  exclude_docs: readableText,
  draft_docs: readableText,
  validation: z
    .object({
      links: z.object({ absolute_links: readableText }).catch({ absolute_links: undefined }),
    })
    .catch({ links: { absolute_links: undefined } }),
});

/** What decides addresses and ids of a MkDocs site (https://www.mkdocs.org/user-guide/configuration/). */
export type MkdocsConfig = z.infer<typeof schema>;

/** Reads the keys that decide addresses and ids; whatever is absent or unfit has MkDocs' own default. */
export const mkdocsConfig: (config: SiteTable) => MkdocsConfig = (config) => schema.parse(config);

/** A site's config with what it inherits; tables are merged, everything else takes the place of what is inherited. */
export function withInherited(config: SiteTable, folder: string, reader: SiteReader): SiteTable {
  const { INHERIT: parent, ...own } = config;
  if (typeof parent !== "string") return config;
  return merged(reader.config(join(folder, parent)), own);
}

function merged(base: SiteTable, own: SiteTable): SiteTable {
  const both = Object.entries(own).map(([key, value]): [string, unknown] => {
    const inherited = base[key];
    return [key, isTable(value) && isTable(inherited) ? merged(inherited, value) : value];
  });
  return { ...base, ...Object.fromEntries(both) };
}

const MARKDOWN = /\.(?:md|markdown|mdown|mkdn|mkd)$/i;

const left = remembered((lines: string) => ignore().add(lines));

/** Whether MkDocs makes a page of a file. */
export function isPageFile(
  inside: string,
  { exclude_docs: excluded = "", draft_docs: drafts = "" }: MkdocsConfig,
): boolean {
  return MARKDOWN.test(inside) && isTaken(inside, excluded) && !left(drafts).ignores(inside);
}

/** Whether MkDocs serves a file that is no page. */
export function isServed(inside: string, { exclude_docs: excluded = "" }: MkdocsConfig): boolean {
  return !MARKDOWN.test(inside) && isTaken(inside, excluded);
}

/** Hidden files and the templates at the top are left out unless the config takes them in (MkDocs 1.5, `exclude_docs`). */
function isTaken(inside: string, excluded: string): boolean {
  return inside !== "" && !left(`.*\n/templates/\n${excluded}`).ignores(inside);
}
