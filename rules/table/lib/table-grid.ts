import {
  type Article,
  attributeOf,
  type Element,
  hasUnknownAttribute,
  type Nodes,
  overlapTest,
  perArticle,
  rangeOf,
  TEMPLATE_FILLER,
} from "../../../src/rules.js";

/** One row of a table with its cells, including those that the parser added to fill it up. */
export interface TableRow {
  readonly element: Element;
  readonly cells: readonly Element[];
}

/** A table as its rows, without the rows of tables inside its cells. */
export interface TableGrid {
  readonly element: Element;
  readonly rows: readonly TableRow[];
  /** Cells of the widest row, spans counted. */
  readonly columns: number;
  readonly caption: Element | undefined;
  /** Whether components or template tags may add further rows. */
  readonly isOpen: boolean;
}

const SECTIONS: ReadonlySet<string> = new Set(["thead", "tbody", "tfoot"]);
const PICTURES: ReadonlySet<string> = new Set(["img", "picture", "svg", "video"]);
/** Elements that say something although they contain no text. */
const SPEAKING: ReadonlySet<string> = new Set([
  ...PICTURES,
  "audio",
  "button",
  "canvas",
  "iframe",
  "input",
  "math",
  "object",
  "select",
  "textarea",
]);

const cachedTags = perArticle(({ templateTags }) =>
  overlapTest(templateTags.filter(({ kind }) => kind === "tag").map(({ range }) => range)),
);

/** Reads a `<table>`, whether written in HTML or in Markdown. */
export function gridOf(article: Article, table: Element): TableGrid {
  const sections = [table, ...table.children.filter(isElement).filter(isSection)];
  const rows = sections
    .flatMap(({ children }) => children.filter(isElement))
    .filter(({ tagName }) => tagName === "tr")
    .map((element) => ({ element, cells: element.children.filter(isElement).filter(isCell) }));
  const widths = rows.map(({ cells }) => cells.reduce((sum, cell) => sum + spanOf(cell), 0));
  return {
    element: table,
    rows,
    columns: widths.reduce((most, width) => Math.max(most, width), 0),
    caption: table.children.filter(isElement).find(({ tagName }) => tagName === "caption"),
    isOpen:
      cachedTags(article)(rangeOf(table)) ||
      [...sections, ...rows.map(({ element }) => element)].some(holdsComponent),
  };
}

/** How many columns a cell takes. */
export function spanOf({ properties }: Element): number {
  const span = Number(properties.colSpan ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, 1000) : 1;
}

/** Whether a cell says nothing at all: it has no text, image, control or label. */
export function isEmptyCell(article: Article, cell: Element): boolean {
  if (hasUnknownAttribute(article, cell, "aria-label")) return false;
  if ((attributeOf(article, cell, "aria-label")?.value.trim() ?? "") !== "") return false;
  return cell.children.every(isSilent);
}

/** Whether a cell shows only images. */
export function holdsOnlyPictures(cell: Element): boolean {
  return hasPicture(cell) && !hasText(cell);
}

/** Whether an element contains another with that name at any depth. */
export function holds(node: Nodes, name: string): boolean {
  if (node.type === "element" && node.tagName === name) return true;
  return "children" in node && node.children.some((child) => holds(child, name));
}

function isSilent(node: Nodes): boolean {
  if (node.type === "text")
    return node.value.trim() === "" && !node.value.includes(TEMPLATE_FILLER);
  if (node.type === "comment") return true;
  if (node.type !== "element" || SPEAKING.has(node.tagName)) return false;
  // Custom elements may add content of their own.
  return !node.tagName.includes("-") && node.children.every(isSilent);
}

function hasText(node: Nodes): boolean {
  if (node.type === "text") return node.value.trim() !== "";
  return "children" in node && node.children.some(hasText);
}

function hasPicture(node: Nodes): boolean {
  if (node.type === "element" && PICTURES.has(node.tagName)) return true;
  return "children" in node && node.children.some(hasPicture);
}

function holdsComponent({ children }: Element): boolean {
  return children.some(({ type }) => type.startsWith("mdx"));
}

function isSection({ tagName }: Element): boolean {
  return SECTIONS.has(tagName);
}

function isCell({ tagName }: Element): boolean {
  return tagName === "td" || tagName === "th";
}

function isElement(node: Nodes): node is Element {
  return node.type === "element";
}
