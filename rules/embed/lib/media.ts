import {
  type Article,
  attributeOf,
  type Element,
  hasUnknownAttribute,
  type Nodes,
  overlapTest,
  perArticle,
  rangeOf,
} from "../../../src/rules.js";
import { isDeadFormat } from "./embeds.js";

/** What plays in a `<video>` or `<audio>`. */
export interface Media {
  /** URLs of its files as written, its own first; empty where they are not known. */
  readonly addresses: readonly string[];
  /** Whether every one of its files is in a format that no current browser plays. */
  readonly isDead: boolean;
  readonly sources: readonly Element[];
  /** Whether it has a track of captions or subtitles. */
  readonly hasCaptions: boolean;
  /** Whether a template or component writes some of its content. */
  readonly hasUnknownParts: boolean;
}

const cachedTags = perArticle(({ templateTags }) =>
  overlapTest(templateTags.filter(({ kind }) => kind === "tag").map(({ range }) => range)),
);

/** Reads a `<video>` or `<audio>` with its sources and tracks. */
export function mediaOf(article: Article, element: Element): Media {
  const children = element.children.filter(isElement);
  const sources = children.filter(({ tagName }) => tagName === "source");
  const files = [element, ...sources].flatMap((holder) => {
    const address = attributeOf(article, holder, "src");
    const type = attributeOf(article, holder, "type")?.value ?? "";
    return address === undefined ? [] : [{ ...address, type }];
  });
  const isKnown = files.every(({ unknown }) => !unknown);
  return {
    addresses: isKnown ? files.map(({ value }) => value) : [],
    isDead: isKnown && files.length > 0 && files.every((one) => isDeadFormat(one.value, one.type)),
    sources,
    hasCaptions: children.some((child) => child.tagName === "track" && isCaptions(article, child)),
    hasUnknownParts: hasComponents(element) || cachedTags(article)(rangeOf(element)),
  };
}

/** Whether a boolean attribute such as `muted` is set, or may be. */
export function mayHave(article: Article, element: Element, name: string): boolean {
  return (
    attributeOf(article, element, name) !== undefined || hasUnknownAttribute(article, element, name)
  );
}

/** A track without a kind is a subtitles track; one with an unknown kind is metadata (HTML §4.8.11). */
function isCaptions(article: Article, track: Element): boolean {
  const kind = attributeOf(article, track, "kind");
  const value = kind?.value.trim().toLowerCase() ?? "";
  return value === "" || kind?.unknown === true || value === "captions" || value === "subtitles";
}

function hasComponents(element: Element): boolean {
  return element.children.some(({ type }) => type.startsWith("mdx"));
}

function isElement(node: Nodes): node is Element {
  return node.type === "element";
}
