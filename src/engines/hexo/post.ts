import { remembered } from "../../article/remembered.js";
import type { ArticleFacts } from "../../facts/facts.js";
import { usableGlobs } from "../../patterns/globs.js";
import type { WallClock } from "../read/wall-clock.js";
import type { HexoConfig } from "./config.js";
import {
  buildClocks,
  dateVariables,
  expand,
  parseName,
  slugize,
  wallClock,
  withoutExtension,
} from "./permalink.js";

/** A post that Hexo publishes. */
export interface HexoPost {
  readonly facts: ArticleFacts;
  /** As Hexo writes it: `2024/05/01/x/`, `x.html`; a second one where a build server's clock gives another. */
  readonly paths: readonly string[];
  readonly certain: boolean;
  /** When it was published, by each clock it may be built by; none where only the file's own date could tell. */
  readonly dates: readonly WallClock[];
  /** Names of its tags. */
  readonly tags: readonly string[];
  /** Paths of categories, from the outermost name inward; each step has a page of its own. */
  readonly categories: readonly (readonly string[])[];
}

/** What in a file's place below `_posts` or in the config keeps it from being a post. */
export function isPostFile(inside: string, folder: string, config: HexoConfig): boolean {
  if (/(?:^|\/)[_.]/.test(inside) || /[%~]$/.test(inside)) return false;
  if (/\.mdx$/i.test(inside) || matches(`${folder}/${inside}`, config.skip_render)) return false;
  // With asset folders, files of another kind are assets.
  return !config.post_asset_folder || endingOf(inside) === endingOf(config.new_post_name);
}

const matcher = remembered((glob: string) => usableGlobs([glob]));

/** Whether one of these globs of the config fits a path. */
export function matches(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => matcher(glob)(path));
}

/** Keys that `new_post_name` never overwrites. */
const KEPT = new Set(["title", "year", "month", "day", "i_month", "i_day", "hash"]);

/** The name of a post by its file, which `{% post_link %}` finds it by. */
export function postSlug(inside: string, config: HexoConfig): string {
  return parseName(config.new_post_name, inside).title ?? "";
}

/** A post's address by its place below `_posts`, its front matter and the site's pattern. */
export function hexoPost(facts: ArticleFacts, inside: string, config: HexoConfig): HexoPost {
  const { values } = facts.route;
  const info = parseName(config.new_post_name, inside);
  const slug = info.title ?? "";
  const date = dateOf(values.date, info);
  const categories = categoriesOf(values.categories ?? values.category);
  const dates = date === undefined ? [] : buildClocks(date, config.timezone);
  const shared = { facts, dates, categories, tags: textsOf(values.tags ?? values.tag) };
  const permalink = textOf(values.permalink);
  if (permalink !== undefined && permalink !== "") {
    return { ...shared, paths: [asFolder(permalink.replace(/^\//, ""), config)], certain: true };
  }
  const title = textOf(values.title) ?? (config.use_slug_as_post_title ? slug : "");
  const own: Readonly<Record<string, string | undefined>> = {
    layout: "post",
    published: "true",
    comments: "true",
    source: `_posts/${inside}`,
    slug,
    ...Object.fromEntries(Object.entries(values).map(([key, value]) => [key, textOf(value)])),
    ...Object.fromEntries(Object.entries(info).filter(([key]) => !KEPT.has(key))),
    title: slug,
    name: slug.slice(slug.lastIndexOf("/") + 1),
    post_title: slugize(title, 1),
    category: categorySlug(categories.at(-1), config),
  };
  const clocks: readonly Readonly<Record<string, string>>[] =
    dates.length === 0 ? [{}] : dates.map(dateVariables);
  const expansions = clocks.map((parts) =>
    expand(config.permalink, (name) => {
      if (Object.hasOwn(NO_DATE, name)) return parts[name];
      return Object.hasOwn(own, name) ? own[name] : textOf(config.permalink_defaults[name]);
    }),
  );
  // Which category comes last depends on those of the other posts.
  const isOpen = categories.length > 1 && /:category\b/.test(config.permalink);
  return {
    ...shared,
    paths: [...new Set(expansions.map(({ path }) => asFolder(path, config)))],
    certain: expansions.every(({ missing }) => missing.length === 0) && !isOpen,
  };
}

/** Variables that a date fills in or only Hexo's own data base could; front matter never does. */
const NO_DATE: Readonly<Record<string, undefined>> = {
  year: undefined,
  month: undefined,
  day: undefined,
  hour: undefined,
  minute: undefined,
  second: undefined,
  i_month: undefined,
  i_day: undefined,
  timestamp: undefined,
  hash: undefined,
};

/** The address of a category: its name behind those it lies below. */
export function categorySlug(path: readonly string[] | undefined, config: HexoConfig): string {
  if (path === undefined) return config.default_category;
  return path
    .map((name) => slugize(config.category_map[name] ?? name, config.filename_case))
    .join("/");
}

function asFolder(path: string, { post_asset_folder }: HexoConfig): string {
  return post_asset_folder && !/(?:\/|\.html)$/.test(path) ? `${path}/` : path;
}

/** The folder that holds a post's assets, relative to the project root. */
export function assetFolder({ path }: ArticleFacts): string {
  return withoutExtension(path);
}

function dateOf(value: unknown, info: Readonly<Record<string, string>>): WallClock | undefined {
  const written = textOf(value);
  if (written !== undefined) return wallClock(written);
  const { year, month = info.i_month, day = info.i_day } = info;
  return year === undefined || month === undefined || day === undefined
    ? undefined
    : wallClock(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

/** A flat list is one path of categories; lists in it are paths of their own. */
function categoriesOf(value: unknown): readonly (readonly string[])[] {
  const list = listOf(value);
  const paths = list.some(Array.isArray) ? list : [list];
  return paths.map(textsOf).filter((path) => path.length > 0);
}

function textsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((one) => textOf(one) ?? []);
}

function listOf(value: unknown): readonly unknown[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one) => one !== undefined && one !== null && one !== "");
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}

function endingOf(path: string): string {
  return path.slice(withoutExtension(path).length);
}
