import {
  type Article,
  type Attribute,
  attributeOf,
  defineRule,
  type Element,
  excerpt,
  hasUnknownAttribute,
  isHiddenFromReaders,
  pictureSourceOf,
  rangeOf,
  removeAttribute,
  replace,
  type Suggestion,
  webHostOf,
} from "../../src/rules.js";
import { flawOfAlt } from "./lib/alt-text.js";
import { givenAltsOf, givenCaptionsOf } from "./lib/given-alts.js";

/** Text without characters that mean something in a tag or in Markdown. */
const SAFE_TEXT = /^[^"'<>&[\]\\`*_{}]+$/;

/** An alt text that was never written: an editor or content system put the name or URL of the file there. */
export default defineRule({
  id: "image/alt-filename",
  summary: "Alt text is not a file name or a URL",
  fixes: ["suggestion"],
  references: ["WCAG 2.2 SC 1.1.1, failure F30"],
  messages: {
    fileName: {
      severity: "warning",
      what: 'The alt text "{alt}" is a file name.',
      why: "Screen readers spell it out, and it does not say what the image shows.",
      help: 'Describe what the image shows, or use <img alt=""> if it is only decoration.',
    },
    address: {
      severity: "warning",
      what: 'The alt text "{alt}" is a URL.',
      why: "Screen readers spell it out, and it does not say what the image shows.",
      help: 'Describe what the image shows, or use <img alt=""> if it is only decoration.',
    },
    caption: {
      severity: "warning",
      what: 'The caption "{alt}" is a file name.',
      why: "Readers see the name below the image, and it does not say what the image shows.",
      help: "Write what the image shows, or leave the caption out.",
    },
  },
  check({ article, report }) {
    const judge = (element: Element): void => {
      const alt = attributeOf(article, element, "alt");
      if (alt === undefined || alt.value === "" || hasUnknownAttribute(article, element, "alt"))
        return;
      if (isHiddenFromReaders(article, element)) return;
      const src = pictureSourceOf(article, element)?.url;
      if (flawOfAlt(alt.value, { src }) !== "file-name") return;
      report({
        messageId: webHostOf(alt.value) === undefined ? "fileName" : "address",
        range: alt.valueRange,
        data: { alt: excerpt(alt.value.trim()) },
        suggestions: suggestionsFor(article, element, alt, src),
      });
    };
    for (const { alt, range, src } of givenAltsOf(article)) {
      if (flawOfAlt(alt, { src }) !== "file-name") continue;
      const messageId = webHostOf(alt) === undefined ? "fileName" : "address";
      report({ messageId, range, data: { alt: excerpt(alt.trim()) } });
    }
    for (const { alt, range } of givenCaptionsOf(article)) {
      if (flawOfAlt(alt) !== "file-name" || webHostOf(alt) !== undefined) continue;
      report({ messageId: "caption", range, data: { alt: excerpt(alt.trim()) } });
    }
    return { img: judge, area: judge, input: judge };
  },
});

function suggestionsFor(
  article: Article,
  element: Element,
  alt: Attribute,
  src: string | undefined,
): readonly Suggestion[] {
  const suggestions: Suggestion[] = [];
  const markdown = article.originOf(element) === "markdown";
  const title = attributeOf(article, element, "title");
  const text = title?.unknown === false ? title.value.trim() : "";
  if (
    title !== undefined &&
    SAFE_TEXT.test(text) &&
    title.range.end <= rangeOf(element).end &&
    flawOfAlt(text, { src }) === undefined
  ) {
    // The title of a Markdown image is its bare text. Left where it is, it would repeat the alt.
    const place = markdown
      ? { start: title.range.start - 1, end: title.range.end + 1 }
      : title.range;
    const edit = markdown ? replace(alt.valueRange, text) : replace(alt.range, `alt="${text}"`);
    suggestions.push({
      message: `Use the title as the alt text: "${excerpt(text)}"`,
      edits: [edit, removeAttribute(article, place)],
    });
  }
  // Markdown has no way to say "decoration".
  if (!markdown) {
    suggestions.push({
      message: 'Mark the image as decoration with alt=""',
      edits: [replace(alt.range, 'alt=""')],
    });
  }
  return suggestions;
}
