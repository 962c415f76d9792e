import * as z from "zod";
import {
  type Article,
  alsoAt,
  defineRule,
  type Edit,
  outlineHeadings,
  type Paragraph,
  paragraphsOf,
  rangeOf,
  replace,
  textContentOf,
  weightedLength,
} from "../../src/rules.js";
import { type HeadingLook, headingLook, levelOfSeries } from "./lib/fake-heading.js";

/** A look that a larger share of the paragraphs has is the normal look of the article. */
const COMMON_SHARE = 1 / 3;
/** Up to this many such lines in a row may be a heading and its subheadings; more are a list. */
const MOST_LEVELS = 3;
const BOLD_MARKDOWN = /^(\*\*|__)([^\n*_]+)\1$/;
const BOLD_HTML = /^<p(?:\s[^<>]*)?>\s*<(strong|b)>([^<>]+)<\/\1>\s*<\/p>$/i;
const MEDIA: ReadonlySet<string> = new Set(["img", "video", "iframe", "figure", "picture", "svg"]);
/** What may follow a label: an example, or nothing. */
const NO_TEXT: ReadonlySet<string> = new Set(["pre", "hr", "table", "form", "object", "embed"]);
/** Two line breaks, or the tag of a block: what separates two paragraphs that are not lines of one. */
const APART = /<br[^<>]*>\s*<br|<\/?(?!br|span|strong|b|font|em|i|u|a\b|big|small)[a-z][^<>]*>/i;

export default defineRule({
  id: "heading/fake",
  summary: "A line that looks like a heading should be marked as a heading",
  fixes: ["suggestion"],
  references: ["WCAG 2.2 SC 1.3.1", "WCAG 2.2 failure F2"],
  options: z.strictObject({
    maxWeight: z
      .int()
      .min(1)
      .default(60)
      .describe(
        "Longest text that counts as a heading, in weighted length (a CJK character counts 2).",
      ),
  }),
  messages: {
    bold: {
      severity: "info",
      what: "This bold line looks like a heading but is not marked as one.",
      why: "Tables of contents leave it out, and readers who navigate by headings miss its section.",
      help: "Make it a heading.",
    },
    large: {
      severity: "info",
      what: "This line in large type looks like a heading but is not marked as one.",
      why: "Tables of contents leave it out, and readers who navigate by headings miss its section.",
      help: "Make it a heading, and leave its size to the theme.",
    },
    brackets: {
      severity: "info",
      what: "This line in 【】 looks like a heading but is not marked as one.",
      why: "Tables of contents leave it out, and readers who navigate by headings miss its section.",
      help: "Make it a heading.",
    },
  },
  check({ article, options, report }) {
    for (const [look, found] of fakesOf(article, options.maxWeight)) {
      const [first, ...others] = found;
      if (first === undefined) continue;
      const edits = found.map((paragraph) => toHeading(article, paragraph));
      report({
        messageId: look,
        range: first.range,
        related: alsoAt(others, () => "another line with this look"),
        suggestions: edits.includes(undefined)
          ? []
          : [
              {
                message: others.length === 0 ? "Make it a heading" : "Make them headings",
                edits: edits.flatMap((edit) => edit ?? []),
              },
            ],
      });
    }
  },
});

/** The lines that look like headings, by their look. */
function fakesOf(
  article: Article,
  maxWeight: number,
): ReadonlyMap<HeadingLook, readonly Paragraph[]> {
  const paragraphs = paragraphsOf(article);
  const looks = paragraphs.map((paragraph) => {
    const { text } = paragraph;
    // A character of two units weighs at least 1, so the length alone rules out long texts.
    if (text.length > 2 * maxWeight) return undefined;
    const look = headingLook(article, paragraph);
    return look === undefined || weightedLength(text) > maxWeight ? undefined : look;
  });
  const counts = new Map<HeadingLook, number>();
  for (const look of looks) if (look) counts.set(look, (counts.get(look) ?? 0) + 1);
  const found = new Map<HeadingLook, Paragraph[]>();
  if (counts.size === 0) return found;
  // From the end, since a line above another such line is a heading only if that one is.
  for (let index = paragraphs.length - 2; index >= 0; index--) {
    const paragraph = paragraphs[index];
    const next = paragraphs[index + 1];
    const look = looks[index];
    if (paragraph === undefined || next === undefined || look === undefined) continue;
    const below = looks[index + 1];
    if (below !== undefined) {
      // One heading over another, not a list of bold lines.
      const isFakeBelow = found.get(below)?.at(-1) === next;
      if (!isFakeBelow || runAround(looks, index) > MOST_LEVELS) continue;
    }
    if ((counts.get(look) ?? 0) > paragraphs.length * COMMON_SHARE) continue;
    if (next.kind === "heading" || next.inTable) continue;
    if (!standsAlone(article, paragraphs[index - 1], paragraph, next)) continue;
    const known = found.get(look);
    if (known === undefined) found.set(look, [paragraph]);
    else known.push(paragraph);
  }
  for (const list of found.values()) list.reverse();
  return found;
}

/** How many paragraphs with a look are next to each other at an index. */
function runAround(looks: readonly (HeadingLook | undefined)[], index: number): number {
  let start = index;
  while (looks[start - 1] !== undefined) start--;
  let end = index + 1;
  while (looks[end] !== undefined) end++;
  return end - start;
}

/** Whether a paragraph is not part of a longer block, has no image next to it and no code or horizontal rule below. */
function standsAlone(
  article: Article,
  before: Paragraph | undefined,
  paragraph: Paragraph,
  next: Paragraph,
): boolean {
  const { element, range } = paragraph;
  const start = before?.range.end ?? article.bodyStart;
  const interrupted = article.elements.some((candidate) => {
    const at = rangeOf(candidate).start;
    if (at < start || at >= next.range.start) return false;
    return MEDIA.has(candidate.tagName) || (at >= range.end && NO_TEXT.has(candidate.tagName));
  });
  if (interrupted) return false;
  const fills =
    element !== undefined &&
    paragraph.kind === "paragraph" &&
    textContentOf(article, element).text.trim() === paragraph.text;
  if (fills) return true;
  if (element !== undefined && article.originOf(element) === "markdown") return false;
  return (
    APART.test(article.source.slice(start, range.start)) &&
    APART.test(article.source.slice(range.end, next.range.start))
  );
}

/** Turns a paragraph with no other content into a heading of its series, or one level below the previous one. */
function toHeading(article: Article, { element, text }: Paragraph): readonly Edit[] | undefined {
  if (element?.tagName !== "p") return undefined;
  const range = rangeOf(element);
  const written = article.source.slice(range.start, range.end);
  const above = outlineHeadings(article).findLast(
    (heading) => rangeOf(heading.element).end <= range.start,
  );
  const level = levelOfSeries(article, text) ?? Math.min((above?.level ?? 1) + 1, 6);
  const markdown = BOLD_MARKDOWN.exec(written)?.[2];
  if (markdown !== undefined) return [replace(range, `${"#".repeat(level)} ${markdown.trim()}`)];
  const html = BOLD_HTML.exec(written)?.[2];
  return html === undefined ? undefined : [replace(range, `<h${level}>${html.trim()}</h${level}>`)];
}
