import { basename, dirname, extname, join } from "node:path";
import * as z from "zod";
import { below } from "../../engine/address.js";
import type { IsArticle, SiteFacts, SiteReader } from "../../engine/site-reader.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { goPattern } from "../../patterns/linear.js";
import { siteGlobs } from "../read/config-value.js";
import { isTable } from "../read/table.js";
import type { ContentFolder } from "./cascade.js";
import { ARTICLE } from "./content.js";

const CONFIG = /\.(?:toml|ya?ml|json)$/;

/** Files of one language that hold a table of that language, and not its members. */
const PARTS_OF_LANGUAGE: ReadonlySet<string> = new Set(["menu", "menus", "params"]);

/** Folders of a split config, the later ones over the earlier: `hugo` builds for production. */
const FOLDERS = ["config/_default", "config/production"];

/**
 * A Hugo config put together from its file and from the files of `config/_default` and `config/production`, where
 * `languages.toml` holds the table `languages`, `menus.fr.toml` the table `menus` of one language, and `languages.fr.toml`
 * the language itself.
 *
 * @param file absolute path of the site's config
 * @param folder absolute folder of the site
 */
export function readHugoFiles(file: string, folder: string, reader: SiteReader): SiteTable {
  const own = dirname(file) === folder ? reader.config(file) : {};
  return FOLDERS.flatMap((name) => tablesIn(join(folder, name), reader)).reduce(merged, own);
}

function tablesIn(folder: string, reader: SiteReader): readonly SiteTable[] {
  return reader
    .entries(folder)
    .map(({ name }) => name)
    .filter((name) => CONFIG.test(name))
    .toSorted((a, b) => Number(isRoot(b)) - Number(isRoot(a)))
    .map((name) => {
      const table = reader.config(join(folder, name));
      const [key = "", language] = basename(name, extname(name)).toLowerCase().split(".");
      if (isRoot(name)) return table;
      if (language === undefined) return { [key]: table };
      // Hugo puts the members of every other file right into the language, whatever the file is called.
      const own = PARTS_OF_LANGUAGE.has(key) ? { [key]: table } : table;
      return { languages: { [language]: own } };
    });
}

function isRoot(name: string): boolean {
  return /^(?:hugo|config)\./.test(name);
}

/** Two tables as one, the second over the first; keys do not tell letter case apart. */
function merged(under: SiteTable, over: SiteTable): SiteTable {
  const result = new Map(Object.entries(under));
  const spelt = new Map([...result.keys()].toReversed().map((name) => [name.toLowerCase(), name]));
  for (const [key, value] of Object.entries(over)) {
    const same = spelt.get(key.toLowerCase()) ?? key;
    spelt.set(same.toLowerCase(), same);
    const before = result.get(same);
    result.set(same, isTable(before) && isTable(value) ? merged(before, value) : value);
  }
  return Object.fromEntries(result);
}

const names = z
  .union([z.string().transform((name) => [name]), z.array(z.string())])
  .optional()
  .catch(undefined);

const schema = z.object({
  baseurl: z.string().optional().catch(undefined),
  timezone: z.string().optional().catch(undefined),
  contentdir: z.string().catch("content"),
  staticdir: names,
  theme: names,
  themesdir: z.string().catch("themes"),
  ignorefiles: z.array(z.string()).catch([]),
  languages: z.record(z.string(), z.unknown()).catch({}),
  module: z.object({ mounts: z.array(z.unknown()).catch([]) }).catch({ mounts: [] }),
});

const language = z.object({ contentDir: z.string() });
const mount = z.object({ source: z.string(), target: z.string() });

/** Where a Hugo site lies, as `SiteFacts` have it. */
export function hugoSite(config: SiteTable): Omit<SiteFacts, "config"> {
  const read = schema.parse(lowered(config));
  const sources = plain(read.contentdir);
  const mounts = read.module.mounts.flatMap((one) => mount.safeParse(one).data ?? []);
  const mounted = (target: string): readonly string[] =>
    mounts
      .filter((one) => plain(one.target) === target)
      .map(({ source }) => plain(source))
      .filter((source) => !source.startsWith("node_modules"));
  const ofContent = mounts.filter((one) => /^content(?:\/|$)/.test(plain(one.target)));
  const languages = Object.values(read.languages).filter(
    (one) => !(isTable(one) && lowered(one).disabled === true),
  );
  const own = languages.flatMap((one) => language.safeParse(one).data?.contentDir ?? []);
  // Where each language has a folder of its own, Hugo reads no other.
  const usual = own.length > 0 && own.length === languages.length ? own : [sources, ...own];
  // A mount of content takes the place of the usual ones.
  const content = (ofContent.length > 0 ? ofContent.map(({ source }) => source) : usual).map(plain);
  return {
    url: read.baseurl,
    timezone: read.timezone,
    sources,
    staticDirs: [
      ...(read.staticdir ?? ["static"]).map(plain),
      ...mounted("static"),
      ...(read.theme ?? []).map((theme) => `${plain(read.themesdir)}/${theme}/static`),
      // Not served as it is, but themes take pictures from it by these names.
      "assets",
    ],
    content: [...new Set(content)],
  };
}

/** Folders of content, and what their mounts leave out. */
export function mountedContent(config: SiteTable): readonly ContentFolder[] {
  const { content } = hugoSite(config);
  const { module, ignorefiles } = schema.parse(lowered(config));
  const mounts = module.mounts.flatMap((one) => {
    const table = isTable(one) ? lowered(one) : {};
    const { data } = mount.safeParse(table);
    return data === undefined ? [] : [{ ...data, table }];
  });
  const ignored = ignorefiles.map(goPattern);
  return content.map((folder) => {
    const own = mounts.filter(
      ({ source, target }) => plain(source) === folder && /^content(?:\/|$)/.test(plain(target)),
    );
    const tests = own.map(({ table }) => mountFilter(table));
    return {
      folder,
      leavesOut: (inside) =>
        (tests.length > 0 && tests.every((isIn) => !isIn(inside))) ||
        ignored.some((pattern) => pattern.test(`/${folder}/${inside}`)),
    };
  });
}

/** Tells which files of the content Hugo reads: those that neither a mount nor `ignoreFiles` leaves out. */
export function hugoArticles(config: SiteTable): IsArticle {
  const folders = mountedContent(config);
  return (path) => {
    if (!ARTICLE.test(path)) return false;
    const homes = folders.flatMap(({ folder, leavesOut }) => {
      const inside = below(path, folder);
      return inside === undefined ? [] : [leavesOut(inside)];
    });
    return homes.length === 0 || homes.includes(false);
  };
}

/** `files` (a glob after `! ` leaves out), or `includeFiles` and `excludeFiles` of older versions. */
function mountFilter(table: SiteTable): (inside: string) => boolean {
  const files = globsIn(table.files);
  const plus = files.filter((glob) => !glob.startsWith("!"));
  const minus = files.flatMap((glob) => (glob.startsWith("!") ? [glob.slice(1).trim()] : []));
  const included = [...globsIn(table.includefiles), ...plus];
  const isIn = siteGlobs(included);
  const isOut = siteGlobs([...globsIn(table.excludefiles), ...minus]);
  return (inside) =>
    (included.length === 0 || isIn(inside) || isIn(`/${inside}`)) &&
    !isOut(inside) &&
    !isOut(`/${inside}`);
}

function globsIn(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === "string");
}

function lowered(table: SiteTable): SiteTable {
  return Object.fromEntries(
    Object.entries(table).map(([key, value]) => [key.toLowerCase(), value]),
  );
}

function plain(path: string): string {
  return path.replace(/^(?:\.?\/)+|\/+$/g, "");
}
