import * as z from "zod";
import {
  type Article,
  attributeOf,
  attributesOf,
  type Element,
  hasUnknownAttribute,
  isHiddenFromReaders,
  isIcon,
  LAZY_ATTRIBUTES,
  rangeOf,
  rangeSchema,
  tagImageOf,
  writtenImageSchema,
} from "../../../src/rules.js";
import { shownBefore } from "./fold.js";

/** An image with less than this before it is visible as soon as the page is. */
const TOP = 600;

/** Images of an article that load at once although they are far down, and the first one where it loads late. */
export const loadingSchema = z.object({
  atOnce: z.array(writtenImageSchema),
  late: writtenImageSchema.extend({ attribute: rangeSchema }).optional(),
});

export type Loading = z.infer<typeof loadingSchema>;

/**
 * How the images of an article load, where that may be wrong; undefined otherwise.
 *
 * @param screen how much text fills the first screen, in weighted characters
 */
export function loadingOf(article: Article, screen: number): Loading | undefined {
  const images = article.elements.filter(({ tagName }) => tagName === "img");
  const [first] = images;
  if (first === undefined) return undefined;
  const offsets = images.map((element) => rangeOf(element).start);
  const shown = shownBefore(article, offsets);
  const atOnce = images.flatMap((element, index) => {
    const isFar = index > 0 && (shown[index] ?? 0) >= screen;
    if (!isFar || decidesLoading(article, element)) return [];
    return tagImageOf(article, element) ?? [];
  });
  const attribute = attributeOf(article, first, "loading");
  const isLate = attribute?.value.trim().toLowerCase() === "lazy" && (shown[0] ?? 0) <= TOP;
  const image = isLate ? tagImageOf(article, first) : undefined;
  if (image === undefined || attribute === undefined)
    return atOnce.length === 0 ? undefined : { atOnce };
  return { atOnce, late: { ...image, attribute: attribute.range } };
}

/** Whether the tag or a script decides when the image loads, or the image is too small to matter. */
function decidesLoading(article: Article, element: Element): boolean {
  if (isIcon(article, element) || isHiddenFromReaders(article, element)) return true;
  if (
    ["loading", "fetchpriority", ...LAZY_ATTRIBUTES].some((name) => mayHave(article, element, name))
  )
    return true;
  return attributesOf(article, element).some(
    ({ name, value }) => (name === "class" || name === "classname") && /lazy/i.test(value),
  );
}

function mayHave(article: Article, element: Element, name: string): boolean {
  return (
    attributeOf(article, element, name) !== undefined || hasUnknownAttribute(article, element, name)
  );
}
