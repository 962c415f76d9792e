import * as z from "zod";
import { removeAttribute } from "../../src/knowledge/edits/remove-attribute.js";
import { webHostOf } from "../../src/knowledge/link/url-scheme.js";
import { referencesOf } from "../../src/knowledge/page/references.js";
import { assetOf, type WrittenImage } from "../../src/knowledge/picture/local-image.js";
import {
  type Asset,
  defineRule,
  ownFacts,
  type Reference,
  type RelatedPlace,
} from "../../src/rule/index.js";
import { loadingOf, loadingSchema } from "./lib/lazy-image.js";
import { type ShownFile, shownFiles } from "./lib/shown-files.js";
import { siteConfigText } from "./lib/site-config-text.js";

const KILOBYTE = 1000;
const GIF_BYTES = 1000 * KILOBYTE;
/** Smaller files load in no time, whenever they do. */
const LAZY_BYTES = 10 * KILOBYTE;

/** Formats that are not made for the web, by type and by extension. */
const FOREIGN: ReadonlySet<string> = new Set(["bmp", "tiff", "tif"]);
/** Themes and plug-ins that load all images late. */
const LAZY_SITE = /lazy[-_]?load/i;

/** The edit that removes an attribute travels with the facts, since the site stage has no text. */
const ownFact = ownFacts(
  z.object({
    loading: loadingSchema.optional(),
    removal: z.object({ start: z.number(), end: z.number(), text: z.string() }).optional(),
  }),
);

export default defineRule({
  id: "image/weight",
  summary:
    "Images load fast: they are small, in a format for the web, and late where they are seen late",
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
      .describe("How many kilobytes (1000 bytes) an image file may have."),
    heroMaxKB: z
      .number()
      .positive()
      .default(500)
      .describe("The same for the first image of an article and for images in front matter."),
    dataKB: z
      .number()
      .positive()
      .default(4)
      .describe("How many kilobytes a picture written into a `data:` address may have."),
    screen: z
      .int()
      .min(0)
      .default(3000)
      .describe(
        "How much text, in weighted characters, fills the first screen; a picture counts as 400.",
      ),
    remote: z.boolean().default(false).describe("Look at `loading` of images on other hosts too."),
  }),
  messages: {
    heavy: {
      severity: "info",
      what: "{path} has {size}, so the page loads slowly on phones.",
      why: "",
      help: "Save it at the size at which it is shown, or with stronger compression: below {limit}.",
    },
    gif: {
      severity: "info",
      what: "{path} is a GIF of {size}, many times what a video of the same would have.",
      why: "",
      help: "Put in a video (<video autoplay loop muted playsinline>) or an animated WebP.",
    },
    format: {
      severity: "info",
      what: "{path} is {format}, a format that is not made for the web: large, and not shown everywhere.",
      why: "",
      help: "Save it as JPEG, PNG or WebP.",
    },
    embedded: {
      severity: "info",
      what: "{size} of picture stand in the address itself, so every reader loads them before the text and again on every page.",
      why: "",
      help: "Put the picture into a file.",
    },
    loading: {
      severity: "info",
      what: "This image is far below the beginning but loads with it, so the first screen comes later.",
      why: "",
      help: 'Write loading="lazy".',
    },
    late: {
      severity: "info",
      what: 'This image is at the top of the article but has loading="lazy", so it comes later than it could.',
      why: "",
      help: "Delete the attribute.",
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
          message: `And ${sizeOf(dataBytes(url))} here`,
        })),
      });
    }
    const loading = loadingOf(article, options.screen);
    if (loading === undefined) return undefined;
    const { late } = loading;
    const removal =
      late === undefined ? undefined : removeAttribute(article.source, late.attribute);
    leaveFact(ownFact.leave(removal === undefined ? { loading } : { loading, removal }));
    return undefined;
  },
  site({ site, articles, report }) {
    for (const { facts, options, engine, settings } of articles) {
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
          message: `${shown.asset.path} has ${sizeOf(shown.asset.bytes)}`,
        }));
        report({ path, messageId: "heavy", range, data, related });
      }

      const fact = ownFact.read(facts.rules["image/weight"]);
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
          related: farther.map(({ tag }): RelatedPlace => ({ range: tag, message: "And here" })),
          fix: [far, ...farther].map(({ tag }) => {
            const at = tag.start + "<img".length;
            return { start: at, end: at, text: ' loading="lazy"' };
          }),
        });
      }
      const { late } = fact.loading;
      if (late === undefined || fact.removal === undefined || !counts(late)) continue;
      report({
        path,
        messageId: "late",
        range: late.attribute,
        suggestions: [{ message: "Delete the attribute", edits: [fact.removal] }],
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

/** A picture in an address of the body; one in front matter is seo/image's. */
function isEmbedded({ url, from }: Reference): boolean {
  return !from.startsWith("front-matter:") && /^data:/i.test(url);
}

/** How many bytes a data address holds. */
function dataBytes(url: string): number {
  const data = url.length - url.indexOf(",") - 1;
  return /^data:[^,]*;base64,/i.test(url) ? Math.floor((data * 3) / 4) : data;
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / KILOBYTE))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
