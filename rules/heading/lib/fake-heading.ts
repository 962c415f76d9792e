import {
  ARTICLE_STATEMENTS,
  type Article,
  attributeOf,
  type Element,
  hasTemplateSyntax,
  headingText,
  outlineHeadings,
  type Paragraph,
  perArticle,
  rangeOf,
  type Text,
} from "../../../src/rules.js";

/** What makes a paragraph look like a heading. */
export type HeadingLook = "bold" | "large" | "brackets";

/** Elements in which bold text is not a heading: a quotation, a caption, a list of links. */
const OUTSIDE: ReadonlySet<string> = new Set([
  "a",
  "aside",
  "blockquote",
  "button",
  "dl",
  "figure",
  "footer",
  "form",
  "header",
  "label",
  "li",
  "nav",
  "summary",
  "table",
]);
/** A dash or bullet starts a list item, 如下 announces a list. */
const LIST_LIKE = /^[-–—•·●◦*+]|(?:如下|following)$/iu;
const FINAL_MARK = /[.,;:!?…。，；：！？、]["'”’»」』)）\]*_]*$/u;
/** Lines about the article itself: its length, its author, its end. */
const STATEMENT = new RegExp(`^(?:${ARTICLE_STATEMENTS.join("|")})$`, "iu");
const BRACKETED = /^【[^【】]{1,40}】$/u;
/** CSS sizes that are always larger than the text around them. */
const LARGE = /^(?:large|larger|x{1,3}-large)$/i;
/** From this size on text is larger than running text, by unit. */
const LEAST_LARGE: Readonly<Record<string, number>> = {
  px: 18,
  pt: 14,
  em: 1.15,
  rem: 1.15,
  "%": 115,
};

/** What makes a paragraph look like a heading; undefined if nothing does. */
export function headingLook(article: Article, paragraph: Paragraph): HeadingLook | undefined {
  const { kind, text, inTable, inAside, onlyCode, element } = paragraph;
  if ((kind !== "paragraph" && kind !== "run") || inTable || inAside || onlyCode) return undefined;
  const look = BRACKETED.test(text) ? "brackets" : styledLook(article, paragraph);
  // Few lines are styled, so what they say is looked at last.
  if (look === undefined || isOutside(article, element) || !mayBeHeading(article, text))
    return undefined;
  return look;
}

/** How all of a paragraph is set. */
function styledLook(article: Article, paragraph: Paragraph): HeadingLook | undefined {
  const texts = textsIn(article, paragraph);
  if (texts.length === 0) return undefined;
  if (texts.every((node) => hasAround(article, node, paragraph, isLarge))) return "large";
  return texts.every((node) => hasAround(article, node, paragraph, isBold)) ? "bold" : undefined;
}

/** Whether a line reads as a heading: no sentence, item or statement about the article. */
function mayBeHeading(article: Article, text: string): boolean {
  return (
    (!FINAL_MARK.test(text) || levelOfSeries(article, text) !== undefined) &&
    !LIST_LIKE.test(text) &&
    !STATEMENT.test(text) &&
    /\p{L}/u.test(text) &&
    !hasTemplateSyntax(text)
  );
}

const LEAST_SERIES = 4;
const SERIES_SHARE = 0.8;

/** The mark that nearly all headings of a level end with, as those of questions and answers do, by mark. */
const seriesOf = perArticle((article): ReadonlyMap<string, number> => {
  const marks = new Map<number, string[]>();
  for (const { element, level } of outlineHeadings(article)) {
    const mark = finalMark(headingText(article, element) ?? "");
    const known = marks.get(level);
    if (known === undefined) marks.set(level, [mark]);
    else known.push(mark);
  }
  const series = new Map<string, number>();
  for (const [level, all] of marks)
    for (const mark of new Set(all)) {
      const count = all.filter((one) => one === mark).length;
      if (mark !== "" && count >= LEAST_SERIES && count >= all.length * SERIES_SHARE)
        series.set(mark, level);
    }
  return series;
});

/** The level of the headings that end with the mark that a text ends with; undefined where it is not their rule. */
export function levelOfSeries(article: Article, text: string): number | undefined {
  return seriesOf(article).get(finalMark(text));
}

function finalMark(text: string): string {
  const last = text.trim().normalize("NFKC").at(-1) ?? "";
  return /[?!:]/.test(last) ? last : "";
}

function isOutside(article: Article, element: Element | undefined): boolean {
  let at = element;
  while (at !== undefined && !OUTSIDE.has(at.tagName)) at = article.parentOf(at);
  return at !== undefined;
}

/** The text nodes of a paragraph that show something, found by bisection: texts are in source order. */
function textsIn(article: Article, { range }: Paragraph): readonly Text[] {
  const { texts } = article;
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = texts[middle];
    if (node !== undefined && rangeOf(node).end <= range.start) low = middle + 1;
    else high = middle;
  }
  const found: Text[] = [];
  for (let at = low; at < texts.length; at++) {
    const node = texts[at];
    if (node === undefined || rangeOf(node).start >= range.end) break;
    if (node.value.trim() !== "") found.push(node);
  }
  return found;
}

/** Whether a text is inside an element that a test accepts; the `<p>` of the paragraph counts. */
function hasAround(
  article: Article,
  node: Text,
  { element, kind }: Paragraph,
  test: (article: Article, element: Element) => boolean,
): boolean {
  for (let at = article.parentOf(node); at !== undefined; at = article.parentOf(at)) {
    if (at === element) return kind === "paragraph" && test(article, at);
    if (test(article, at)) return true;
  }
  return false;
}

function isBold(article: Article, element: Element): boolean {
  if (element.tagName === "strong" || element.tagName === "b") return true;
  return /(?:^|;)\s*font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b/i.test(styleOf(article, element));
}

function isLarge(article: Article, element: Element): boolean {
  if (element.tagName === "big") return true;
  if (element.tagName === "font") {
    const size = attributeOf(article, element, "size")?.value.trim() ?? "";
    if (/^(?:[4-7]|\+[1-4])$/.test(size)) return true;
  }
  const size = /(?:^|;)\s*font-size\s*:\s*([\w.%-]+)/i.exec(styleOf(article, element))?.[1] ?? "";
  if (LARGE.test(size)) return true;
  const [, number = "", unit = ""] = /^([\d.]+)(px|pt|em|rem|%)$/i.exec(size) ?? [];
  const least = LEAST_LARGE[unit.toLowerCase()];
  return least !== undefined && Number(number) >= least;
}

function styleOf(article: Article, element: Element): string {
  if (element.properties.style === undefined) return "";
  const style = attributeOf(article, element, "style");
  return style === undefined || style.unknown ? "" : style.value;
}
