import type { Element, ElementContent, Nodes } from "hast";
import type { Article } from "../../article/article.js";
import { perArticle } from "../../article/per-article.js";
import { textContentOf } from "../../article/text.js";
import { weightedLength } from "../text/weighted-length.js";
import { captionLook } from "./caption-look.js";
import table from "./captions.json" with { type: "json" };
import { isIcon } from "./picture-element.js";

/** A picture and the short block behind it that only looks like its caption. */
export interface FakeCaption {
  /** The block that holds nothing but the image, or the bare `<img>` itself. */
  readonly imageBlock: Element;
  readonly images: readonly Element[];
  readonly captionBlock: Element;
  readonly text: string;
  readonly weight: number;
}

/** A longer block is a paragraph of the article, whatever it looks like. */
export const CAPTION_WEIGHT = 60;
/** No caption is longer, whatever an option says. */
const LONGEST = 400;

const IMAGE_BLOCKS: ReadonlySet<string> = new Set(table.imageBlocks);
const CAPTION_BLOCKS: ReadonlySet<string> = new Set(table.captionBlocks);
const IMAGE_WRAPPERS: ReadonlySet<string> = new Set(table.imageWrappers);
const PHRASING: ReadonlySet<string> = new Set(table.phrasing);
const CONTAINERS_OF_BLOCKS: ReadonlySet<string> = new Set(table.containers);

/** Patterns of lines about the article itself: its length, its author, its end, a call to follow. */
export const ARTICLE_STATEMENTS: readonly string[] = table.statements;
const STATEMENT = new RegExp(
  `^[\\p{P}\\p{S}\\s]*(?:${ARTICLE_STATEMENTS.join("|")})[\\p{P}\\p{S}\\s]*$`,
  "iu",
);

/** All images of an article with a block behind them that is made to look like a caption, whatever its length up to 400. */
export const fakeCaptionsOf: (article: Article) => readonly FakeCaption[] =
  perArticle(findFakeCaptions);

function findFakeCaptions(article: Article): readonly FakeCaption[] {
  const found: FakeCaption[] = [];
  const seen = new Set<Element>();
  for (const image of article.elements) {
    if (image.tagName !== "img" || isIcon(article, image)) continue;
    const imageBlock = imageBlockOf(article, image);
    if (imageBlock === undefined || seen.has(imageBlock)) continue;
    seen.add(imageBlock);
    const captionBlock = nextBlock(article, imageBlock);
    if (captionBlock === undefined) continue;
    const text = captionTextOf(article, captionBlock);
    if (text === undefined) continue;
    found.push({
      imageBlock,
      images: imagesIn(imageBlock),
      captionBlock,
      text,
      weight: weightedLength(text),
    });
  }
  return found;
}

/** Whether an element is one of the article's fake captions or stands in one: no ordinary prose. */
export function isInFakeCaption(article: Article, element: Element): boolean {
  const blocks = new Set(
    fakeCaptionsOf(article)
      .filter(({ weight }) => weight <= CAPTION_WEIGHT)
      .map(({ captionBlock }) => captionBlock),
  );
  if (blocks.size === 0) return false;
  let current: Element | undefined = element;
  while (current !== undefined && !blocks.has(current)) current = article.parentOf(current);
  return current !== undefined;
}

/** The outermost block with no content but images, of which `image` is one; undefined where text stands beside it or a figure holds it. */
function imageBlockOf(article: Article, image: Element): Element | undefined {
  let block: Element = image;
  for (;;) {
    const parent = article.parentOf(block);
    if (parent?.tagName === "figure") return undefined;
    if (parent === undefined || !IMAGE_BLOCKS.has(parent.tagName) || !holdsOnlyImages(parent))
      break;
    block = parent;
  }
  if (block.tagName === "p" || block.tagName === "div" || block.tagName === "center") return block;
  const parent = article.parentOf(block);
  const inBlocks = parent === undefined || CONTAINERS_OF_BLOCKS.has(parent.tagName);
  return inBlocks && !isText(sibling(article, block, -1)) ? block : undefined;
}

/** Asked of each image in a block, so that a block of thousands would be read thousands of times. */
const onlyImages = new WeakMap<Element, boolean>();

function holdsOnlyImages(element: Element): boolean {
  const known = onlyImages.get(element);
  if (known !== undefined) return known;
  const result = element.children.every(
    (child) =>
      isBlank(child) ||
      (child.type === "element" &&
        (child.tagName === "img" || (IMAGE_WRAPPERS.has(child.tagName) && holdsOnlyImages(child)))),
  );
  onlyImages.set(element, result);
  return result;
}

function imagesIn(element: Element): readonly Element[] {
  if (element.tagName === "img") return [element];
  return element.children.flatMap((child) => (child.type === "element" ? imagesIn(child) : []));
}

function nextBlock(article: Article, block: Element): Element | undefined {
  const next = sibling(article, block, 1);
  return next?.type === "element" && CAPTION_BLOCKS.has(next.tagName) ? next : undefined;
}

/** Asked of each of thousands of images that stand beside each other. */
const places = new WeakMap<readonly Nodes[], ReadonlyMap<Nodes, number>>();

/** Where each node stands among its siblings. */
function placesIn(siblings: readonly Nodes[]): ReadonlyMap<Nodes, number> {
  const known = places.get(siblings);
  if (known !== undefined) return known;
  const found = new Map(siblings.map((node, index) => [node, index] as const));
  places.set(siblings, found);
  return found;
}

/** The nearest sibling in a direction that is not blank. */
function sibling(article: Article, node: Element, step: 1 | -1): Nodes | undefined {
  const siblings: readonly Nodes[] = (article.parentOf(node) ?? article.tree).children;
  const index = placesIn(siblings).get(node);
  // A node inside a component of MDX has siblings that are not known here.
  if (index === undefined) return undefined;
  let at = index + step;
  while (at >= 0 && at < siblings.length) {
    const candidate = siblings[at];
    if (candidate !== undefined && !isBlank(candidate)) return candidate;
    at += step;
  }
  return undefined;
}

function isBlank(node: Nodes): boolean {
  return node.type === "comment" || (node.type === "text" && node.value.trim() === "");
}

function isText(node: Nodes | undefined): boolean {
  return node?.type === "text";
}

/** The text of a block that looks like a caption; undefined when it is a heading, a button, a lead-in or prose. */
function captionTextOf(article: Article, block: Element): string | undefined {
  if (!isPhrasing(block.children)) return undefined;
  const text = textContentOf(article, block).text.replace(/\s+/g, " ").trim();
  if (text.length > LONGEST || weightedLength(text) > LONGEST || /[:：]$/.test(text))
    return undefined;
  const look = captionLook(article, block, text);
  if (!look.marked) {
    if (look.bold || look.link) return undefined;
    if (!look.centred && !look.small && !look.grey && !look.emphasised) return undefined;
  }
  if (text.replace(/[^\p{L}]/gu, "").length < 2) return undefined;
  return STATEMENT.test(text) ? undefined : text;
}

function isPhrasing(children: readonly ElementContent[]): boolean {
  return children.every(
    (child) =>
      child.type !== "element" || (PHRASING.has(child.tagName) && isPhrasing(child.children)),
  );
}
