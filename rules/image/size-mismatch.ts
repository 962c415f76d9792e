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

/** Files that are stretched on purpose: rules, gradients, spacers. */
const SPACER_PIXELS = 8;

const sideSchema = z.object({ pixels: z.number(), range: rangeSchema });

const sizedImageSchema = writtenImageSchema.extend({
  width: sideSchema,
  height: sideSchema,
  /** CSS may crop the picture instead of stretching it. */
  styled: z.boolean(),
  /** Which of several files is shown depends on the screen, so its own size means nothing. */
  chosen: z.boolean(),
});

type SizedImage = z.infer<typeof sizedImageSchema>;
type Size = NonNullable<Asset["size"]>;

export default defineRule({
  id: "image/size-mismatch",
  summary: "Sizes of images agree with their files",
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
      .describe("By how many percent the sizes may differ from the file's."),
  }),
  facts: z.object({ images: z.array(sizedImageSchema) }),
  messages: {
    ratio: {
      severity: "warning",
      what: "The image is to be shown at {written}, but {path} is {natural}, so it looks stretched or squeezed.",
      why: "",
      help: "Give a width and height of the picture's own shape.",
    },
    swapped: {
      severity: "warning",
      what: "The image is to be shown at {written}, but {path} is {natural}: width and height have changed places, so it looks squeezed.",
      why: "",
      help: "Exchange the two.",
    },
    upscaled: {
      severity: "warning",
      what: "The image is to be shown at {written}, but {path} has only {natural} pixels, so it looks blurred.",
      why: "",
      help: "Put in a larger file, or show it smaller.",
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

/** A side in whole pixels; anything else is another rule's. */
function sideOf(article: Article, element: Element, name: string): SizedImage["width"] | undefined {
  const attribute = attributeOf(article, element, name);
  if (attribute === undefined || attribute.unknown || !/^\d{1,6}$/.test(attribute.value))
    return undefined;
  const pixels = Number(attribute.value);
  return pixels > 0 ? { pixels, range: attribute.valueRange } : undefined;
}

/** A vector graphic has no pixels, and is fitted into its place instead of stretched. */
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

/** Whether a place has a picture's shape; either side may have been rounded. */
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
      message: `Use the file's own size, ${sizeText(natural)}`,
      edits: sized(image, natural.width, natural.height),
    },
  ];
  if (messageId === "upscaled") return sizes;
  if (messageId === "swapped") {
    return [
      {
        message: "Exchange width and height",
        edits: sized(image, height.pixels, width.pixels),
      },
      ...sizes,
    ];
  }
  const fitting = Math.max(1, Math.round((width.pixels * natural.height) / natural.width));
  if (width.pixels > natural.width) return sizes;
  return [
    {
      message: `Keep the width, with a height of ${fitting}`,
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
