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
  rangeSchema,
  sizeText,
  strippedUrl,
  writtenImageSchema,
} from "../../src/rules.js";

/** So many posts show what a site's custom is. */
const LEAST_POSTS = 5;
const CUSTOM_SHARE = 0.8;
/** Fields that themes print as they are into the card's address. */
const PRINTED = /(?:^|\.)(?:og|twitter)[._:-]?image$/i;
const FORMATS = /\.(svgz?|avif|bmp|tiff?|ico|heic|psd)$/i;

/** Height of a card for one pixel of its width (Open Graph's 1200 × 630). */
const CARD_HEIGHT = 630 / 1200;
/** Google takes no smaller picture of an article, in pixels. */
const LEAST_AREA = 50_000;
/** Width to height of cards, and how far a picture may be off before much of it is cut. */
const CARD_RATIOS = [1200 / 630, 16 / 9, 4 / 3, 1];
const RATIO_TOLERANCE = 0.15;

const factSchema = z.object({
  /** Whether a post has a picture, and where the finding stands if it has none. */
  post: z.object({ has: z.boolean(), range: rangeSchema }).optional(),
  /** Pictures for cards whose files may be in view. */
  pictures: z.array(writtenImageSchema.extend({ field: z.string() })),
});

type Picture = z.output<typeof writtenImageSchema> & { readonly field: string };

export default defineRule({
  id: "seo/image",
  summary: "Posts have a picture that cards on other sites can show",
  references: [
    "https://ogp.me/",
    "https://developers.google.com/search/docs/appearance/structured-data/article",
  ],
  options: z.strictObject({
    always: z
      .boolean()
      .default(false)
      .describe("Ask every post for a picture, whatever the site's custom is."),
    minWidth: z
      .int()
      .min(0)
      .default(1200)
      .describe(
        "Least width in pixels of a picture for cards; its height in proportion of 1200 × 630.",
      ),
  }),
  facts: factSchema,
  messages: {
    missing: {
      severity: "info",
      what: "The front matter names no picture, so cards on other sites show none or the site's logo.",
      why: "",
      help: "Name one in the field that the other posts use.",
    },
    relative: {
      severity: "info",
      what: '"{url}" in {field} is relative to nothing that other sites know, so their cards show no picture.',
      why: "",
      help: "Write the address in full, with https:// and the host.",
    },
    format: {
      severity: "info",
      what: "The picture in {field} is {format}, which most cards on other sites do not show.",
      why: "",
      help: "Name a JPEG or PNG copy of it.",
    },
    tiny: {
      severity: "info",
      what: "{path} is {size}: search engines take no picture of an article below 50 000 pixels in all.",
      why: "",
      help: "Name a picture of at least {least}.",
    },
    small: {
      severity: "info",
      what: "{path} is {size}, smaller than the {least} of large cards, so other sites show it small or blurred.",
      why: "",
      help: "Name a larger rendition of it.",
    },
    ratio: {
      severity: "info",
      what: "{path} is {size}, of another shape than cards (1.91:1, 16:9, 4:3, square), so other sites cut it.",
      why: "",
      help: "Name a rendition in one of these shapes.",
    },
  },
  check({ article, engine, options, leaveFact, report }) {
    const { frontMatter } = article;
    if (frontMatter === undefined || !isPublished(article) || isRedirect(article)) return;
    if (article.problems.some(({ kind }) => kind === "front-matter-syntax")) return;
    const fields = headerFieldsOf(article, undefined, engine);
    for (const field of fields) {
      if (field.unknown) continue;
      const { url, range } = field;
      const format = formatOf(field);
      if (format !== undefined) {
        report({ messageId: "format", range, data: { field: field.field, format } });
      } else if (PRINTED.test(field.field) && !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(url)) {
        report({ messageId: "relative", range, data: { url, field: field.field } });
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
          path: asset.path,
          size: sizeText(asset.size),
          least: sizeText({ width: options.minWidth, height }),
        };
        report({ path: facts.path, messageId, range: picture.range, data });
      }
    }
  },
});

/** The pictures that cards show: those named for them, else the head's. */
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

/** The format of a picture for the head or for cards that cards do not take, by its address. */
function formatOf({ role, url }: HeaderField): string | undefined {
  if (role === "thumbnail") return undefined;
  const address = strippedUrl(url);
  if (/^data:/i.test(address)) return "written into the field";
  const extension = FORMATS.exec(address.replace(/[?#].*$/, ""))?.[1];
  return extension?.toUpperCase();
}
