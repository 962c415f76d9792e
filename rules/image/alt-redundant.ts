import * as z from "zod";
import {
  type Article,
  type Attribute,
  ancestorOf,
  attributeOf,
  CAPTION_WEIGHT,
  defineRule,
  type Element,
  fakeCaptionsOf,
  isHiddenFromReaders,
  normaliseText,
  type Range,
  rangeOf,
  replace,
  textContentOf,
  weightedLength,
} from "../../src/rules.js";
import { flawOfAlt, IMAGE_PREFIXES, imagePrefixOf } from "./lib/alt-text.js";

export default defineRule({
  id: "image/alt-redundant",
  summary: "Alt text does not repeat the text around the image",
  fixes: ["safe"],
  references: ["WCAG 2.2 technique H67", "WCAG 2.2 technique H2"],
  options: z.strictObject({
    maxWeight: z
      .int()
      .min(1)
      .default(150)
      .describe(
        "Greatest length of an alt text that is not reported; a wide character, such as a Chinese one, counts as 2.",
      ),
    prefixes: z
      .array(z.string())
      .default([...IMAGE_PREFIXES])
      .describe("Opening words that say only that there is an image."),
  }),
  messages: {
    title: {
      severity: "warning",
      what: "The title of this image repeats its alt text.",
      why: "Some screen readers read the same text twice, and the tooltip adds nothing.",
      help: "Delete the title.",
    },
    caption: {
      severity: "warning",
      what: "This alt text repeats the caption.",
      why: "Screen readers read the same text twice.",
      help: "Describe in the alt text what the caption leaves out.",
    },
    link: {
      severity: "warning",
      what: "This alt text repeats the text of the link around the image.",
      why: "Screen readers read the same text twice.",
      help: 'Use <img alt="">, since the link text already says it.',
    },
    headline: {
      severity: "info",
      what: "This alt text repeats the title of the article.",
      why: "Readers have just heard the title, and it does not say what the image shows.",
      help: "Describe what the image shows.",
    },
    prefix: {
      severity: "info",
      what: 'This alt text begins with "{prefix}".',
      why: "Screen readers already announce that it is an image.",
      help: 'Delete "{prefix}", and begin with what the image shows.',
    },
    long: {
      severity: "info",
      what: "This alt text has a length of {weight}; the limit is {maxWeight}.",
      why: "Screen readers read alt text in one go, and their users cannot pause or skip inside it.",
      help: "Shorten it to {maxWeight} or less (wide characters count as 2), and move details into the text or a caption.",
    },
  },
  check({ article, options, report }) {
    const isHeadline = (compared: string): boolean => {
      const title = article.frontMatter?.data.title;
      // A map is no text: it has nothing in common with the words of an image.
      const isText = typeof title === "string" || typeof title === "number";
      const headline = normaliseText(isText ? String(title) : "");
      return headline !== "" && compared === headline;
    };

    const judgeText = (element: Element, alt: Attribute): void => {
      const range = alt.valueRange;
      const text = alt.value.trim();
      const compared = normaliseText(text);
      const caption = captionOf(article, element);
      const link = ancestorOf(article, element, ["a"]);
      if (caption !== undefined && normaliseText(caption.text) === compared) {
        const related = [{ range: caption.range, message: "The caption" }];
        report({ messageId: "caption", range, related });
      } else if (
        link !== undefined &&
        normaliseText(textContentOf(article, link).text) === compared
      ) {
        report({ messageId: "link", range });
      } else if (isHeadline(compared)) {
        const title = article.frontMatter?.rangeOfValue(["title"]);
        const related = title === undefined ? [] : [{ range: title, message: "The title" }];
        report({ messageId: "headline", range, related });
      } else {
        const prefix = imagePrefixOf(text, options.prefixes);
        const weight = weightedLength(text);
        if (prefix !== "") report({ messageId: "prefix", range, data: { prefix } });
        if (weight > options.maxWeight) {
          report({ messageId: "long", range, data: { weight, maxWeight: options.maxWeight } });
        }
      }
    };

    return {
      img(element) {
        const alt = attributeOf(article, element, "alt");
        if (alt === undefined || alt.unknown || alt.value.trim() === "") return;
        const title = attributeOf(article, element, "title");
        if (
          title !== undefined &&
          !title.unknown &&
          normaliseText(title.value) === normaliseText(alt.value)
        ) {
          report({
            messageId: "title",
            range: title.range,
            fix: [replace(withSpaceBefore(article, element, title), "")],
          });
        }
        if (isHiddenFromReaders(article, element) || flawOfAlt(alt.value) !== undefined) return;
        judgeText(element, alt);
      },
    };
  },
});

interface Caption {
  readonly text: string;
  readonly range: Range;
}

function captionOf(article: Article, image: Element): Caption | undefined {
  const figure = ancestorOf(article, image, ["figure"]);
  const figcaption = figure?.children.find(
    (child) => child.type === "element" && child.tagName === "figcaption",
  );
  if (figcaption?.type === "element") {
    return { text: textContentOf(article, figcaption).text, range: rangeOf(figcaption) };
  }
  const fake = fakeCaptionsOf(article).find(
    ({ images, weight }) => images.includes(image) && weight <= CAPTION_WEIGHT,
  );
  return fake && { text: fake.text, range: rangeOf(fake.captionBlock) };
}

/** The title with its quotation marks and the white space before it, so that no stray space is left. */
function withSpaceBefore(article: Article, element: Element, title: Attribute): Range {
  let { start, end } = title.range;
  if (article.originOf(element) === "markdown") {
    // The attribute of a Markdown image is its bare text.
    start -= 1;
    end += 1;
  }
  while (/\s/.test(article.source[start - 1] ?? "")) start -= 1;
  return { start, end };
}
