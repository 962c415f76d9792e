import * as z from "zod";
import {
  type Article,
  attributeOf,
  defineRule,
  type Element,
  excerpt,
  headingText,
  outlineHeadings,
  type Paragraph,
  proseTextsOf,
  type Range,
  rangeOf,
  textContentOf,
  webHostOf,
} from "../../src/rules.js";
import { isPlaceholderHost, placeholderOf } from "./lib/placeholder-text.js";

const QUOTE_TAG = /^(?:end)?(?:blockquote|pullquote|quote)$/;

export default defineRule({
  id: "text/placeholder",
  summary: "Articles are finished: nothing in them waits to be written",
  options: z.strictObject({
    words: z
      .array(z.string().min(1))
      .default([])
      .describe("Further notes to oneself that open a paragraph before a colon or are all of it."),
  }),
  messages: {
    filler: {
      severity: "warning",
      what: '"{text}" stands where something was to be written, and readers see that it was not.',
      why: "",
      help: "Write it, or delete the place.",
    },
    note: {
      severity: "warning",
      what: '"{text}" is a note to the author, and readers see it.',
      why: "",
      help: "Do what it says, or move it into a comment or the tracker.",
    },
    value: {
      severity: "warning",
      what: '"{text}" is what a program prints when it has nothing to print, and readers see it.',
      why: "",
      help: "Write what belongs here, or delete it.",
    },
    link: {
      severity: "warning",
      what: "The link leads to {host}, a name reserved for examples, so readers get nothing there.",
      why: "",
      help: "Link the real page, or write the address as code.",
    },
    section: {
      severity: "info",
      what: 'The section "{text}" is empty, as if a template had not been filled in.',
      why: "",
      help: "Write it, or delete its heading.",
    },
  },
  check({ article, options, report }) {
    for (const { paragraph, text } of proseTextsOf(article)) {
      // A heading may announce such a part, and a quotation may show filler text on purpose.
      if (paragraph.inTable || paragraph.kind === "heading" || isQuoted(article, paragraph))
        continue;
      const found = placeholderOf(text, options.words);
      if (found === undefined) continue;
      const range = paragraph.rangeOf(found.start, found.end);
      const written = excerpt(text.slice(found.start, found.end));
      report({ messageId: found.kind, range, data: { text: written } });
    }
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
        // An address shown as itself is an example of an address.
        if (/example|https?:|www\.|[\w-]\.(?:com|org|net|tld)/i.test(text)) return;
        report({ messageId: "link", range: href.valueRange, data: { host } });
      },
    };
  },
});

/** Whether a paragraph stands in a quotation, of HTML, Markdown or a template tag. */
function isQuoted(article: Article, { element, range }: Paragraph): boolean {
  for (let at = element; at !== undefined; at = article.parentOf(at)) {
    if (at.tagName === "blockquote") return true;
  }
  const before = article.templateTags.findLast(
    (tag) => tag.range.end <= range.start && QUOTE_TAG.test(tag.name),
  );
  return before !== undefined && !before.name.startsWith("end");
}

/** A heading that is a link is content enough. */
function hasLink(element: Element): boolean {
  return element.children.some(
    (child) => child.type === "element" && (child.tagName === "a" || hasLink(child)),
  );
}

/** Headings with nothing before the next heading of their level or above, or the end. */
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

/** Whether anything but closing tags and comments stands between two offsets. */
function hasContent(article: Article, start: number, end: number): boolean {
  const comments = article.comments.map(rangeOf);
  let written = article.source.slice(start, end);
  for (const comment of comments) {
    if (comment.start < start || comment.end > end) continue;
    written = written.replace(article.source.slice(comment.start, comment.end), "");
  }
  return written.replace(/<\/[a-z][\w-]*\s*>/gi, "").trim() !== "";
}
