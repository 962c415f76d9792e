import * as z from "zod";
import type { SiteTable } from "../../facts/site-settings.js";
import { folderPath, readableText } from "../read/config-value.js";

const schema = z.object({
  pathPrefix: readableText,
  siteMetadata: z.object({ siteUrl: readableText }).catch({ siteUrl: undefined }),
  plugins: z.array(z.unknown()).catch([]),
});

const sourceSchema = z.object({
  resolve: z.string().regex(/^gatsby-(?:source-filesystem|plugin-page-creator)$/),
  options: z.object({ path: z.string() }),
});

/** What a Gatsby config tells of where a site lies: its address, and the folders that plugins read files from. */
export interface GatsbyConfig {
  readonly url: string | undefined;
  readonly base: string | undefined;
  readonly content: readonly string[];
}

/** The members of a Gatsby config that matter here; paths that begin with `__dirname` are relative to the site. */
export function gatsbyConfig(config: SiteTable): GatsbyConfig {
  const { pathPrefix, siteMetadata, plugins } = schema.parse(config);
  const folders = plugins.flatMap((plugin) => {
    const path = sourceSchema.safeParse(plugin).data?.options.path;
    return path === undefined || path.startsWith("\0") ? [] : [folderPath(path)];
  });
  return {
    url: siteMetadata.siteUrl,
    base: pathPrefix,
    content: [...new Set(["content", "src/pages", ...folders])],
  };
}
