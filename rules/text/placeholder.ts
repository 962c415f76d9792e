import * as z from "zod";
import {
  type Article,
  attributeOf,
  defineRule,
  descriptionFields,
  type Element,
  excerpt,
  type FrontMatterEntry,
  headingText,
  innerRange,
  nodeAfter,
  outlineHeadings,
  type Paragraph,
  proseTextsOf,
  type Range,
  rangeOf,
  soundEntries,
  textContentOf,
  webHostOf,
} from "../../src/rules.js";
import { isPlaceholderHost, type Placeholder, placeholderOf } from "./lib/placeholder-text.js";
import { isQuoted } from "./lib/quotations.js";
import { explainsSlots, isLabelledSlot, templateSlotOf } from "./lib/template-slots.js";

export default defineRule({
  id: "text/placeholder",
  summary: "An article should not contain placeholders or notes to its author",
  options: z.strictObject({
    words: z
      .array(z.string().min(1))
      .default([])
      .describe(
        "Further words that mark a note to the author, before a colon at the start of a paragraph or as a whole paragraph.",
      ),
  }),
  messages: {
    filler: {
      severity: "warning",
      what: '"{text}" is placeholder text.',
      why: "Readers see that this part of the article was never written.",
      help: "Write the missing text, or delete the placeholder.",
    },
    note: {
      severity: "warning",
      what: '"{text}" is a note to the author.',
      why: "Readers see it in the published article.",
      help: "Do what the note says, or move it into a comment or the issue tracker.",
    },
    value: {
      severity: "warning",
      what: '"{text}" is what a program prints for a missing value.',
      why: "Readers see it instead of the value.",
      help: "Write the missing value, or delete it.",
    },
    link: {
      severity: "warning",
      what: "The link leads to the placeholder host {host}.",
      why: "Readers who follow it do not find the page that the link text promises.",
      help: "Link to the real page, or write the URL as code.",
    },
    section: {
      severity: "info",
      what: 'The section "{text}" is empty.',
      why: "Readers find nothing below the heading, as in a template that nobody filled in.",
      help: "Write the section, or delete its heading.",
    },
  },
  check({ article, options, report }) {
    for (const { paragraph, text } of proseTextsOf(article)) {
      // A heading may announce such a part, and a quotation may show filler text on purpose.
      if (paragraph.inTable || paragraph.kind === "heading") continue;
      if (isQuoted(article, paragraph) && (!isLabelledSlot(text) || explainsSlots(article)))
        continue;
      const found =
        placeholderOf(text, options.words) ??
        (explainsSlots(article) ? undefined : templateSlotOf(text));
      if (found === undefined) continue;
      if (isDescription(article, paragraph, found, text)) continue;
      // The step of a list that nobody knows is a joke: "???", then "Profit".
      if (paragraph.list !== undefined && /^[?？]+$/.test(text.trim())) continue;
      const range = paragraph.rangeOf(found.start, found.end);
      // Code and pictures have a character in the place of what is not prose.
      const written = excerpt(text.slice(found.start, found.end).replace(/\uFFFC+/g, "…"));
      report({ messageId: found.kind, range, data: { text: written } });
    }
    for (const { entry, text } of descriptionFields(article)) {
      const found = placeholderOf(text, options.words);
      if (found === undefined || entry.style === "block") continue;
      report({ messageId: found.kind, range: innerRange(entry), data: { text: excerpt(text) } });
    }
    for (const { entry, text } of notedValues(article))
      report({ messageId: "note", range: innerRange(entry), data: { text: excerpt(text) } });
    for (const { range, text } of emptySections(article)) {
      report({ messageId: "section", range, data: { text: excerpt(text) } });
    }
    return {
      a(link) {
        const href = attributeOf(article, link, "href");
        if (href === undefined || href.unknown) return;
        const host = webHostOf(href.value);
        if (host === undefined || !isPlaceholderHost(host)) return;
        const text = textContentOf(article, link).text;
        // A URL that is its own link text is an example of a URL.
        if (/example|https?:|www\.|[\w-]\.(?:com|org|net|tld)/i.test(text)) return;
        report({ messageId: "link", range: href.valueRange, data: { host } });
      },
    };
  },
});

/** Whether a whole paragraph says what the code after it does: "Insert a link." before a call of `link_to`. */
function isDescription(
  article: Article,
  { element }: Paragraph,
  { kind, start, end }: Placeholder,
  text: string,
): boolean {
  if (kind !== "filler" || element === undefined || start > 0 || end < text.length) return false;
  if (!/^\p{L}/u.test(text) || /lorem|dolor/i.test(text)) return false;
  const next = nodeAfter(article, element);
  return next?.type === "element" && next.tagName === "pre";
}

/** Texts of other keys that say what is to be done: `teaser: TODO write the teaser`. */
function notedValues(
  article: Article,
): readonly { readonly entry: FrontMatterEntry; readonly text: string }[] {
  const described = new Set(descriptionFields(article).map(({ entry }) => entry));
  return soundEntries(article).flatMap((entry) => {
    const { value, style, path } = entry;
    if (typeof value !== "string" || style === "block" || path.length > 1) return [];
    // A program may be called TODO, and a mark alone may be a state.
    if (path[0] === "title" || described.has(entry) || !/^[A-Z]{2,5}:? \S/.test(value)) return [];
    return placeholderOf(value, [])?.kind === "note" ? [{ entry, text: value }] : [];
  });
}

/** A heading that is a link counts as content. */
function hasLink(element: Element): boolean {
  return element.children.some(
    (child) => child.type === "element" && (child.tagName === "a" || hasLink(child)),
  );
}

/** Headings with nothing between them and the next heading of the same or a higher level, or the end. */
function emptySections(
  article: Article,
): readonly { readonly range: Range; readonly text: string }[] {
  const headings = outlineHeadings(article);
  return headings.flatMap(({ element, level }, index) => {
    const next = headings[index + 1];
    // A deeper heading is the section's content.
    if (next !== undefined && next.level > level) return [];
    const text = hasLink(element) ? undefined : headingText(article, element);
    const range = rangeOf(element);
    const end = next === undefined ? article.source.length : rangeOf(next.element).start;
    if (text === undefined || text === "" || hasContent(article, range.end, end)) return [];
    return [{ range, text }];
  });
}

/** Whether there is anything but closing tags and comments between two offsets. */
function hasContent(article: Article, start: number, end: number): boolean {
  const comments = article.comments.map(rangeOf);
  let written = article.source.slice(start, end);
  for (const comment of comments) {
    if (comment.start < start || comment.end > end) continue;
    written = written.replace(article.source.slice(comment.start, comment.end), "");
  }
  return written.replace(/<\/[a-z][\w-]*\s*>/gi, "").trim() !== "";
}
