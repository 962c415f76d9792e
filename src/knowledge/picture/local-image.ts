import type { Element } from "hast";
import * as z from "zod";
import type { Article } from "../../article/article.js";
import { attributeOf, openingTagOf } from "../../article/attributes.js";
import { type ArticleFacts, rangeSchema } from "../../facts/facts.js";
import type { Asset, SiteIndex } from "../../rule/site-index.js";
import { schemeOf, webHostOf } from "../link/url-scheme.js";
import { isForeign } from "./drawing.js";
import { ancestorOf, hasUnknownAttribute, pictureSourceOf } from "./picture-element.js";
import { resolveImage } from "./picture-resolve.js";

/** An `<img>` in an article's own markup that may show a file of the site. */
export const writtenImageSchema = z.object({
  url: z.string(),
  /** The address as written. */
  range: rangeSchema,
  /** The opening tag. */
  tag: rangeSchema,
});

export type WrittenImage = z.infer<typeof writtenImageSchema>;

/**
 * The picture of an `<img>` written as a tag; undefined for Markdown's own images, which have no attributes, for
 * addresses that only a template knows, and for what only readers without scripts see.
 */
export function tagImageOf(article: Article, element: Element): WrittenImage | undefined {
  if (article.originOf(element) === "markdown" || isForeign(article, element)) return undefined;
  const source = pictureSourceOf(article, element);
  if (source === undefined || source.unknown || hasUnknownAttribute(article, element, "src"))
    return undefined;
  if (ancestorOf(article, element, ["noscript"]) !== undefined) return undefined;
  const { url, range } = source;
  return { url, range, tag: openingTagOf(article, element) };
}

/** The same, without pictures on the web or in the address itself, and without symbols of a sprite. */
export function writtenImageOf(article: Article, element: Element): WrittenImage | undefined {
  const image = tagImageOf(article, element);
  if (image === undefined || isElsewhere(image.url) || /\.svg[^#]*#./i.test(image.url))
    return undefined;
  return image;
}

/** Whether an address says by itself that its picture is no file of the project. */
export function isElsewhere(url: string): boolean {
  return schemeOf(url) !== undefined || webHostOf(url) !== undefined;
}

/**
 * The file that an image of an article shows, if it is one of the project's.
 *
 * @param field the front-matter key that names it; absent for an `<img>`
 */
export function assetOf(
  site: SiteIndex,
  facts: ArticleFacts,
  { url, range, tag }: WrittenImage,
  field?: string,
): Asset | undefined {
  const from = field === undefined ? "img[src]" : `front-matter:${field}`;
  const resolution = resolveImage(site, facts, {
    url,
    range,
    elementRange: tag,
    unknown: false,
    from,
  });
  return resolution.verdict === "asset" ? resolution.asset : undefined;
}

/** Whether a style sheet written into the tag, or something unknown, decides the size at which an image is shown. */
export function isSizedByStyle(article: Article, element: Element): boolean {
  if (hasUnknownAttribute(article, element, "style")) return true;
  const style = attributeOf(article, element, "style")?.value ?? "";
  return /(?:^|[;\s-])(?:width|height|aspect-ratio|object-fit|inline-size|block-size|zoom|display\s*:\s*none)/i.test(
    style,
  );
}

/** Whether CSS rules are likely to pick out an image: it has a class or an id. */
export function isStyled(article: Article, element: Element): boolean {
  return ["class", "classname", "id"].some(
    (name) => attributeOf(article, element, name) !== undefined,
  );
}

/** A size as people write it. */
export function sizeText({ width, height }: NonNullable<Asset["size"]>): string {
  return `${Math.round(width)} × ${Math.round(height)}`;
}
