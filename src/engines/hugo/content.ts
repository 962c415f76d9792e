import { below } from "../../engine/address.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { HugoConfig, HugoLanguage } from "./config.js";

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

/** Drafts are not published, nor what says that it is never rendered. */
export function isPublished({ route }: ArticleFacts): boolean {
  const build = route.values.build ?? route.values._build;
  const render =
    typeof build === "object" && build !== null && "render" in build ? build.render : undefined;
  return (
    route.published &&
    route.values.headless !== true &&
    render !== "never" &&
    render !== "link" &&
    render !== false
  );
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
