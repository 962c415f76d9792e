import type { Element, Nodes } from "hast";
import type { Article } from "../../article/article.js";
import type { FrontMatterEntry } from "../../article/front-matter/front-matter.js";
import { soundEntries } from "../../article/front-matter/sound-entries.js";
import { rangeOf } from "../../article/node-range.js";
import { remembered } from "../../article/remembered.js";
import { hasTemplateSyntax } from "../../article/templates.js";
import type { Engine } from "../../engine/engine.js";
import { isHostIn, strippedUrl, webHostOf } from "../link/url-scheme.js";
import table from "./header-image-fields.json" with { type: "json" };
import { type ImageField, isPictureId } from "./image-fields.js";
import { isIcon } from "./picture-element.js";
import standIns from "./picture-stand-ins.json" with { type: "json" };

/** What a picture in front matter is for: the head of the article, its list entry, or cards on other sites. */
export type HeaderRole = "hero" | "thumbnail" | "share";

/** Dotted names of image fields by role. `general` ones (`image`) are the hero where no hero field is given. */
export interface HeaderFieldNames {
  readonly hero: readonly string[];
  readonly general: readonly string[];
  readonly thumbnail: readonly string[];
  readonly share: readonly string[];
}

/** The built-in field names of the engines and themes known. */
export const HEADER_FIELDS: HeaderFieldNames = {
  hero: table.hero,
  general: table.general,
  thumbnail: table.thumbnail,
  share: table.share,
};

/** Fields that serve lists only where another is given: Butterfly shows `cover` there and `top_img` above the article. */
const LIST_ONLY: Readonly<Record<string, readonly string[]>> = table.listOnly;

export interface HeaderField extends ImageField {
  readonly role: HeaderRole;
}

/** The header, thumbnail and share images named in front matter, in source order; values that are no address are left out. */
export function headerFieldsOf(
  article: Article,
  names: HeaderFieldNames = HEADER_FIELDS,
  engine?: Engine,
): readonly HeaderField[] {
  const roles = rolesOf(names);
  const found: { readonly field: ImageField; readonly role: HeaderRole | "general" }[] = [];
  for (const entry of soundEntries(article)) {
    const role = roles.get(fold(dottedPath(entry)));
    const field = role === undefined ? undefined : imageField(entry);
    if (field !== undefined && role !== undefined) found.push({ field, role });
  }
  if (found.length === 0) return [];
  const generalIsShare =
    engine?.frontMatter.imageIsForCards === true || found.some(({ role }) => role === "hero");
  const forLists = found.flatMap(({ field }) => LIST_ONLY[field.field] ?? []);
  return found.map(({ role, field }) => {
    if (forLists.includes(field.field)) return { ...field, role: "thumbnail" };
    return { ...field, role: role === "general" ? (generalIsShare ? "share" : "hero") : role };
  });
}

type Roles = ReadonlyMap<string, HeaderRole | "general">;

/** One table for each set of names: the built-in one, and those of configs. */
const knownRoles = new WeakMap<HeaderFieldNames, Roles>();

function rolesOf(names: HeaderFieldNames): Roles {
  const known = knownRoles.get(names);
  if (known !== undefined) return known;
  const roles = new Map<string, HeaderRole | "general">();
  for (const role of ["share", "thumbnail", "general", "hero"] as const) {
    for (const name of names[role]) roles.set(fold(name), role);
  }
  knownRoles.set(names, roles);
  return roles;
}

function dottedPath({ path }: FrontMatterEntry): string {
  const [only] = path;
  if (path.length === 1 && typeof only === "string") return only;
  return path.filter((part) => typeof part === "string").join(".");
}

const fold = remembered((name) => name.toLowerCase().replace(/[-_]/g, ""));

function imageField(entry: FrontMatterEntry): ImageField | undefined {
  if (typeof entry.value !== "string") return undefined;
  const url = entry.value.trim();
  if (!/[./]/.test(url) || /\s{2,}|\n/.test(url) || isPictureId(url)) return undefined;
  const quote = entry.style === "single-quoted" || entry.style === "double-quoted" ? 1 : 0;
  const { start, end } = entry.valueRange;
  return {
    field: dottedPath(entry),
    url,
    range: { start: start + quote, end: Math.max(start + quote, end - quote) },
    valueRange: entry.valueRange,
    unknown: hasTemplateSyntax(url),
  };
}

/** Elements that show something before the first image, as text does. */
const SHOWN: ReadonlySet<string> = new Set([
  "video",
  "audio",
  "iframe",
  "object",
  "embed",
  "svg",
  "canvas",
  "table",
  "hr",
  "input",
  "form",
]);

/**
 * The lead image of the body: the first image, if no text, no embedded thing and no template tag (which may
 * print anything) precedes it. Icons are no lead.
 */
export function leadImageOf(article: Article): Element | undefined {
  const image = article.elements.find(({ tagName }) => tagName === "img");
  if (image === undefined || isIcon(article, image)) return undefined;
  const { start } = rangeOf(image);
  const before = (node: { readonly start: number }): boolean =>
    node.start < start && node.start >= article.bodyStart;
  if (article.templateTags.some(({ range }) => before(range))) return undefined;
  if (
    article.expressions.some(
      ({ range, text }) => before(range) && !/^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(text),
    )
  )
    return undefined;
  const text = article.texts.some((node) => before(rangeOf(node)) && node.value.trim() !== "");
  const shown = article.elements.some(
    (element) => SHOWN.has(element.tagName) && before(rangeOf(element)),
  );
  return text || shown || hasComponentBefore(article.tree, start) ? undefined : image;
}

/** Whether a component of MDX, which may show anything, is complete before an offset. */
function hasComponentBefore(node: Nodes, offset: number): boolean {
  const { start, end } = rangeOf(node);
  if (/^mdxJsx(?:Flow|Text)Element$/.test(node.type) && start < end && end <= offset) return true;
  return "children" in node && node.children.some((child) => hasComponentBefore(child, offset));
}

/** Whether an address belongs to a service that serves stand-ins: random or blank pictures. */
export const isStandInPicture: (url: string) => boolean = remembered((url) => {
  const host = webHostOf(url);
  if (host === undefined) return false;
  if (isHostIn(host, standIns.hosts)) return true;
  const bare = strippedUrl(url)
    .replace(/^(?:https?:)?\/\//i, "")
    .toLowerCase();
  return standIns.addresses.some((address) => bare.startsWith(address));
});
