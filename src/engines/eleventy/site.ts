import { join } from "node:path";
import * as z from "zod";
import type { IsArticle, SiteFacts, SiteReader } from "../../engine/site-reader.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { readableText } from "../read/config-value.js";
import { eleventyIgnores, ignoreLines } from "./config.js";
import { dataFilesBelow } from "./data-files.js";

const ARTICLE = /\.(?:md|markdown|mdx|html?)$/i;

const schema = z.object({
  dir: z
    .object({ input: readableText, output: readableText })
    .catch({ input: undefined, output: undefined }),
  calls: z
    .array(z.object({ method: z.string(), arguments: z.array(z.unknown()) }))
    .optional()
    .catch(undefined),
});

/** Global data files that customarily tell a site's address. */
const ABOUT_SITE = ["metadata", "site", "meta"].flatMap((name) =>
  ["json", "js", "mjs", "cjs"].map((ending) => `_data/${name}.${ending}`),
);

/** Where an Eleventy site lies. Its path prefix is no base path: most articles are written without it. */
export function eleventySite(
  config: SiteTable,
  folder: string,
  reader: SiteReader,
): Omit<SiteFacts, "config"> {
  const { dir, calls = [] } = schema.parse(config);
  const called = calls.find(({ method }) => method === "setInputDirectory")?.arguments[0];
  const input = (readableText.parse(called) ?? dir.input ?? "")
    .replace(/^(?:\.?\/)+|\/+$/g, "")
    .replace(/^\.$/, "");
  const url = ABOUT_SITE.map((name) => {
    const about = reader.config(join(folder, input, name));
    return readableText.parse(about.url) ?? readableText.parse(about.baseUrl);
  }).find((address) => address !== undefined);
  const lines = [...new Set(["", input])].flatMap((inside) =>
    ignoreLines(reader.text(join(folder, inside, ".eleventyignore")), inside),
  );
  const isIgnored = eleventyIgnores(config, lines);
  const isArticle: IsArticle = (path) => ARTICLE.test(path) && !isIgnored(path);
  return { url: originOf(url), sources: input, staticDirs: [], content: [input], isArticle };
}

/** Scheme and host only. */
function originOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : /^https?:\/\/[^/?#]+/.exec(url)?.[0];
}

/**
 * An Eleventy config with the site's data files that are code, as far as their literals tell: `dataFiles` by path
 * below the site's folder.
 */
export function withDataFiles(
  config: SiteTable,
  folder: string,
  input: string,
  reader: SiteReader,
): SiteTable {
  const { dir } = schema.parse(config);
  const files = dataFilesBelow(join(folder, input), dir.output ?? "_site", reader);
  if (files.length === 0) return config;
  const read = files.map((path): [string, SiteTable] => [
    input === "" ? path : `${input}/${path}`,
    reader.config(join(folder, input, path)),
  ]);
  return { ...config, dataFiles: Object.fromEntries(read) };
}
