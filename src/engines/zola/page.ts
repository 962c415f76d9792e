import { below, normalise } from "../../engine/address.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import { joinPath } from "../read/config-value.js";
import type { ZolaConfig } from "./config.js";
import { isTransliterated, zolaSegment } from "./slugs.js";

/** A file of content, taken apart. */
export interface ZolaFile {
  /** What its addresses begin with: empty, or `/fr`. */
  readonly prefix: string;
  /** Folders below the content. */
  readonly folders: readonly string[];
  /** File name without language and ending. */
  readonly name: string;
  readonly isSection: boolean;
}

/** Takes a path apart; undefined for what is no content. */
export function zolaFile(
  path: string,
  site: SiteSettings,
  config: ZolaConfig,
): ZolaFile | undefined {
  const inside = /\.md$/.test(path) ? below(path, site.root) : undefined;
  if (inside === undefined) return undefined;
  const folders = inside.split("/");
  const bare = (folders.pop() ?? "").replace(/\.md$/, "");
  const code = config.languages.find((one) => bare.endsWith(`.${one}`));
  const name = code === undefined ? bare : bare.slice(0, -code.length - 1);
  return {
    prefix: code === undefined ? "" : `/${code}`,
    folders,
    name,
    isSection: name === "_index",
  };
}

/** The address of an article by its file, its `slug` and `path`; undefined where nobody knows it. */
export function zolaAddress(
  { route }: ArticleFacts,
  file: ZolaFile,
  config: ZolaConfig,
): string | undefined {
  if (route.path !== undefined && !file.isSection) return address(file.prefix, [route.path]);
  const isBundle = file.name === "index";
  const sections = isBundle ? file.folders.slice(0, -1) : file.folders;
  const { paths } = config.slugs;
  const named = isBundle ? (file.folders.at(-1) ?? "") : file.name;
  const own = file.isSection ? undefined : (route.slug ?? withoutDate(named, config));
  const parts = [...sections, ...(own === undefined ? [] : [own])];
  if (paths === "on" && parts.some(isTransliterated)) return undefined;
  return address(
    file.prefix,
    parts.map((part) => zolaSegment(part, paths)),
  );
}

/** A day before the name is the page's date, and no part of its address unless the site keeps it. */
function withoutDate(name: string, { keepsDates }: ZolaConfig): string {
  if (keepsDates) return name;
  return /^\d{4}-\d\d-\d\d(?:T\S*?)?[-_ ]+(.+)$/.exec(name)?.[1] ?? name;
}

function address(prefix: string, parts: readonly string[]): string {
  return normalise(`${prefix}/${parts.join("/")}/`);
}

/** The file that an internal link (`@/blog/a.md`) names, relative to the project root. */
export function internalTarget(url: string, site: SiteSettings): string | undefined {
  return url.startsWith("@/") ? joinPath(site.root, url.slice(2)) : undefined;
}
