import type { Element } from "hast";
import { htmlVoidElements } from "html-void-elements";
import type { Article } from "../../article/article.js";
import { openingTagOf } from "../../article/attributes.js";
import { type Tag, visitTags } from "../../article/html-tags.js";
import { rangeOf } from "../../article/node-range.js";
import { perArticle } from "../../article/per-article.js";
import type { Range } from "../../article/range.js";
import { componentNameAt } from "./components.js";
import { contentModel } from "./content-model.js";

/** An element as its writer meant it: tags paired by their names, before a parser moved anything. */
export interface WrittenTag {
  /** In lower case; that of a component in Markdown as written. */
  readonly name: string;
  readonly opening: Range;
  /** Its own end tag; undefined for void elements and those left open. */
  readonly closing: Range | undefined;
  readonly parent: WrittenTag | undefined;
  /** The element of the tree that begins there; the parser drops some. */
  readonly element: Element | undefined;
}

interface OpenTag extends WrittenTag {
  closing: Range | undefined;
}

const VOID: ReadonlySet<string> = new Set(htmlVoidElements);
const OPTIONAL_END = contentModel.optionalEnd;
const BLOCKS: ReadonlySet<string> = new Set([
  ...contentModel.blocks,
  "figcaption",
  "tr",
  "td",
  "th",
]);
const CLOSED_BY = contentModel.closedBy;
/** Beyond these no end tag reaches, but a table's own. */
const CELLS: ReadonlySet<string> = new Set(["td", "th", "caption"]);
const ISLAND = /^(?:svg|math)$/;
const TABLE = /^(?:table|caption|colgroup|tbody|thead|tfoot|tr|td|th)$/;

/** Deeper than this nobody writes; the search for an opening tag stays short. */
const MAXIMUM_OPEN = 1000;

/** The HTML and JSX elements of an article in source order, as written. What stands inside drawings is left out. */
export const writtenTagsOf: (article: Article) => readonly WrittenTag[] = perArticle((article) =>
  article.format === "mdx" ? tagsOfTree(article) : tagsOfMarkup(article),
);

/** JSX is balanced, or it does not parse. Components are no parents: nobody knows what they make of their children. */
function tagsOfTree(article: Article): readonly WrittenTag[] {
  const known = new Map<Element, WrittenTag>();
  for (const element of article.elements) {
    const { end } = rangeOf(element);
    const opening = openingTagOf(article, element);
    const isJsx = article.originOf(element) === "jsx";
    // Only within the element: a search of the whole text for each would be quadratic.
    const close = isJsx ? article.source.slice(opening.end, end).lastIndexOf("</") : -1;
    const parent = article.parentOf(element);
    known.set(element, {
      name: element.tagName,
      opening,
      closing: close === -1 ? undefined : { start: opening.end + close, end },
      parent: parent === undefined ? undefined : known.get(parent),
      element,
    });
  }
  return [...known.values()].filter(
    ({ element }) => element !== undefined && article.originOf(element) === "jsx",
  );
}

function tagsOfMarkup(article: Article): readonly WrittenTag[] {
  const elements = new Map<number, Element>();
  for (const element of article.elements) {
    if (article.originOf(element) === "html") elements.set(rangeOf(element).start, element);
  }
  const found: WrittenTag[] = [];
  const open: OpenTag[] = [];
  visitTags(article.markup, (tag) => {
    if (tag.foreign && !(tag.closing && ISLAND.test(tag.name))) return undefined;
    const { start, end } = tag;
    const name = componentNameAt(article, start) ?? tag.name;
    if (tag.closing) close(open, { ...tag, name });
    else {
      closeImplied(open, name);
      const opening = { start, end };
      const written: OpenTag = {
        name,
        opening,
        closing: undefined,
        parent: open.at(-1),
        element: elements.get(start),
      };
      found.push(written);
      if (
        open.length < MAXIMUM_OPEN &&
        !VOID.has(name) &&
        !(tag.selfClosing && ISLAND.test(name))
      ) {
        open.push(written);
      }
    }
    return undefined;
  });
  return found;
}

/** An item ends where the next begins. A paragraph may have been meant to hold the blocks in it: its end tag will tell. */
function closeImplied(open: OpenTag[], name: string): void {
  for (let at = open.length - 1; at >= 0; at--) {
    const top = open[at];
    if (top === undefined || (BLOCKS.has(top.name) && !OPTIONAL_END.has(top.name))) return;
    if (top.name === "ul" || top.name === "ol" || top.name === "dl" || top.name === "table") return;
    if (CLOSED_BY[top.name]?.includes(name) === true) open.length = at;
    else if (CELLS.has(top.name)) return;
  }
}

function close(open: OpenTag[], { name, start, end }: Tag): void {
  for (let at = open.length - 1; at >= 0; at--) {
    const tag = open[at];
    if (tag === undefined) return;
    if (tag.name === name) {
      tag.closing = { start, end };
      open.length = at;
      return;
    }
    if (CELLS.has(tag.name) && !TABLE.test(name)) return;
    // A paragraph that a block has ended does not come back: its end tag is the writer's slip.
    if (name === "p" && BLOCKS.has(tag.name) && !OPTIONAL_END.has(tag.name)) return;
  }
}
