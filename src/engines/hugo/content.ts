import { below } from "../../engine/address.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { HoldBackReason } from "../../facts/routes.js";
import type { HugoConfig, HugoLanguage } from "./config.js";
import { rendersPage } from "./rendering.js";

export const ARTICLE = /\.(?:md|markdown|mdx|html?)$/i;

/** One content file, taken apart. */
export interface ContentFile {
  readonly language: HugoLanguage;
  /** Folders below the content. */
  readonly folders: readonly string[];
  /** File name without language and ending. */
  readonly name: string;
  /** The day a file name begins with, where the site reads it. */
  readonly day: string | undefined;
}

/** Takes a path apart; undefined for what is no content. */
export function contentFile(path: string, config: HugoConfig): ContentFile | undefined {
  if (!ARTICLE.test(path)) return undefined;
  const [home] = config.contents
    .filter(({ folder }) => below(path, folder) !== undefined)
    .sort((a, b) => b.folder.length - a.folder.length);
  const inside = home === undefined ? undefined : below(path, home.folder);
  if (home === undefined || inside === undefined) return undefined;
  const parts = inside.split("/");
  const bare = (parts.pop() ?? "").replace(ARTICLE, "");
  const code = /\.([\w-]+)$/.exec(bare)?.[1]?.toLowerCase();
  const named = config.languages.find((language) => language.code === code);
  const name = named === undefined ? bare : bare.slice(0, -named.code.length - 1);
  const dated = config.datesFromNames ? /^(\d{4}-\d\d-\d\d)[-_ ]*(.*)$/.exec(name) : null;
  return {
    language: named ?? home.language,
    folders: [...home.target, ...parts],
    name: dated?.[2] === undefined || dated[2] === "" ? name : dated[2],
    day: dated?.[1],
  };
}

/** Keys that hold when an article appears, the first that is set decides. */
const APPEARS = ["publishDate", "publishdate", "pubDate", "pubdate", "published", "date"];
const EXPIRES = ["expiryDate", "expirydate", "unpublishDate", "unpublishdate"];

/** Why an article is not published: it is a draft, of the future, over, or never rendered. */
export function heldBackReason(
  { path, route }: ArticleFacts,
  { builds }: Pick<HugoConfig, "builds">,
  notPages: ReadonlySet<string>,
  hasCome: ((moment: number) => boolean) | undefined,
): HoldBackReason | undefined {
  const { values } = route;
  if (notPages.has(path) || values.headless === true || rendersPage(values) === false)
    return "no-page";
  if (!route.published && !builds.drafts) return "draft";
  if (hasCome === undefined) return undefined;
  const appears = momentOf(values, APPEARS);
  if (appears !== undefined && !hasCome(appears) && !builds.future) return "future";
  const expires = momentOf(values, EXPIRES);
  return expires !== undefined && hasCome(expires + 1) && !builds.expired ? "expired" : undefined;
}

function momentOf(values: Readonly<Record<string, unknown>>, keys: readonly string[]) {
  for (const key of keys) {
    const value = values[key];
    const moment =
      typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value)
        ? Date.parse(value.replace(/^(\S+) (\d\d:\d\d)/, "$1T$2").replace(/ .*$/, ""))
        : Number.NaN;
    if (!Number.isNaN(moment)) return moment;
  }
  return undefined;
}

/** The terms an article has of a taxonomy; undefined where facts do not carry them. */
export function termsOf(
  { metadata, route }: ArticleFacts,
  taxonomy: string,
): readonly string[] | undefined {
  if (taxonomy === "tags") return metadata.tags;
  if (taxonomy === "categories") return metadata.categories;
  if (!Object.hasOwn(route.values, taxonomy)) return undefined;
  const value = route.values[taxonomy];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((term): term is string => typeof term === "string");
}

/** The folder a path lies in. */
export function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** A folder and those above it, the nearest first; `""` last. */
export function foldersAbove(path: string): readonly string[] {
  const found: string[] = [];
  for (let folder = path; folder !== ""; folder = folderOf(folder)) found.push(folder);
  return [...found, ""];
}
