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
  hasUnknownAttribute,
  insert,
  isSizedByStyle,
  isStyled,
  type RelatedPlace,
  sizeText,
  type WrittenImage,
  writtenImageOf,
  writtenImageSchema,
} from "../../src/rules.js";
import { siteConfigText } from "./lib/site-config-text.js";

/** What can be offered for an image: where CSS sets only one side of it, adding both would distort it. */
const OFFERS = ["fix", "suggestion", "none"] as const;

const factSchema = z.object({
  images: z.array(writtenImageSchema.extend({ offer: z.enum(OFFERS) })),
});

export default defineRule({
  id: "image/size-missing",
  summary: "Images of the site have a width and height",
  fixes: ["safe", "suggestion"],
  references: [
    "https://html.spec.whatwg.org/multipage/embedded-content-other.html#dimension-attributes",
    "https://web.dev/articles/optimize-cls",
  ],
  facts: factSchema,
  messages: {
    missing: {
      severity: "info",
      what: "This image has no width and height.",
      why: "Browsers cannot reserve space for the image, so the text below it jumps when it loads.",
      help: "Add {attributes}.",
    },
  },
  check({ article, leaveFact }) {
    const images: (WrittenImage & { readonly offer: (typeof OFFERS)[number] })[] = [];
    return {
      img(element) {
        if (isSized(article, element)) return;
        const image = writtenImageOf(article, element);
        if (image !== undefined) images.push({ ...image, offer: offerFor(article, element) });
      },
      end() {
        if (images.length > 0) leaveFact({ images });
      },
    };
  },
  speaksOf: "each",
  site({ site, articles, report }) {
    for (const { facts, fact, engine, settings } of articles) {
      const plugin = engine.links.imagePlugin;
      // It writes the sizes into the built pages.
      const isSized = plugin?.test(siteConfigText(settings.site.config)) === true;
      if (fact === undefined || isSized) continue;
      const found = fact.images.flatMap((image) => {
        const asset = assetOf(site, facts, image);
        return asset === undefined || asset.bytes === 0 ? [] : [{ ...image, size: asset.size }];
      });
      // One finding for each kind of offer, with all places.
      for (const kind of OFFERS) {
        const group = found.filter(
          ({ offer, size }) => (size === undefined ? "none" : offer) === kind,
        );
        const [first, ...further] = group;
        if (first === undefined) continue;
        const edits = group.flatMap(({ tag, size }) => insertion(tag.start, size));
        report({
          path: facts.path,
          messageId: "missing",
          range: first.tag,
          data: { attributes: attributesText(first.size) },
          related: further.map(
            ({ tag, size }): RelatedPlace => ({
              range: tag,
              message: `No width and height here either${size === undefined ? "" : ` (${sizeText(size)})`}`,
            }),
          ),
          ...(kind === "fix" ? { fix: edits } : {}),
          ...(kind === "suggestion"
            ? { suggestions: [{ message: "Add the sizes of the files", edits }] }
            : {}),
        });
      }
    }
  },
});

/** Whether the tag says anything about the size of the image: image/size-invalid reports one of the two alone. */
function isSized(article: Article, element: Element): boolean {
  return (
    ["width", "height"].some(
      (name) =>
        attributeOf(article, element, name) !== undefined ||
        hasUnknownAttribute(article, element, name),
    ) ||
    attributeOf(article, element, "hidden") !== undefined ||
    isSizedByStyle(article, element)
  );
}

function offerFor(article: Article, element: Element): (typeof OFFERS)[number] {
  // Of several files for one place, each may have its own size.
  if (ancestorOf(article, element, ["picture"]) !== undefined) return "none";
  if (attributeOf(article, element, "srcset") !== undefined) return "none";
  return isStyled(article, element) ? "suggestion" : "fix";
}

function attributesText(size: Asset["size"]): string {
  return size === undefined
    ? "both in pixels, as the image file has them"
    : `width="${Math.round(size.width)}" height="${Math.round(size.height)}"`;
}

/** Right after `<img`, so that no other attribute can swallow it. */
function insertion(tagStart: number, size: Asset["size"]): readonly Edit[] {
  if (size === undefined) return [];
  const at = tagStart + "<img".length;
  const text = ` ${attributesText(size)}`;
  return [insert(at, text)];
}
