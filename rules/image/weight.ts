import * as z from "zod";
import {
  type Asset,
  alsoAt,
  assetOf,
  defineRule,
  insert,
  type Reference,
  referencesOf,
  removeAttribute,
  type WrittenImage,
  webHostOf,
} from "../../src/rules.js";
import { loadingOf, loadingSchema } from "./lib/lazy-image.js";
import { type ShownFile, shownFiles } from "./lib/shown-files.js";
import { siteConfigText } from "./lib/site-config-text.js";

const KILOBYTE = 1000;
const GIF_BYTES = 1000 * KILOBYTE;
/** Smaller files load in no time, whenever they do. */
const LAZY_BYTES = 10 * KILOBYTE;

/** Formats that are not made for the web, by type and by extension. */
const FOREIGN: ReadonlySet<string> = new Set(["bmp", "tiff", "tif"]);
/** Themes and plugins that load all images late. */
const LAZY_SITE = /lazy[-_]?load/i;

/** The edit that deletes an attribute is kept with the facts, since the site stage has no text. */
const factSchema = z.object({
  loading: loadingSchema.optional(),
  removal: z.object({ start: z.number(), end: z.number(), text: z.string() }).optional(),
});

export default defineRule({
  id: "image/weight",
  summary:
    "Images load fast: they are small, in a web format, and load late when readers see them late",
  fixes: ["safe", "suggestion"],
  references: [
    "https://web.dev/articles/lcp",
    "https://html.spec.whatwg.org/multipage/urls-and-fetching.html#lazy-loading-attributes",
  ],
  options: z.strictObject({
    maxKB: z
      .number()
      .positive()
      .default(300)
      .describe("Greatest size of an image file, in kilobytes of 1000 bytes."),
    heroMaxKB: z
      .number()
      .positive()
      .default(500)
      .describe("The same for the first image of an article and for images in front matter."),
    dataKB: z
      .number()
      .positive()
      .default(4)
      .describe("Greatest size of an image in a `data:` URL, in kilobytes."),
    screen: z
      .int()
      .min(0)
      .default(3000)
      .describe(
        "How much text, in weighted characters, fills the first screen; an image counts as 400.",
      ),
    remote: z
      .boolean()
      .default(false)
      .describe("Whether to check `loading` on images of other hosts too."),
  }),
  facts: factSchema,
  messages: {
    heavy: {
      severity: "info",
      what: "This image is {size}; the limit is {limit}.",
      why: "The page loads slowly on phones because of {path}.",
      help: "Save the image at the size at which it is shown, or compress it more, to get below {limit}.",
    },
    gif: {
      severity: "info",
      what: "This image is a GIF of {size}.",
      why: "{path} is many times larger than a video with the same content.",
      help: "Replace it with a video (<video controls loop muted playsinline>) or an animated WebP.",
    },
    format: {
      severity: "info",
      what: "This image is a {format} file.",
      why: "{format} files are large, and not every browser shows them.",
      help: "Save {path} as JPEG, PNG or WebP.",
    },
    embedded: {
      severity: "info",
      what: "This image URL contains {size} of image data.",
      why: "Every reader downloads the data as part of the page, before the text that follows.",
      help: "Save the image as a file, and use its path here.",
    },
    loading: {
      severity: "info",
      what: "This image is far down the page but is loaded at once.",
      why: "It competes with what readers see first, so the first screen appears later.",
      help: 'Add loading="lazy".',
    },
    late: {
      severity: "info",
      what: 'This image is at the top of the article but has loading="lazy".',
      why: "Browsers load it late, although readers see it first.",
      help: 'Delete loading="lazy".',
    },
  },
  check({ article, options, leaveFact, report }) {
    const [first, ...further] = referencesOf(article).images.filter(
      (image) => isEmbedded(image) && dataBytes(image.url) > options.dataKB * KILOBYTE,
    );
    if (first !== undefined) {
      report({
        messageId: "embedded",
        range: { start: first.range.start, end: first.range.end },
        data: { size: sizeOf(dataBytes(first.url)) },
        related: further.map(({ range, url }) => ({
          range,
          message: `Another ${sizeOf(dataBytes(url))} here`,
        })),
      });
    }
    const loading = loadingOf(article, options.screen);
    if (loading === undefined) return;
    const { late } = loading;
    const removal = late === undefined ? undefined : removeAttribute(article, late.attribute);
    leaveFact(removal === undefined ? { loading } : { loading, removal });
  },
  speaksOf: "each",
  site({ site, articles, report }) {
    for (const { facts, fact, options, engine, settings } of articles) {
      const { path } = facts;
      const heavy: { readonly shown: ShownFile; readonly limit: number }[] = [];
      for (const shown of shownFiles(site, facts, engine)) {
        const { asset, range, isHero } = shown;
        const format = foreignFormat(asset);
        const limit = (isHero ? options.heroMaxKB : options.maxKB) * KILOBYTE;
        const size = sizeOf(asset.bytes);
        if (format !== undefined) {
          report({ path, messageId: "format", range, data: { path: asset.path, format } });
        } else if (isGif(asset) && asset.bytes > GIF_BYTES) {
          report({ path, messageId: "gif", range, data: { path: asset.path, size } });
        } else if (asset.bytes > limit) heavy.push({ shown, limit });
      }
      const [first, ...others] = heavy;
      if (first !== undefined) {
        const { asset, range } = first.shown;
        const data = { path: asset.path, size: sizeOf(asset.bytes), limit: sizeOf(first.limit) };
        const related = others.map(({ shown }) => ({
          range: shown.range,
          message: `${shown.asset.path} is ${sizeOf(shown.asset.bytes)}`,
        }));
        report({ path, messageId: "heavy", range, data, related });
      }

      if (fact?.loading === undefined) continue;
      const counts = (image: WrittenImage): boolean =>
        webHostOf(image.url) !== undefined
          ? options.remote
          : (assetOf(site, facts, image)?.bytes ?? 0) >= LAZY_BYTES;
      const config = siteConfigText(settings.site.config);
      const isLazy = LAZY_SITE.test(config) || engine.links.imagePlugin?.test(config) === true;
      const [far, ...farther] = isLazy ? [] : fact.loading.atOnce.filter(counts);
      if (far !== undefined) {
        report({
          path,
          messageId: "loading",
          range: far.tag,
          related: alsoAt(farther.map(({ tag }) => tag)),
          fix: [far, ...farther].map(({ tag }) =>
            insert(tag.start + "<img".length, ' loading="lazy"'),
          ),
        });
      }
      const { late } = fact.loading;
      if (late === undefined || fact.removal === undefined || !counts(late)) continue;
      report({
        path,
        messageId: "late",
        range: late.attribute,
        suggestions: [{ message: 'Delete loading="lazy"', edits: [fact.removal] }],
      });
    }
  },
});

function foreignFormat({ type, path }: Asset): string | undefined {
  const name = type ?? /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  return FOREIGN.has(name) ? (name === "bmp" ? "BMP" : "TIFF") : undefined;
}

function isGif({ type, path }: Asset): boolean {
  return type === undefined ? /\.gif$/i.test(path) : type === "gif";
}

/** An image in a URL of the body; seo/image reports one in front matter. */
function isEmbedded({ url, from }: Reference): boolean {
  return !from.startsWith("front-matter:") && /^data:/i.test(url);
}

/** How many bytes of data a data URL contains. */
function dataBytes(url: string): number {
  const data = url.length - url.indexOf(",") - 1;
  return /^data:[^,]*;base64,/i.test(url) ? Math.floor((data * 3) / 4) : data;
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / KILOBYTE))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
