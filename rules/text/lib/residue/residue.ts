import {
  type Article,
  type Attribute,
  attributesOf,
  type Edit,
  type Element,
  type Range,
  removeAttribute,
  replace,
  textContentOf,
  weightedLength,
  withoutSignsAround,
} from "../../../../src/rules.js";
import table from "./residue.json" with { type: "json" };

/** What a leftover text is: part of a page's layout, or a line that names the source. */
export type ResidueKind = "furniture" | "credit";

/** Longer paragraphs are prose that mentions such words. */
const LONGEST = 160;
/** A stamp has a line above it and the URL of the source below it. */
const LONGEST_STAMP = 600;

const WHOLE = new RegExp(`^(?:${table.whole.join("|")})$`, "iu");
/** What leads on to another page, or to a newsletter, and has a use as a link there. */
const READING = new RegExp(`^(?:${table.reading.join("|")})$`, "iu");
const UNLINKED = new RegExp(`^(?:${table.unlinked.join("|")})$`, "iu");
const OPENING = new RegExp(`^(?:${table.opening.join("|")})`, "iu");
const INSIDE = new RegExp(table.inside.join("|"), "iu");
/** A notice about copies that names the blog or its author is their own. */
const OF_THIS_SITE = /本博客|本部落格|本人|当ブログ|当サイト/u;
const STAMP = new RegExp(table.stamps.join("|"), "u");
const CREDITS = new RegExp(`^(?:${table.credits.join("|")})`, "iu");
const COMMENT = new RegExp(`^(?:${table.comments.join("|")})`, "i");
const CLASS = new RegExp(`^(?:${table.classes.join("|")})$`);
const ATTRIBUTE = new RegExp(`^(?:${table.attributes.join("|")})$`, "i");
const OFFICE = /^\s*(mso-[\w-]+)\s*:/i;
const TAG = new RegExp(`^(?:${table.tags.join("|")})$`);
const CONTAINER = new RegExp(`^(?:${table.containers.join("|")})$`, "i");

/** A shortcode with an attribute, or the end of one: a name in brackets alone may be anything. */
const SHORTCODE = new RegExp(
  `\\[(?:(?:${table.shortcodes.join("|")})(?:\\s+[\\w-]+=(?:"[^"\\]]*"|'[^'\\]]*'|[^\\s"'\\]]+))+\\s*/?|/(?:${table.shortcodes.join("|")}))\\]`,
  "g",
);

/** Where the shortcodes of WordPress stand in a text: from, to. */
export function shortcodesIn(text: string): readonly Range[] {
  if (!text.includes("]")) return [];
  return Array.from(text.matchAll(SHORTCODE), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}

/**
 * The kind of leftover that a paragraph is; undefined for prose.
 * @param place whether it is a button, or a link in it leads somewhere
 */
export function residueOf(text: string, place?: "button" | "link"): ResidueKind | undefined {
  if (STAMP.test(text) && weightedLength(text) <= LONGEST_STAMP) return "furniture";
  // Long prose is recognized at once: NFKC and white space shorten it by less than that.
  if (weightedLength(text) > LONGEST * 3 && !/\s{4}/.test(text)) return undefined;
  const flat = text.normalize("NFKC").replace(/\s+/g, " ").trim();
  if (weightedLength(flat) > LONGEST) return undefined;
  const words = withoutSignsAround(flat);
  if (place !== "link" && READING.test(words)) return "furniture";
  if (place === undefined && (UNLINKED.test(words) || UNLINKED.test(flat))) return "furniture";
  if (WHOLE.test(words) || OPENING.test(flat)) return "furniture";
  if (INSIDE.test(flat) && !OF_THIS_SITE.test(flat)) return "furniture";
  return CREDITS.test(flat) ? "credit" : undefined;
}

/** Whether a comment was written by an editor or a clipboard, not by a person. */
export function isResidueComment(value: string): boolean {
  return COMMENT.test(value.trim());
}

/** A name in an opening tag that an editor left behind. */
export interface ResidueMark {
  readonly name: string;
  readonly range: Range;
  /** Removes it and leaves the rest of the tag as it is; undefined for the element itself. */
  readonly edit: Edit | undefined;
}

/** What an editor left in an element's opening tag: the tag name, classes, attributes, styles. */
export function residueMarks(article: Article, element: Element): readonly ResidueMark[] {
  const marks: ResidueMark[] = [];
  if (TAG.test(element.tagName)) {
    const start = (element.position?.start.offset ?? 0) + 1;
    const range = { start, end: start + element.tagName.length };
    marks.push({ name: element.tagName, range, edit: undefined });
  }
  for (const attribute of attributesOf(article, element)) {
    const { name, range, unknown } = attribute;
    if (unknown) continue;
    if (ATTRIBUTE.test(name)) {
      marks.push({ name, range, edit: removeAttribute(article, range) });
    } else if (name === "class" || name === "classname") {
      const mark = listMark(article, attribute, /\s+/, " ", (word) => CLASS.exec(word)?.[0]);
      if (mark !== undefined) marks.push(mark);
    } else if (name === "style") {
      const mark = listMark(article, attribute, /;/, ";", (part) => OFFICE.exec(part)?.[1]);
      if (mark !== undefined) marks.push(mark);
    }
  }
  return marks;
}

/** The first leftover in a list value, and the edit that keeps the other parts of the list. */
function listMark(
  article: Article,
  { value, range, valueRange }: Attribute,
  separator: RegExp,
  joint: string,
  nameOf: (part: string) => string | undefined,
): ResidueMark | undefined {
  const parts = value.split(separator).filter((part) => part.trim() !== "");
  const name = parts.map(nameOf).find((found) => found !== undefined);
  if (name === undefined) return undefined;
  const kept = parts
    .filter((part) => nameOf(part) === undefined)
    .join(joint)
    .trim();
  const written = article.source.slice(valueRange.start, valueRange.end);
  const edit =
    kept === "" || written !== value ? removeAttribute(article, range) : replace(valueRange, kept);
  return { name, range, edit };
}

/** The name of an empty container of the source page; undefined for any other element. */
export function emptyContainer(article: Article, element: Element): string | undefined {
  if (!["div", "section", "p", "span", "ins", "aside"].includes(element.tagName)) return undefined;
  if (element.children.some((child) => child.type !== "text" && child.type !== "comment")) {
    return undefined;
  }
  if (element.properties.id === undefined && element.properties.className === undefined) {
    return undefined;
  }
  if (textContentOf(article, element).text.trim() !== "") return undefined;
  for (const { name, value, unknown } of attributesOf(article, element)) {
    if (unknown || (name !== "id" && name !== "class")) continue;
    const found = value.split(/\s+/).find((word) => CONTAINER.test(word));
    if (found !== undefined) return found;
  }
  return undefined;
}
