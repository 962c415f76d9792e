import * as z from "zod";
import {
  type Asset,
  assetOf,
  defineRule,
  type HeaderField,
  headerFieldsOf,
  isElsewhere,
  isPost,
  isPublished,
  isRedirect,
  makesPage,
  rangeSchema,
  sizeText,
  strippedUrl,
  writtenImageSchema,
} from "../../src/rules.js";

/** Number of posts from which the habit of a site can be told. */
const LEAST_POSTS = 5;
const CUSTOM_SHARE = 0.8;
/** Fields that themes print as they are as the image URL of a link preview. */
const PRINTED = /(?:^|\.)(?:og|twitter)[._:-]?image$/i;
const FORMATS = /\.(svgz?|avif|bmp|tiff?|ico|heic|psd)$/i;

/** Height of a link preview for each pixel of its width (Open Graph's 1200 × 630). */
const CARD_HEIGHT = 630 / 1200;
/** Google ignores smaller images of an article; in pixels. */
const LEAST_AREA = 50_000;
/** Width to height of link previews, and how far an image may differ before much of it is cropped. */
const CARD_RATIOS = [1200 / 630, 16 / 9, 4 / 3, 1];
const RATIO_TOLERANCE = 0.15;

const factSchema = z.object({
  /** Whether a post has an image, and where to report it if not. */
  post: z.object({ has: z.boolean(), range: rangeSchema }).optional(),
  /** Images for link previews whose files may be part of the project. */
  pictures: z.array(writtenImageSchema.extend({ field: z.string() })),
});

type Picture = z.output<typeof writtenImageSchema> & { readonly field: string };

export default defineRule({
  id: "seo/image",
  summary: "Posts have an image that link previews on other sites can show",
  references: [
    "https://ogp.me/",
    "https://developers.google.com/search/docs/appearance/structured-data/article",
  ],
  options: z.strictObject({
    always: z
      .boolean()
      .default(false)
      .describe("Require an image in every post, even if most posts of the site have none."),
    minWidth: z
      .int()
      .min(0)
      .default(1200)
      .describe(
        "Minimum width in pixels of an image for link previews; the height is in proportion to 1200 × 630.",
      ),
  }),
  facts: factSchema,
  messages: {
    missing: {
      severity: "info",
      what: "The front matter does not name an image.",
      why: "Link previews on other sites show no image, or only the site's logo.",
      help: "Add an image under the key that your theme reads.",
    },
    relative: {
      severity: "info",
      what: "The image in {field} has a relative path.",
      why: "Themes print the path as it is, and other sites cannot resolve it, so link previews show no image.",
      help: "Write the full URL, with https:// and the host.",
    },
    format: {
      severity: "info",
      what: "The image in {field} is {format}.",
      why: "Most other sites do not show such an image in link previews.",
      help: "Use a JPEG or PNG file instead.",
    },
    tiny: {
      severity: "info",
      what: "This image is only {size} pixels.",
      why: "Search engines ignore article images with fewer than 50,000 pixels in total.",
      help: "Use an image of at least {least} pixels.",
    },
    small: {
      severity: "info",
      what: "This image is {size} pixels, smaller than the {least} of large link previews.",
      why: "Other sites show it small or blurred.",
      help: "Use an image of at least {least} pixels.",
    },
    ratio: {
      severity: "info",
      what: "This image is {size} pixels, a shape that link previews crop.",
      why: "Other sites cut it to 1.91:1, 16:9, 4:3 or a square, so readers see only part of it.",
      help: "Use a version of the image in one of the shapes 1.91:1, 16:9, 4:3 or square.",
    },
  },
  check({ article, engine, options, leaveFact, report, settings }) {
    const { frontMatter } = article;
    if (
      frontMatter === undefined ||
      !isPublished(article) ||
      !makesPage(article, engine, settings.site) ||
      isRedirect(article)
    )
      return;
    if (article.problems.some(({ kind }) => kind === "front-matter-syntax")) return;
    const fields = headerFieldsOf(article, undefined, engine);
    for (const field of fields) {
      if (field.unknown) continue;
      const { url, range } = field;
      const format = formatOf(field);
      if (format !== undefined) {
        report({ messageId: "format", range, data: { field: field.field, format } });
      } else if (PRINTED.test(field.field) && !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(url)) {
        report({ messageId: "relative", range, data: { field: field.field } });
      }
    }
    const pictures = cardPictures(fields);
    const { start, end } = frontMatter.openingFence;
    const post = { has: fields.length > 0, range: { start, end } };
    const counts = isPost(article, engine);
    if (counts && options.always && !post.has) report({ messageId: "missing", range: post.range });
    const isAsked = counts && !options.always;
    if (isAsked) leaveFact({ post, pictures });
    else if (pictures.length > 0) leaveFact({ pictures });
  },
  site({ site, articles, report }) {
    const found = articles.flatMap(({ facts, fact, options }) =>
      fact === undefined ? [] : [{ facts, options, ...fact }],
    );
    const posts = found.flatMap(({ facts, post }) =>
      post === undefined ? [] : [{ path: facts.path, ...post }],
    );
    const having = posts.filter(({ has }) => has).length;
    if (posts.length >= LEAST_POSTS && having >= posts.length * CUSTOM_SHARE) {
      for (const { path, has, range } of posts) {
        if (!has) report({ path, messageId: "missing", range });
      }
    }
    for (const { facts, options, pictures } of found) {
      for (const picture of pictures) {
        const asset = assetOf(site, facts, picture, picture.field);
        if (asset?.size === undefined || asset.type === "svg") continue;
        const messageId = sizeFlaw(asset.size, options.minWidth);
        if (messageId === undefined) continue;
        const height = Math.round(options.minWidth * CARD_HEIGHT);
        const data = {
          size: sizeText(asset.size),
          least: sizeText({ width: options.minWidth, height }),
        };
        report({ path: facts.path, messageId, range: picture.range, data });
      }
    }
  },
});

/** The images that link previews show: those named for them, or else the header images. */
function cardPictures(fields: readonly HeaderField[]): Picture[] {
  const forCards = fields.filter(({ role }) => role === "share");
  const shown = forCards.length > 0 ? forCards : fields.filter(({ role }) => role === "hero");
  return shown
    .filter((field) => !field.unknown && !isElsewhere(field.url) && formatOf(field) === undefined)
    .map(({ url, range: { start, end }, field }) => ({
      url,
      range: { start, end },
      tag: { start, end },
      field,
    }));
}

function sizeFlaw(
  { width, height }: NonNullable<Asset["size"]>,
  minWidth: number,
): "tiny" | "small" | "ratio" | undefined {
  if (width * height < LEAST_AREA) return "tiny";
  if (width < minWidth || height < Math.floor(minWidth * CARD_HEIGHT)) return "small";
  const isNear = (ratio: number): boolean =>
    Math.abs(width / height / ratio - 1) <= RATIO_TOLERANCE;
  return CARD_RATIOS.some(isNear) ? undefined : "ratio";
}

/** What an image for the header or for link previews is, if link previews do not show it, judged by its URL. */
function formatOf({ role, url }: HeaderField): string | undefined {
  if (role === "thumbnail") return undefined;
  const address = strippedUrl(url);
  if (/^data:/i.test(address)) return "a data: URL";
  const extension = FORMATS.exec(address.replace(/[?#].*$/, ""))?.[1];
  return extension === undefined ? undefined : `in ${extension.toUpperCase()} format`;
}
