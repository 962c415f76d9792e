import {
  type Article,
  type Attribute,
  attributeOf,
  attributesOf,
  type Element,
  openingTagOf,
  overlapTest,
  type Range,
  rangeOf,
} from "../../../src/rules.js";
import words from "./html-problems.json" with { type: "json" };
import { mayBeTemplates } from "./templated-tags.js";

/** One defect of the markup, at the tag, attribute or character reference that a writer sees. */
export interface HtmlProblem {
  /** parse5's code, or `stray-end-tag`, `unclosed-element`, `missing-quote`. */
  readonly code: string;
  readonly range: Range;
  /** The element in whose opening tag it is. */
  readonly element?: Element;
  readonly attribute?: Attribute;
}

/** Codes of tags without a partner, and of tags that the renderer of Markdown prints as text. */
const WHOLE_TAG: ReadonlySet<string> = new Set([
  "stray-end-tag",
  "unclosed-element",
  "printed-end-tag",
  "printed-start-tag",
]);

interface Tag {
  readonly element: Element;
  readonly range: Range;
}

/** What the parser error is about; the parser only gives the character at which it stopped. */
const PLACES: Readonly<Record<string, { readonly place: string }>> = words;
const TEXT_ELEMENTS: ReadonlySet<string> = new Set([
  "textarea",
  "title",
  "script",
  "style",
  "xmp",
  "iframe",
  "noembed",
  "noframes",
  "plaintext",
]);
const REFERENCE = /&#?[\da-z]*;?/iy;

/** The markup defects of an article in source order, one for each tag: the first one explains the rest. */
export function htmlProblemsOf(article: Article): readonly HtmlProblem[] {
  if (!article.problems.some(({ kind }) => kind === "html-parse")) return [];
  const tags = article.elements
    .filter((element) => article.originOf(element) === "html")
    .map((element) => ({ element, range: openingTagOf(article, element) }));
  const comments = article.comments.map((node) => ({ range: rangeOf(node) }));
  // Inside a tag that a template writes in part, the final text is not known.
  const isTemplated = overlapTest(article.templateTags.map(({ range }) => range));
  const byStart = new Map<number, HtmlProblem>();
  /** A defect in a tag explains why its partner is missing. */
  const isOpen = (key: number): boolean => {
    const known = byStart.get(key);
    return known === undefined || isBalance(known.code);
  };
  const add = (problem: HtmlProblem, key: number): void => {
    if (isOpen(key) && !isTemplated(problem.range)) byStart.set(key, problem);
  };

  for (const problem of article.problems) {
    if (problem.kind !== "html-parse") continue;
    const { code, range } = problem;
    const { start } = range;
    switch (isBalance(code) ? "balance" : PLACES[code]?.place) {
      case "balance":
        if (!byStart.has(start)) byStart.set(start, { code, range });
        break;
      case "attribute":
      case "tag": {
        const tag = around(tags, start);
        if (tag === undefined) {
          const place = fromMark(article.markup, "<", range);
          add({ code, range: place }, place.start);
        } else if (
          isOpen(tag.range.start) &&
          !mayBeTemplates(article, tag.element, tag.range, start)
        ) {
          byStart.set(tag.range.start, inTag(article, code, tag, start));
        }
        break;
      }
      case "end-tag": {
        const opening = fromMark(article.markup, "</", range).start;
        const close = article.markup.indexOf(">", opening);
        const end = close === -1 ? range.end : close + 1;
        // Whatever a template puts into it, a closing tag has no attributes.
        if (isOpen(opening)) byStart.set(opening, { code, range: { start: opening, end } });
        break;
      }
      case "reference":
        add({ code, range: referenceAt(article.markup, range) }, start);
        break;
      case "comment": {
        const place = around(comments, start)?.range ?? fromMark(article.markup, "<!", range);
        add({ code, range: place }, place.start);
        break;
      }
      case "text-element": {
        const tag = tags.findLast(
          (one) => TEXT_ELEMENTS.has(one.element.tagName) && one.range.end <= start,
        );
        if (tag !== undefined)
          add({ code, range: tag.range, element: tag.element }, tag.range.start);
        break;
      }
      case "mark": {
        // The parser stops behind the mark; there may be another one.
        const behind = article.markup[start] === "<" ? { ...range, start: start - 1 } : range;
        const at = fromMark(article.markup, "<", behind).start;
        if (isInstruction(article.markup, at)) break;
        add({ code, range: { start: at, end: Math.min(at + 1, article.source.length) } }, at);
      }
    }
  }
  const isMarkdown = overlapTest(markdownInHtml(article));
  const sorted = [...byStart.values()]
    .filter(({ range }) => !isMarkdown({ start: range.start, end: range.start + 1 }))
    .sort((left, right) => left.range.start - right.range.start);
  return withoutConsequences(article.source, sorted);
}

/** Code of PHP is meant to be run, or to be seen. */
const INSTRUCTION = /^<\?(?!php\b)[a-z][^>]*\?>$/i;
const LONGEST = 1_000;

/** `<?code-excerpt path="a"?>`: what a program reads and browsers hide, up to its own end. */
function isInstruction(markup: string, at: number): boolean {
  const end = markup.indexOf(">", at);
  return end !== -1 && INSTRUCTION.test(markup.slice(at, Math.min(end + 1, at + LONGEST)));
}

/** Elements whose content kramdown and PHP Markdown Extra read as Markdown: code in it is not markup. */
function markdownInHtml(article: Article): readonly Range[] {
  if (article.format === "html") return [];
  return article.elements
    .filter((element) => {
      if (article.originOf(element) !== "html") return false;
      const markdown = attributeOf(article, element, "markdown")?.value;
      return markdown !== undefined && markdown !== "0";
    })
    .map((element) => ({ start: openingTagOf(article, element).end, end: rangeOf(element).end }));
}

/**
 * `</a href="…">text</a>` is one defect: the first tag should have opened what the second one closes. So is a tag that
 * is printed as text, with its end tag.
 */
function withoutConsequences(
  source: string,
  problems: readonly HtmlProblem[],
): readonly HtmlProblem[] {
  const misread = new Set<string>();
  return problems.filter(({ code, range }) => {
    const tag = /^<\/?([^\s/>]+)/.exec(source.slice(range.start, range.end));
    const name = tag?.[1]?.toLowerCase() ?? "";
    if (code === "end-tag-with-attributes" || code === "printed-start-tag") misread.add(name);
    const isAlone = code === "stray-end-tag" || code === "printed-end-tag";
    return !isAlone || !misread.delete(name);
  });
}

function isBalance(code: string): boolean {
  return WHOLE_TAG.has(code);
}

function inTag(
  article: Article,
  code: string,
  { element, range }: Tag,
  offset: number,
): HtmlProblem {
  const attributes = attributesOf(article, element);
  const open = attributes.find((one) => swallowsMarkup(article, one));
  if (open !== undefined && !code.endsWith("trailing-solidus")) {
    return { code: "missing-quote", range: open.range, element, attribute: open };
  }
  const attribute = attributes.findLast(
    (one) => one.range.start <= offset && offset <= one.range.end,
  );
  const isAttribute = PLACES[code]?.place === "attribute" && attribute !== undefined;
  return {
    code,
    range: isAttribute ? attribute.range : range,
    element,
    ...(attribute === undefined ? {} : { attribute }),
  };
}

/** Whether a quoted value extends beyond its tag: it ends with the `=` of the next attribute, or contains whole tags. */
function swallowsMarkup(article: Article, attribute: Attribute): boolean {
  const { start, end } = attribute.valueRange;
  const raw = article.markup.slice(start, end);
  return /=\s*$/.test(raw) || (raw.includes(">") && /<\/?[a-z][^<]*$/i.test(raw));
}

/** The last of some places, sorted by start, that begins at or before an offset, if it reaches that far. */
function around<Place extends { readonly range: Range }>(
  places: readonly Place[],
  offset: number,
): Place | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.range.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const place = places[low - 1];
  return place !== undefined && offset <= place.range.end ? place : undefined;
}

function referenceAt(markup: string, range: Range): Range {
  REFERENCE.lastIndex = fromMark(markup, "&", range).start;
  const match = REFERENCE.exec(markup);
  return match === null ? range : { start: match.index, end: REFERENCE.lastIndex };
}

/** From the last `mark` at or before the range's start to its end; the range itself where there is none. */
function fromMark(markup: string, mark: string, range: Range): Range {
  const start = markup.lastIndexOf(mark, range.start);
  return start === -1 ? range : { start, end: Math.max(range.end, start + mark.length) };
}

/** `<p>text<p>` at the end of a line that a blank line, a tag or nothing follows: the second tag begins nothing. */
const OPENED_AGAIN =
  /<(p|li|td|th|dt|dd)(?:\s[^<>]{0,300})?>([^<>\n]{1,2000})(<\1>)[ \t]*(?=\r?\n[ \t]*(?:[\r\n<]|$)|$)/g;

/** Opening tags that are meant to be closing ones. */
export function tagsOpenedAgain({ markup }: Article): readonly Range[] {
  return [...markup.matchAll(OPENED_AGAIN)].flatMap(
    ({ 0: whole, 2: text = "", 3: tag = "", index }) => {
      const start = index + whole.lastIndexOf(tag);
      return text.trim() === "" ? [] : [{ start, end: start + tag.length }];
    },
  );
}
