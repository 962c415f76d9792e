import * as z from "zod";
import type { SiteFacts } from "../../engine/site-reader.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { readableText } from "../read/config-value.js";

const schema = z.object({
  url: readableText,
  baseUrl: readableText,
  staticDirectories: z.array(z.string()).catch(["static"]),
  presets: z.array(z.unknown()).catch([]),
  plugins: z.array(z.unknown()).catch([]),
});

const contentOptions = z.looseObject({ path: readableText });
const presetOptions = z.looseObject({
  docs: contentOptions.optional().catch(undefined),
  blog: contentOptions.optional().catch(undefined),
  pages: contentOptions.optional().catch(undefined),
});

/** Where a Docusaurus site lies and what is in it. */
export function docusaurusSite(config: SiteTable): Omit<SiteFacts, "config"> {
  const { url, baseUrl, staticDirectories, presets, plugins } = schema.parse(config);
  return {
    url,
    base: baseUrl,
    sources: "",
    staticDirs: staticDirectories.filter((name) => !name.startsWith("\0")),
    content: [...new Set([...contentFolders(presets, plugins), "versioned_docs", "i18n"])],
  };
}

/** The folders that the docs, blog and pages plugins read. */
function contentFolders(
  presets: readonly unknown[],
  plugins: readonly unknown[],
): readonly string[] {
  const [preset] = presets.flatMap((entry) => {
    const parsed = presetOptions.safeParse(Array.isArray(entry) ? entry[1] : undefined);
    return parsed.success ? [parsed.data] : [];
  });
  const own = plugins.flatMap((entry) => {
    const [name, options]: unknown[] = Array.isArray(entry) ? entry : [entry];
    const path = contentOptions.safeParse(options).data?.path;
    return path !== undefined && /content-(?:docs|blog|pages)$/.test(String(name)) ? [path] : [];
  });
  return [
    preset?.docs?.path ?? "docs",
    preset?.blog?.path ?? "blog",
    preset?.pages?.path ?? "src/pages",
    ...own,
  ].map((path) => path.replace(/^(?:\.\/)+|\/+$/g, ""));
}
