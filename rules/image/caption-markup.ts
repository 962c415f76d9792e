import * as z from "zod";
import {
  type Article,
  CAPTION_WEIGHT,
  defineRule,
  type Edit,
  type Element,
  type FakeCaption,
  fakeCaptionsOf,
  insert,
  openingTagOf,
  rangeOf,
  replace,
} from "../../src/rules.js";

export default defineRule({
  id: "image/caption-markup",
  summary: "Captions are marked up as captions",
  fixes: ["safe", "suggestion"],
  references: [
    "https://html.spec.whatwg.org/multipage/grouping-content.html#the-figcaption-element",
    "WCAG 2.2 SC 1.3.1 Info and Relationships",
  ],
  options: z.strictObject({
    maxWeight: z
      .int()
      .min(1)
      .default(CAPTION_WEIGHT)
      .describe(
        "Greatest length of a text that counts as a caption; a wide character, such as a Chinese one, counts as 2.",
      ),
  }),
  messages: {
    loose: {
      severity: "warning",
      what: "The caption of this image is not marked up as a caption.",
      why: 'Screen readers read "{caption}" as an ordinary paragraph, and a layout may separate it from the image.',
      help: "Put the image into a <figure>, and its caption into a <figcaption>.",
    },
  },
  check({ article, options, report }) {
    for (const pair of fakeCaptionsOf(article)) {
      if (pair.weight > options.maxWeight) continue;
      const image = rangeOf(pair.imageBlock);
      const caption = rangeOf(pair.captionBlock);
      const place = {
        range: { start: image.start, end: caption.end },
        data: { caption: pair.text },
      };
      const fix = htmlEdits(article, pair);
      const edits = fix === undefined ? markdownEdits(article, pair) : undefined;
      report({
        messageId: "loose",
        ...place,
        ...(fix === undefined ? {} : { fix }),
        ...(edits === undefined
          ? {}
          : {
              suggestions: [
                {
                  message: "Turn the image and its caption into a <figure> with a <figcaption>",
                  edits,
                },
              ],
            }),
      });
    }
  },
});

/** Renames the two paragraphs to figure and figcaption; undefined where a tag is left out or more than `<p>` is involved. */
function htmlEdits(
  article: Article,
  { imageBlock, captionBlock }: FakeCaption,
): readonly Edit[] | undefined {
  if (article.originOf(imageBlock) !== "html" || article.originOf(captionBlock) !== "html")
    return undefined;
  if (imageBlock.tagName !== "p" || captionBlock.tagName !== "p") return undefined;
  const imageEnd = closingTag(article, imageBlock);
  const captionEnd = closingTag(article, captionBlock);
  if (imageEnd === undefined || captionEnd === undefined) return undefined;
  const newline = lineEndingOf(article);
  return [
    renamedOpening(article, imageBlock, "figure"),
    replace(imageEnd, ""),
    renamedOpening(article, captionBlock, "figcaption"),
    replace(captionEnd, `</figcaption>${newline}</figure>`),
  ];
}

function renamedOpening(article: Article, element: Element, name: string): Edit {
  const start = openingTagOf(article, element).start + 1;
  return { start, end: start + element.tagName.length, text: name };
}

function closingTag(
  article: Article,
  element: Element,
): { readonly start: number; readonly end: number } | undefined {
  const { start, end } = rangeOf(element);
  const closing = article.source.lastIndexOf("<", end - 1);
  const isClosing = closing > start && /^<\/p\s*>$/i.test(article.source.slice(closing, end));
  return isClosing ? { start: closing, end } : undefined;
}

/** Wraps two Markdown blocks at the top level; blank lines keep what is inside Markdown. */
function markdownEdits(
  article: Article,
  { imageBlock, captionBlock }: FakeCaption,
): readonly Edit[] | undefined {
  if (
    [imageBlock, captionBlock].some(
      (block) => article.originOf(block) !== "markdown" || block.tagName !== "p",
    )
  ) {
    return undefined;
  }
  if (article.parentOf(imageBlock) !== undefined) return undefined;
  const image = rangeOf(imageBlock);
  const caption = rangeOf(captionBlock);
  const newline = lineEndingOf(article);
  const blank = newline + newline;
  return [
    insert(image.start, `<figure>${blank}`),
    insert(caption.start, `<figcaption>${blank}`),
    insert(caption.end, `${blank}</figcaption>${newline}</figure>`),
  ];
}

function lineEndingOf(article: Article): string {
  return article.source.includes("\r\n") ? "\r\n" : "\n";
}
