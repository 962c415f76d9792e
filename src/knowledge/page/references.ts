import type { Element } from "hast";
import type { Article, Origin } from "../../article/article.js";
import { type Attribute, attributesOf } from "../../article/attributes.js";
import { rangeOf } from "../../article/node-range.js";
import { perArticle } from "../../article/per-article.js";
import { remembered } from "../../article/remembered.js";
import type { Reference } from "../../facts/facts.js";
import { imageFieldsOf } from "../picture/image-fields.js";
import { readSrcset } from "../picture/srcset.js";
import table from "./url-attributes.json" with { type: "json" };

type Table = Readonly<Record<string, readonly string[]>>;

const LINKS: Table = table.links;
const IMAGES: Table = table.images;
/** Values of `rel` that name a host to get ready for; nothing is fetched from the address itself. */
const HOST_HINTS: ReadonlySet<string> = new Set(table.hostHints);

const LONGEST_BRACES = 200;

/** What an article points to: pages and files in `links`, pictures (front-matter fields too) in `images`. */
export interface References {
  readonly links: Reference[];
  readonly images: Reference[];
}

/** Everything an article points to. Read once per article. */
export const referencesOf: (article: Article) => References = perArticle(readReferences);

function readReferences(article: Article): References {
  const links: Reference[] = [];
  const images: Reference[] = imageFieldsOf(article.frontMatter).map((field) => ({
    url: field.url,
    range: field.range,
    elementRange: field.valueRange,
    unknown: field.unknown,
    from: `front-matter:${field.field}`,
  }));

  for (const element of article.elements) {
    const tag = element.tagName;
    const linkNames = LINKS[tag];
    const imageNames = IMAGES[tag];
    if (linkNames === undefined && imageNames === undefined) continue;
    const attributes = attributesOf(article, element);
    if (tag === "link" && isHostHint(attributes)) continue;
    const origin = article.originOf(element);
    const seen = new Set<string>();
    for (const attribute of attributes) {
      if (seen.has(attribute.name)) continue;
      seen.add(attribute.name);
      if (linkNames?.includes(attribute.name)) {
        const braces = origin === "markdown" ? bracesBehind(article, element) : undefined;
        const link = reference(element, attribute, origin);
        links.push(braces === undefined ? link : { ...link, braces });
      } else if (imageNames?.includes(attribute.name)) {
        for (const one of imageReferences(element, attribute, origin)) images.push(one);
      }
    }
  }
  return { links, images };
}

/** The text of braces that follow an element on the same line. */
function bracesBehind({ source }: Article, element: Element): string | undefined {
  const { end } = rangeOf(element);
  if (source[end] !== "{") return undefined;
  const close = source.slice(end, end + LONGEST_BRACES).search(/[}\r\n]/);
  return close !== -1 && source[end + close] === "}"
    ? source.slice(end + 1, end + close)
    : undefined;
}

function isHostHint(attributes: readonly Attribute[]): boolean {
  const relations = attributes.find(({ name }) => name === "rel")?.value.toLowerCase() ?? "";
  const words = relations.split(/\s+/).filter((word) => word !== "");
  return words.length > 0 && words.every((word) => HOST_HINTS.has(word));
}

/** All references of a site from the same attribute share one text. */
const sourceName = remembered((name) => name);

function reference(element: Element, attribute: Attribute, origin: Origin): Reference {
  const range = attribute.valueRange;
  return {
    url: attribute.value.trim(),
    range: range.start === range.end ? attribute.range : range,
    elementRange: rangeOf(element),
    unknown: attribute.unknown,
    from: sourceName(`${element.tagName}[${attribute.name}]`),
    origin,
  };
}

function imageReferences(
  element: Element,
  attribute: Attribute,
  origin: Origin,
): readonly Reference[] {
  const whole = reference(element, attribute, origin);
  if (attribute.name !== "srcset" || attribute.unknown) return [whole];
  const { start, end } = attribute.valueRange;
  // With character references in the value, places inside it cannot be counted: the whole value stands for each.
  const countable = end - start === attribute.value.length;
  return readSrcset(attribute.value).map((candidate) => {
    const from = start + candidate.start;
    const range = countable ? { start: from, end: from + candidate.url.length } : whole.range;
    return { ...whole, url: candidate.url, range };
  });
}
