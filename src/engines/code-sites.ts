import * as z from "zod";
import type { EngineName, SiteTable } from "../rule/index.js";

/** Where a site lies and what is in it, as the config of an engine that is configured by code tells. */
export interface CodeSite {
  /** Public address. */
  readonly url: string | undefined;
  /** Base path, from `/`. */
  readonly base: string | undefined;
  /** Folder of the sources, relative to the site's folder. */
  readonly sources: string;
  /** Folders served at the root, relative to the site's folder. */
  readonly staticDirs: readonly string[];
  /** Folders that hold articles, relative to the site's folder. */
  readonly content: readonly string[];
}

/** A text of a config; nothing where it is no text or only code could tell (`UNREADABLE` begins with NUL). */
const text = z
  .string()
  .regex(/^[^\0]+$/)
  .optional()
  .catch(undefined);

const folder = (usual: string) =>
  text.transform((path) => (path ?? usual).replace(/^(?:\.\/)+|\/+$/g, "").replace(/^\.$/, ""));

const astro = z.object({
  site: text,
  base: text,
  srcDir: folder("src"),
  publicDir: folder("public"),
});

const vitepress = z.object({
  base: text,
  srcDir: folder(""),
  sitemap: z.object({ hostname: text }).optional().catch(undefined),
});

const docusaurus = z.object({
  url: text,
  baseUrl: text,
  staticDirectories: z.array(z.string()).catch(["static"]),
  presets: z.array(z.unknown()).catch([]),
  plugins: z.array(z.unknown()).catch([]),
});

const contentOptions = z.looseObject({ path: text });
const presetOptions = z.looseObject({
  docs: contentOptions.optional().catch(undefined),
  blog: contentOptions.optional().catch(undefined),
  pages: contentOptions.optional().catch(undefined),
});

/** Reads a config of Astro, Docusaurus or VitePress; undefined for other engines. */
export function codeSite(engine: EngineName, config: SiteTable): CodeSite | undefined {
  switch (engine) {
    case "astro": {
      const { site, base, srcDir, publicDir } = astro.parse(config);
      const inside = (name: string): string => (srcDir === "" ? name : `${srcDir}/${name}`);
      return {
        url: site,
        base,
        sources: inside("content"),
        staticDirs: [publicDir],
        content: [inside("content"), inside("pages")],
      };
    }
    case "vitepress": {
      const { base, srcDir, sitemap } = vitepress.parse(config);
      return {
        url: sitemap?.hostname,
        base,
        sources: srcDir,
        staticDirs: [srcDir === "" ? "public" : `${srcDir}/public`],
        content: [srcDir],
      };
    }
    case "docusaurus": {
      const { url, baseUrl, staticDirectories, presets, plugins } = docusaurus.parse(config);
      return {
        url,
        base: baseUrl,
        sources: "",
        staticDirs: staticDirectories.filter((name) => !name.startsWith("\0")),
        content: [...new Set([...docusaurusFolders(presets, plugins), "versioned_docs", "i18n"])],
      };
    }
    default:
      return undefined;
  }
}

/** The folders that Docusaurus' docs, blog and pages plugins read. */
function docusaurusFolders(
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
