import * as z from "zod";
import {
  type Article,
  type Asset,
  ancestorOf,
  assetOf,
  attributeOf,
  defineRule,
  type Edit,
  type Element,
  isSizedByStyle,
  isStyled,
  rangeSchema,
  replace,
  type Suggestion,
  sizeText,
  writtenImageOf,
  writtenImageSchema,
} from "../../src/rules.js";

/** Smaller files are stretched on purpose: lines, gradients, spacers. */
const SPACER_PIXELS = 8;

const sideSchema = z.object({ pixels: z.number(), range: rangeSchema });

const sizedImageSchema = writtenImageSchema.extend({
  width: sideSchema,
  height: sideSchema,
  /** CSS may crop the image instead of stretching it. */
  styled: z.boolean(),
  /** The screen decides which of several files is shown, so the size of one of them means nothing. */
  chosen: z.boolean(),
});

type SizedImage = z.infer<typeof sizedImageSchema>;
type Size = NonNullable<Asset["size"]>;

export default defineRule({
  id: "image/size-mismatch",
  summary: "Image sizes match their files",
  fixes: ["suggestion"],
  references: [
    "https://html.spec.whatwg.org/multipage/embedded-content-other.html#dimension-attributes",
  ],
  options: z.strictObject({
    tolerance: z
      .number()
      .min(0)
      .max(100)
      .default(2)
      .describe("By how many percent a size may differ from that of the file."),
  }),
  facts: z.object({ images: z.array(sizedImageSchema) }),
  messages: {
    ratio: {
      severity: "warning",
      what: "The size {written} does not match the proportions of the file ({natural}).",
      why: "Browsers stretch or squeeze {path} to fit.",
      help: "Use a width and height in the proportions of the file, {natural}.",
    },
    swapped: {
      severity: "warning",
      what: "The width and height of this image are swapped: {written} instead of {natural}.",
      why: "Browsers squeeze {path} into the wrong proportions.",
      help: "Swap width and height.",
    },
    upscaled: {
      severity: "warning",
      what: "This image is shown at {written}, but its file has only {natural} pixels.",
      why: "Browsers enlarge {path}, so it looks blurred.",
      help: "Use a larger file, or show the image at {natural} or less.",
    },
  },
  check({ article, leaveFact }) {
    const images: SizedImage[] = [];
    return {
      img(element) {
        const image = sizedImageOf(article, element);
        if (image !== undefined) images.push(image);
      },
      end() {
        if (images.length > 0) leaveFact({ images });
      },
    };
  },
  speaksOf: "each",
  site({ site, articles, report }) {
    for (const { facts, fact, options } of articles) {
      for (const image of fact?.images ?? []) {
        const asset = assetOf(site, facts, image);
        const natural = asset?.size;
        if (asset === undefined || natural === undefined || isVector(asset)) continue;
        const messageId = verdict(image, natural, options.tolerance / 100);
        if (messageId === undefined) continue;
        report({
          path: facts.path,
          messageId,
          range: { start: image.width.range.start, end: image.width.range.end },
          certainty: image.styled ? "likely" : "certain",
          data: {
            written: `${image.width.pixels} × ${image.height.pixels}`,
            natural: sizeText(natural),
            path: asset.path,
          },
          related: [{ range: image.height.range, message: "The height" }],
          suggestions: suggestionsFor(image, natural, messageId),
        });
      }
    }
  },
});

function sizedImageOf(article: Article, element: Element): SizedImage | undefined {
  const width = sideOf(article, element, "width");
  const height = sideOf(article, element, "height");
  if (width === undefined || height === undefined || isSizedByStyle(article, element))
    return undefined;
  const image = writtenImageOf(article, element);
  if (image === undefined || ancestorOf(article, element, ["picture"]) !== undefined)
    return undefined;
  const chosen = attributeOf(article, element, "srcset") !== undefined;
  return { ...image, width, height, chosen, styled: isStyled(article, element) };
}

/** A side in whole pixels; image/size-invalid reports anything else. */
function sideOf(article: Article, element: Element, name: string): SizedImage["width"] | undefined {
  const attribute = attributeOf(article, element, name);
  if (attribute === undefined || attribute.unknown || !/^\d{1,6}$/.test(attribute.value))
    return undefined;
  const pixels = Number(attribute.value);
  return pixels > 0 ? { pixels, range: attribute.valueRange } : undefined;
}

/** A vector image has no pixels and is fitted into its place instead of stretched. */
function isVector({ type, path }: Asset): boolean {
  return type === "svg" || /\.svgz?$/i.test(path);
}

function verdict(
  image: SizedImage,
  natural: Size,
  tolerance: number,
): "ratio" | "swapped" | "upscaled" | undefined {
  if (Math.min(natural.width, natural.height) <= SPACER_PIXELS) return undefined;
  const [width, height] = [image.width.pixels, image.height.pixels];
  if (!isOfShape(width, height, natural, tolerance)) {
    return isOfShape(height, width, natural, tolerance) ? "swapped" : "ratio";
  }
  const larger = width > natural.width * (1 + tolerance) + 1 && height > natural.height + 1;
  return larger && !image.chosen ? "upscaled" : undefined;
}

/** Whether a size has the proportions of a file; either side may have been rounded. */
function isOfShape(width: number, height: number, natural: Size, tolerance: number): boolean {
  const fitting = (width * natural.height) / natural.width;
  const other = (height * natural.width) / natural.height;
  return (
    Math.abs(height - fitting) <= Math.max(1, fitting * tolerance) ||
    Math.abs(width - other) <= Math.max(1, other * tolerance)
  );
}

function suggestionsFor(
  image: SizedImage,
  natural: Size,
  messageId: "ratio" | "swapped" | "upscaled",
): readonly Suggestion[] {
  const { width, height } = image;
  const sizes: readonly Suggestion[] = [
    {
      message: `Use the size of the file, ${sizeText(natural)}`,
      edits: sized(image, natural.width, natural.height),
    },
  ];
  if (messageId === "upscaled") return sizes;
  if (messageId === "swapped") {
    return [
      {
        message: "Swap width and height",
        edits: sized(image, height.pixels, width.pixels),
      },
      ...sizes,
    ];
  }
  const fitting = Math.max(1, Math.round((width.pixels * natural.height) / natural.width));
  if (width.pixels > natural.width) return sizes;
  return [
    {
      message: `Keep the width, and set the height to ${fitting}`,
      edits: sized(image, width.pixels, fitting),
    },
    ...sizes,
  ];
}

function sized(
  { width, height }: SizedImage,
  newWidth: number,
  newHeight: number,
): readonly Edit[] {
  return [replace(width.range, String(newWidth)), replace(height.range, String(newHeight))].filter(
    (edit, index) => edit.text !== String((index === 0 ? width : height).pixels),
  );
}
