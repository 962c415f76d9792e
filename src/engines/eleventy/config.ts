import * as z from "zod";
import { below } from "../../engine/address.js";
import {
  type SiteSettings,
  type SiteTable,
  UNREADABLE,
  UNREADABLE_REST,
} from "../../facts/site-settings.js";
import { configText, folderPath, isHidden, joinPath, siteGlobs } from "../read/config-value.js";

/** Files that Eleventy copies as they are. */
export interface Passthrough {
  /** A folder, a file or a glob, relative to the project root. */
  readonly from: string;
  readonly isGlob: boolean;
  /** Where it goes below the output; undefined for its own path below the input. */
  readonly to: string | undefined;
}

/** The members of an Eleventy config that decide addresses. */
export interface EleventyConfig {
  /** Folders of layouts, includes and data, relative to the project root. */
  readonly noPages: readonly string[];
  /** Folders that layouts are looked for in, the first first. */
  readonly layouts: readonly string[];
  readonly output: string;
  /** Endings of templates, without the dot. */
  readonly formats: readonly string[];
  /** Endings of files in the input that are copied. */
  readonly copied: readonly string[];
  readonly passthroughs: readonly Passthrough[];
  /** Paths of the output that files are copied to whose own names only code could tell. */
  readonly filled: readonly string[];
  /** False when code decides what is copied. */
  readonly knowsCopies: boolean;
  /** What addresses may be written with before them: empty, or `/blog`. */
  readonly prefix: string;
  /** Addresses that calls of plugins name: feeds. */
  readonly named: readonly string[];
  /** Whether the config has something for drafts. */
  readonly hasDrafts: boolean;
  readonly hasPlugins: boolean;
  isIgnored(path: string): boolean;
  /** False when code decides where every page goes. */
  readonly certain: boolean;
}

const schema = z.object({
  dir: z
    .object({ includes: configText, layouts: configText, data: configText, output: configText })
    .catch({ includes: undefined, layouts: undefined, data: undefined, output: undefined }),
  pathPrefix: configText,
  templateFormats: z.unknown().optional(),
  calls: z
    .array(
      z.object({
        method: z.string(),
        arguments: z.array(z.unknown()),
        conditional: z.boolean().optional(),
      }),
    )
    .catch([]),
});

const TEMPLATES = ["liquid", "md", "njk", "html", "11ty.js"];
const LANGUAGES = new Set([...TEMPLATES, "11ty.cjs", "11ty.mjs", "11ty.ts", "ejs", "hbs"]);
const MORE_LANGUAGES = new Set(["mustache", "haml", "pug", "webc", "vto", "mdx", "jsx", "tsx"]);

/**
 * Reads what decides addresses from a site's config.
 *
 * @param ignored lines of `.eleventyignore` files, relative to the site's folder
 */
export function readEleventyConfig(site: SiteSettings, ignored: readonly string[]): EleventyConfig {
  const { dir, pathPrefix, templateFormats, calls } = schema.parse(site.config);
  const called = (method: string): readonly (readonly unknown[])[] =>
    calls.flatMap((call) => (call.method === method ? [call.arguments] : []));
  const lastText = (method: string): string | undefined =>
    configText.parse(called(method).at(-1)?.[0]);
  const inInput = (folder: string): string => joinPath(site.root, folderPath(folder));
  const includes = inInput(lastText("setIncludesDirectory") ?? dir.includes ?? "_includes");
  const layouts = lastText("setLayoutsDirectory") ?? dir.layouts;
  const output = joinPath(
    site.folder,
    folderPath(lastText("setOutputDirectory") ?? dir.output ?? "_site"),
  );
  const formats = [
    ...(list(called("setTemplateFormats").at(-1)?.[0]) ?? list(templateFormats) ?? TEMPLATES),
    // Their plugins add them.
    ...(called("addPlugin").length > 0 ? MORE_LANGUAGES : []),
    ...called("addTemplateFormats").flatMap(([value]) => list(value) ?? []),
  ];
  const extended = called("addExtension").flatMap(([value]) => list(value) ?? []);
  const isLanguage = (name: string): boolean =>
    LANGUAGES.has(name) || MORE_LANGUAGES.has(name) || extended.includes(name);
  const copies = called("addPassthroughCopy").map(([value]) => copiesOf(value, site.folder));
  const isIgnored = eleventyIgnores(site.config, ignored);
  const data = called("addGlobalData").map(([key]) => key);
  return {
    noPages: [
      includes,
      ...(layouts === undefined ? [] : [inInput(layouts)]),
      inInput(lastText("setDataDirectory") ?? dir.data ?? "_data"),
      output,
    ],
    layouts: [...(layouts === undefined ? [] : [inInput(layouts)]), includes],
    output,
    formats: formats.filter(isLanguage),
    copied: formats.filter((name) => !isLanguage(name)),
    passthroughs: copies.flatMap((copy) => copy?.passthroughs ?? []),
    filled: copies.flatMap((copy) => copy?.filled ?? []),
    knowsCopies: copies.every((copy) => copy?.filled.includes("") === false),
    prefix: `/${folderPath(pathPrefix ?? "")}`.replace(/\/$/, ""),
    named: called("addPlugin").flatMap(([, options]) => outputPaths(options)),
    hasDrafts: called("addPreprocessor").length > 0,
    hasPlugins: called("addPlugin").length > 0 || called("addTemplate").length > 0,
    isIgnored: (path) => {
      const inside = below(path, site.folder);
      return inside === undefined || isIgnored(inside);
    },
    certain:
      called("addUrlTransform").length === 0 &&
      !isHidden(site.config, "dir") &&
      !data.some((key) => /^(?:permalink|eleventyComputed(?:\..*)?)$/.test(String(key))),
  };
}

/**
 * Tells which files a config and ignore files leave out, by their paths from the site's folder.
 *
 * @param ignored lines of `.eleventyignore` files, relative to the site's folder
 */
export function eleventyIgnores(
  config: SiteTable,
  ignored: readonly string[],
): (inside: string) => boolean {
  const { calls } = schema.parse(config);
  // What some builds only leave out is a page of the others.
  const left = calls.filter(({ method, conditional }) => method === "ignores.add" && !conditional);
  const globs = [...left.flatMap(({ arguments: [glob] }) => list(glob) ?? []), ...ignored];
  return siteGlobs(globs.flatMap(ignoreGlobs));
}

/** The lines of an ignore file in a folder, relative to the site's. */
export function ignoreLines(text: string | undefined, folder: string): readonly string[] {
  return (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .flatMap((line) => (line === "" ? [] : joinPath(folder, line)));
}

/** A list given as such or with commas; undefined where it is neither. */
function list(value: unknown): readonly string[] | undefined {
  if (typeof value === "string")
    return value === UNREADABLE ? undefined : value.split(",").map((one) => one.trim());
  if (!Array.isArray(value)) return undefined;
  const items: readonly unknown[] = value;
  return items.filter((one): one is string => typeof one === "string" && one !== UNREADABLE);
}

interface Copies {
  readonly passthroughs: readonly Passthrough[];
  readonly filled: readonly string[];
}

/** What one call copies; undefined where only code could tell even where to. */
function copiesOf(value: unknown, folder: string): Copies | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, UNREADABLE_REST)) {
    const known = passthroughs(value, folder);
    return known && { passthroughs: known, filled: [] };
  }
  const { [UNREADABLE_REST]: rest, ...others } = tableSchema.parse(value);
  const targets = z.array(z.string()).safeParse(rest).data;
  if (targets === undefined) return undefined;
  const written = Object.entries(others).filter(([, to]) => to !== UNREADABLE);
  const known = passthroughs(Object.fromEntries(written), folder) ?? [];
  return { passthroughs: known, filled: targets.map(folderPath) };
}

const tableSchema = z.record(z.string(), z.unknown());

function passthroughs(value: unknown, folder: string): readonly Passthrough[] | undefined {
  const entries: readonly (readonly [string, unknown])[] =
    typeof value === "string"
      ? [[value, undefined]]
      : typeof value === "object" && value !== null
        ? Object.entries(value)
        : [];
  if (entries.length === 0 || entries.some((entry) => entry.includes(UNREADABLE))) return undefined;
  return entries.map(([from, to]) => ({
    from: joinPath(folder, folderPath(from)),
    isGlob: /[*?{[]/.test(from),
    to: typeof to === "string" ? folderPath(to) : undefined,
  }));
}

function outputPaths(options: unknown): readonly string[] {
  if (typeof options !== "object" || options === null || !("outputPath" in options)) return [];
  const path = configText.parse(options.outputPath);
  return path === undefined ? [] : [`/${path.replace(/^\//, "")}`];
}

/** A path or glob that is ignored, as globs: itself, and all that is in it. */
function ignoreGlobs(line: string): readonly string[] {
  const path = line.trim().replace(/^(?:\.?\/)+|\/(?:\*\*)?$/g, "");
  return path === "" || /^[#!]/.test(path) ? [] : [path, `${path}/**`];
}
