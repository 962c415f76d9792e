import { lazily } from "../../article/lazily.js";
import type { TagDefinition, TemplateTarget } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import type { HexoProject } from "./project.js";
import names from "./template-names.json" with { type: "json" };
import table from "./theme-tags.json" with { type: "json" };

const TAG = /^\{%[-~+]?\s*(\w+)\s*(.*?)\s*[-~+]?%\}(?:#([^\s{}"'<>]*))?$/s;
const ARGUMENT = /"([^"]*)"|'([^']*)'|([^\s"']+)/g;

/** A file that Hexo takes for a post, published or not. */
export interface PostFile {
  readonly facts: ArticleFacts;
  /** Its name as `new_post_name` reads it. */
  readonly slug: string;
}

/** What Hexo's own tags find. */
export interface TagSite {
  posts(): readonly PostFile[];
  /** Whether a file lies in the asset folder of an article. */
  assetOf(facts: ArticleFacts, name: string): string | undefined;
  /** Whether something may be a post of this name that is no article here, so that nobody knows its title. */
  mayBePost(slug: string): boolean;
  /** Tags that something else may define in the place of Hexo's. */
  readonly ownTags: readonly string[];
}

/** Finds what `post_link`, `post_path` and the tags of assets lead to; undefined where nobody knows. */
export type TagTarget = (facts: ArticleFacts, tag: string) => TemplateTarget | undefined;

/**
 * A post is found by its name, then by its title; without one `post_link` stops the build and `post_path` prints
 * nothing, as `asset_img`, `asset_link` and `asset_path` do without the file.
 */
export function createTagTarget(site: TagSite): TagTarget {
  const bySlug = lazily(() => firstBy(site.posts(), ({ slug }) => slug));
  const byTitle = lazily(() => firstBy(site.posts(), ({ facts }) => facts.metadata.title));
  return (facts, tag) => {
    const [, name = "", rest = "", after] = TAG.exec(tag.trim()) ?? [];
    if (site.ownTags.includes(name) || /\{\{|\{%/.test(rest)) return undefined;
    const args = [...rest.matchAll(ARGUMENT)].map(
      (match) => match[1] ?? match[2] ?? match[3] ?? "",
    );
    const [first] = args;
    if (first === undefined) return undefined;
    switch (name) {
      case "post_link":
      case "post_path": {
        const [asked = "", fragment] = name === "post_link" ? fragmentOff(first) : [first, after];
        const path = (bySlug().get(asked) ?? byTitle().get(asked))?.facts.path;
        if (path === undefined && site.mayBePost(asked)) return undefined;
        return { path, asked, fragment: fragment === "" ? undefined : fragment };
      }
      case "asset_img":
      case "asset_image":
        return {
          path: firstOf(args, (arg) => site.assetOf(facts, arg)),
          asked: first,
          fragment: undefined,
        };
      case "asset_link":
      case "asset_path":
        return { path: site.assetOf(facts, first), asked: first, fragment: after };
      default:
        return undefined;
    }
  };
}

const THEMES: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.themes));

/** Whether a tag needs a closing tag, by the scripts that register it or by the site's theme. */
export function tagDefinition(
  name: string,
  { ownTags, pairTags }: HexoProject,
  theme: string,
): TagDefinition | undefined {
  if (pairTags.includes(name)) return "pair";
  // What a script registers in another way takes the place of the theme's.
  if (ownTags.includes(name)) return undefined;
  return THEMES.get(theme)?.includes(name) === true ? "pair" : undefined;
}

/** Packages that may bring tags of the same names. */
const EMBEDS = /youtube|vimeo|embed|video/;

/** Whether a tag is surely Hexo's own one. */
export function isOwnTag(name: string, { ownTags, packages }: HexoProject): boolean {
  if (ownTags.includes(name) || packages?.some((one) => EMBEDS.test(one)) !== false) return false;
  return names.tags.includes(name);
}

/** A fragment counts only where there is one `#`. */
function fragmentOff(argument: string): readonly [string, string?] {
  const [path = "", fragment, ...more] = argument.split("#");
  return more.length > 0 ? [argument] : fragment === undefined ? [path] : [path, fragment];
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
): ReadonlyMap<string, Item> {
  const map = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null && !map.has(key)) map.set(key, item);
  }
  return map;
}
