import { percentDecoded } from "../../article/percent-decoded.js";
import { below, normalise } from "../../engine/address.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { WallClock } from "../read/wall-clock.js";
import { defaultsFor, type JekyllConfig } from "./config.js";
import { isExcluded, isHiddenName, isIncluded } from "./files.js";
import {
  dateClocks,
  datePlaceholders,
  expandPermalink,
  postPattern,
  slugify,
  withStyle,
} from "./permalink.js";

/** A file that Jekyll makes a page of. */
export interface JekyllDocument {
  readonly facts: ArticleFacts;
  readonly kind: "post" | "page" | "collection";
  /** As `defaults` name it: `posts`, `drafts`, `pages` or the label of a collection. */
  readonly type: string;
  /** From `/`; the first is the canonical one. */
  readonly addresses: readonly string[];
  readonly certain: boolean;
  readonly dates: readonly WallClock[];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

const DATED = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.+)$/;

/**
 * What Jekyll makes of a file; undefined when it makes nothing.
 *
 * @param inside path relative to the sources
 * @param isConfigured false when nothing is known of the config, so that collections may be any folders
 */
export function jekyllDocument(
  facts: ArticleFacts,
  inside: string,
  config: JekyllConfig,
  isConfigured: boolean,
): JekyllDocument | undefined {
  if (isExcluded(inside, config)) return undefined;
  const parts = inside.split("/");
  const name = parts.at(-1) ?? "";
  const ending = /\.[^.]*$/.exec(name)?.[0] ?? "";
  const base = name.slice(0, name.length - ending.length);
  const posts = parts.lastIndexOf("_posts", parts.length - 2);
  const drafts = parts.lastIndexOf("_drafts", parts.length - 2);
  const special = posts === -1 ? drafts : posts;
  if (special !== -1) {
    if (posts === -1 && !config.show_drafts) return undefined;
    if (parts.slice(0, special).some(isHiddenName)) return undefined;
    const dated = DATED.exec(base);
    if (posts !== -1 && dated === null) return undefined;
    const folders = below(parts.slice(0, special).join("/"), config.collections_dir) ?? "";
    return document(facts, inside, config, {
      kind: "post",
      type: posts === -1 ? "drafts" : "posts",
      pattern: config.collections.posts?.permalink ?? postPattern(config.permalink),
      slug: dated?.[2] ?? base,
      date: dated?.[1],
      folders: folders.split("/").filter((part) => part !== ""),
      label: "posts",
      path: parts.slice(special + 1).join("/"),
      ending,
      base,
    });
  }
  const collection = collectionOf(inside, config, isConfigured);
  if (collection !== undefined) {
    const { label, path, output, permalink } = collection;
    const values = defaultsFor(config, inside, label);
    if (!output && values.output !== true) return undefined;
    if (path.split("/").some(isHiddenName)) return undefined;
    const dated = DATED.exec(base);
    const made = document(facts, inside, config, {
      kind: "collection",
      type: label,
      pattern: permalink ?? withStyle("/:collection/:path", config.permalink),
      slug: dated?.[2] ?? base,
      date: dated?.[1],
      folders: [],
      label,
      path,
      ending,
      base,
    });
    return made && { ...made, certain: made.certain && isConfigured };
  }
  if (parts.some((part, index) => isHiddenName(part) && !isIncluded(parts, index, config)))
    return undefined;
  const folder = parts.slice(0, -1).join("/");
  return document(facts, inside, config, {
    kind: "page",
    type: "pages",
    pattern: base === "index" ? "/:path/" : withStyle("/:path/:basename", config.permalink),
    slug: base,
    date: undefined,
    folders: [],
    label: "",
    path: folder,
    ending,
    base,
  });
}

interface Source {
  readonly kind: JekyllDocument["kind"];
  readonly type: string;
  readonly pattern: string;
  readonly slug: string;
  readonly date: string | undefined;
  /** Folders above `_posts`; they are categories. */
  readonly folders: readonly string[];
  readonly label: string;
  readonly path: string;
  readonly ending: string;
  readonly base: string;
}

function document(
  facts: ArticleFacts,
  inside: string,
  config: JekyllConfig,
  source: Source,
): JekyllDocument | undefined {
  const values: Readonly<Record<string, unknown>> = {
    ...defaultsFor(config, inside, source.type),
    ...facts.route.values,
  };
  if (values.published === false && !config.unpublished) return undefined;
  const { ending, kind } = source;
  const isMarkdown = config.markdown_ext
    .split(",")
    .some((one) => `.${one.trim()}` === ending.toLowerCase());
  const outputExt = isMarkdown ? ".html" : ending;
  const categories = [...new Set([...source.folders, ...categoriesOf(values)])];
  const written = textOf(values.date) ?? source.date;
  const dates = written === undefined ? [] : dateClocks(written, config.timezone);
  const slug = textOf(values.slug) ?? source.slug;
  const own = {
    title: kind === "page" ? undefined : slugify(slug, "pretty"),
    slug: kind === "page" ? undefined : slugify(slug),
    name: slugify(source.base),
    basename: source.base,
    path: kind === "page" ? source.path : source.path.slice(0, source.path.length - ending.length),
    collection: source.label,
    categories: [...new Set(categories.map((one) => one.toLowerCase()))].join("/"),
    slugified_categories: [...new Set(categories.map((one) => slugify(one)))].join("/"),
    output_ext: outputExt,
  };
  const permalink = textOf(values.permalink);
  const pattern = permalink ?? source.pattern;
  // An `.xml` page ends as its file does, whatever the style.
  const usual =
    kind !== "page" || outputExt === ".html" || permalink !== undefined
      ? pattern
      : "/:path/:basename:output_ext";
  const clocks = dates.length === 0 ? [NO_DATE] : dates.map(datePlaceholders);
  const expansions = clocks.map((clock) => expandPermalink(usual, own, clock));
  return {
    facts,
    kind,
    type: source.type,
    addresses: [...new Set(expansions.flatMap(({ path }) => spellings(path, outputExt)))],
    certain: expansions.every(({ missing }) => missing.length === 0),
    dates,
    categories,
    tags: listOf(values.tags ?? values.tag),
  };
}

const NO_DATE: Readonly<Record<string, undefined>> = Object.fromEntries(
  Object.keys(
    datePlaceholders({ year: 2000, month: 1, day: 1, hour: 0, minute: 0, second: 0 }),
  ).map((name) => [name, undefined]),
);

/** `/x` is written to `x.html`, and is both addresses. */
function spellings(path: string, outputExt: string): readonly string[] {
  const decoded = percentDecoded(path);
  const address = normalise(decoded);
  return /\/$/.test(decoded) || decoded.endsWith(outputExt) || outputExt !== ".html"
    ? [address]
    : [address, normalise(`${decoded}${outputExt}`)];
}

function collectionOf(inside: string, config: JekyllConfig, isConfigured: boolean) {
  const found = /^_([^/]+)\/(.+)$/.exec(below(inside, config.collections_dir) ?? "");
  if (found === null) return undefined;
  const [, label = "", path = ""] = found;
  const collection = config.collections[label];
  if (collection !== undefined) return { label, path, ...collection };
  const isSpecial = /^(?:layouts|includes|sass|data|plugins|site|drafts|posts)$/.test(label);
  return isConfigured || isSpecial
    ? undefined
    : { label, path, output: true, permalink: undefined };
}

/** `category` is one name; `categories` as text are names with spaces between. */
function categoriesOf(values: Readonly<Record<string, unknown>>): readonly string[] {
  const one = textOf(values.category);
  return [...listOf(values.categories), ...(one === undefined ? listOf(values.category) : [one])];
}

function listOf(value: unknown): readonly string[] {
  if (typeof value === "string") return value.split(/\s+/).filter((one) => one !== "");
  const list: readonly unknown[] = Array.isArray(value) ? value.flat() : [];
  return list.flatMap((one) => textOf(one) ?? []);
}

function textOf(value: unknown): string | undefined {
  return (typeof value === "string" && value !== "") || typeof value === "number"
    ? String(value)
    : undefined;
}
