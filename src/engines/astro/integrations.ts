import * as z from "zod";
import { lazily } from "../../article/lazily.js";
import type { SiteFiles } from "../../engine/router.js";
import { type SiteTable, UNREADABLE } from "../../facts/site-settings.js";
import { globMatcher } from "../../patterns/globs.js";
import { folderPath, isHidden, joinPath } from "../read/config-value.js";
import table from "./integrations.json" with { type: "json" };

/** What integrations, and plugins of Starlight, may add to the pages of a site. */
export interface Additions {
  /** Folders of addresses below which pages may be made, without slashes at their ends. */
  readonly below: readonly string[];
  /** Modules of the site itself, as its config names them, that may make pages anywhere. */
  readonly ownModules: readonly string[];
  /** Whether there is something else that may make pages anywhere. */
  readonly anywhere: boolean;
}

const integrationSchema = z.object({ name: z.string(), options: z.unknown() });

type Integration = z.infer<typeof integrationSchema>;

const prefixes = z
  .record(z.string(), z.object({ option: z.string(), usual: z.string().optional() }))
  .parse(table.addPagesBelow);

const addsNoPages = lazily(() => globMatcher(table.addNoPages));

/** The calls of a list such as `integrations`, as data: the package each comes from, and what it is given. */
export function calledIn(list: readonly unknown[]): readonly Integration[] {
  return list.flatMap((entry) =>
    // `condition && integration()` with a condition that does not hold.
    entry === false || entry === null
      ? []
      : [integrationSchema.safeParse(entry).data ?? { name: UNREADABLE, options: undefined }],
  );
}

/** What the integrations of a config add. */
export function additionsOf(config: SiteTable, integrations: readonly Integration[]): Additions {
  const all = integrations.flatMap((one) =>
    one.name === "@astrojs/starlight" ? pluginsOf(one.options) : [one],
  );
  const others = all.filter(({ name }) => !addsNoPages()(name));
  const found = others.map(({ name, options }) => {
    const isOwn = /^\.{0,2}\//.test(name);
    return { name, isOwn, below: foldersOf(name, options) };
  });
  return {
    below: found.flatMap(({ below }) => below ?? []),
    ownModules: found.flatMap(({ name, isOwn }) => (isOwn ? [name] : [])),
    anywhere:
      isHidden(config, "integrations") ||
      found.some(({ isOwn, below }) => !isOwn && below === undefined),
  };
}

/** Whether an integration of the site itself may make pages, by the hooks that its module names. */
export function makesPages(module: string, folder: string, files: SiteFiles): boolean {
  const path = joinPath(folder, folderPath(module));
  const paths = new Set(files.list());
  const found = ["", ".ts", ".js", ".mjs", ".mts", "/index.ts", "/index.js"]
    .map((ending) => path + ending)
    .find((candidate) => paths.has(candidate));
  const text = found === undefined ? undefined : files.text(found);
  return text === undefined || /injectRoute|\bastro:build:|\bimport\b[^;]*["']\.{1,2}\//.test(text);
}

function pluginsOf(options: unknown): readonly Integration[] {
  const { plugins } = z
    .looseObject({ plugins: z.unknown() })
    .catch({ plugins: options === UNREADABLE ? [UNREADABLE] : [] })
    .parse(options);
  if (plugins === undefined) return [];
  return Array.isArray(plugins) ? calledIn(plugins) : [{ name: UNREADABLE, options: undefined }];
}

/** The folders of addresses an integration is told to fill; undefined when nobody can tell. */
function foldersOf(name: string, options: unknown): readonly string[] | undefined {
  const setting = Object.hasOwn(prefixes, name) ? prefixes[name] : undefined;
  if (setting === undefined) return undefined;
  const given: readonly unknown[] = Array.isArray(options) ? options : [options ?? {}];
  const folders = given.map((one) => {
    const values = z.record(z.string(), z.unknown()).safeParse(one).data;
    if (values === undefined || isHidden(values, setting.option)) return undefined;
    const value = values[setting.option] ?? setting.usual;
    return typeof value === "string" ? folderPath(value) : undefined;
  });
  return folders.every((folder) => folder !== undefined && folder !== "")
    ? folders.filter((folder) => folder !== undefined)
    : undefined;
}
