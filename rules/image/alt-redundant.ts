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
  summary: "Text alternatives do not repeat what stands beside them",
  fixes: ["safe"],
  references: ["WCAG 2.2 technique H67", "WCAG 2.2 technique H2"],
  options: z.strictObject({
    maxWeight: z
      .int()
      .min(1)
      .default(150)
      .describe(
        "Longest alt that is not reported; a wide character such as a Chinese one counts 2.",
      ),
    prefixes: z
      .array(z.string())
      .default([...IMAGE_PREFIXES])
      .describe("Opening words that only say that there is an image."),
  }),
  messages: {
    title: {
      severity: "warning",
      what: "The title repeats the alt, so some screen readers read it twice and the tooltip says nothing new.",
      why: "",
      help: "Delete the title.",
    },
    caption: {
      severity: "warning",
      what: "The alt repeats the caption, so screen readers read the same text twice.",
      why: "",
      help: "Describe in alt what the caption leaves out.",
    },
    link: {
      severity: "warning",
      what: "The alt repeats the text of the link it stands in, so screen readers read the same text twice.",
      why: "",
      help: 'Write alt="", since the text beside it says it all.',
    },
    headline: {
      severity: "info",
      what: "The alt is the headline of the article, which readers have just heard and which does not say what the picture shows.",
      why: "",
      help: "Say what the picture shows.",
    },
    prefix: {
      severity: "info",
      what: 'The alt begins with "{prefix}", although screen readers already say that it is an image.',
      why: "",
      help: "Begin with what the picture shows.",
    },
    long: {
      severity: "info",
      what: "The alt has a length of {weight}, more than {maxWeight}, and screen readers cannot pause or skip inside it.",
      why: "",
      help: "Shorten it, and move the details into the text or a caption.",
    },
  },
  check({ article, options, report }) {
    const isHeadline = (compared: string): boolean => {
      const headline = normaliseText(String(article.frontMatter?.data.title ?? ""));
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
        const related = title === undefined ? [] : [{ range: title, message: "The headline" }];
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

/** The title with its quotation marks and the white space before it, so that nothing is left behind. */
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
