import {
  type Asset,
  alsoAt,
  defineRule,
  type NotJudgedReason,
  type Reference,
  replace,
  resolveImage,
  respelled,
  type Suggestion,
  targetKey,
} from "../../src/rules.js";
import { pathTo } from "./lib/picture-path.js";
import types from "./lib/picture-types.json" with { type: "json" };

const TYPES: Readonly<Record<string, readonly string[]>> = types;

/** Types that browsers tell by their first bytes, whatever the name or the server says (MIME Sniffing §6.1). */
const SNIFFED: ReadonlySet<string> = new Set(["png", "jpeg", "gif", "webp", "avif", "bmp"]);

export default defineRule({
  id: "image/not-found",
  summary: "Local images exist and match their file extension",
  fixes: ["suggestion"],
  references: ["https://html.spec.whatwg.org/multipage/images.html#updating-the-image-data"],
  messages: {
    absent: {
      severity: "error",
      what: 'The image "{url}" does not exist.',
      why: "Readers see a broken image.",
      help: "Add the file, or {correction}.",
    },
    letterCase: {
      severity: "error",
      what: 'The image "{url}" exists only in another letter case.',
      why: "The file is {path}, so the image is broken on servers that distinguish letter case.",
      help: "Change the path to {correct}.",
    },
    emptyFile: {
      severity: "error",
      what: "The image file {path} is empty.",
      why: "Readers see a broken image.",
      help: "Save the image into the file again.",
    },
    wrongType: {
      severity: "error",
      what: "The image file {path} contains {found}, not {expected}.",
      why: "The file extension promises {expected}, so some browsers and feeds do not show the image.",
      help: "Rename the file, or save the image as {expected}.",
    },
    otherType: {
      severity: "warning",
      what: "The image file {path} contains {found}, not {expected}.",
      why: "Browsers look at the content and show it, but some feeds, cards and image tools go by the name.",
      help: "Rename the file, or save the image as {expected}.",
    },
    page: {
      severity: "error",
      what: 'The image "{url}" is an article, not an image.',
      why: "Browsers cannot show {path} as an image, so readers see a broken one.",
      help: "Use the path of the image file.",
    },
  },
  site({ site, articles, report, noteUnknown }) {
    for (const { facts } of articles) {
      for (const [first, ...further] of groupsOf(facts.images)) {
        if (first === undefined) continue;
        const resolution = resolveImage(site, facts, first);
        const place = {
          path: facts.path,
          range: first.range,
          related: alsoAt(further, () => "The same image"),
          repeats: targetKey(facts.path, first.url),
        };
        const { url, range } = first;
        const unknown = (reason: NotJudgedReason): void =>
          noteUnknown({ path: facts.path, range, url, reason });
        if (resolution.verdict === "asset") {
          const { asset } = resolution;
          const wrong = asset.bytes === 0 ? undefined : wrongTypeOf(asset);
          if (asset.bytes === 0)
            report({ messageId: "emptyFile", ...place, data: { path: asset.path } });
          else if (wrong !== undefined) {
            const messageId = areBothShown(asset) ? "otherType" : "wrongType";
            report({ messageId, ...place, data: wrong });
          }
        } else if (resolution.verdict === "case") {
          const { path } = resolution;
          const correct = respelled(url, path);
          const suggestions = replacements(
            first,
            further,
            correct,
            "Use the letter case of the file",
          );
          report({
            messageId: "letterCase",
            ...place,
            data: { url, path, correct: correct ?? path },
            suggestions,
          });
        } else if (resolution.verdict === "article") {
          const { path } = resolution;
          // A URL without a file name may lead to an image that only the routes of the engine know.
          if (/\.(?:md|mdx|markdown|html?)(?:$|[?#])/i.test(url)) {
            report({ messageId: "page", ...place, data: { url, path } });
          } else if (resolution.redirects !== undefined && TYPES[endingOf(url)] !== undefined) {
            // A server that answers every address with a page does so for missing images, too.
            const data = { url, correction: "correct the path" };
            report({ messageId: "absent", ...place, data });
          } else unknown("unsupported");
        } else if (resolution.verdict === "absent") {
          if (isUnderUnknownFolder(first, resolution.nearest)) unknown("unsupported");
          else {
            const target = pathTo(facts.path, url, resolution);
            const correction =
              target === undefined ? "correct the path" : `change the path to ${target}`;
            const suggestions = replacements(
              first,
              further,
              target,
              `Change the path to ${target ?? ""}`,
            );
            const about = resolution.gone ?? facts.path;
            report({
              messageId: "absent",
              ...place,
              about,
              data: { url, correction },
              suggestions,
            });
          }
        } else if (resolution.verdict === "unknown") unknown(resolution.reason);
      }
    }
  },
});

/** References grouped by URL: a missing file is one defect, wherever it is shown. */
function groupsOf(images: readonly Reference[]): Iterable<readonly Reference[]> {
  const groups = new Map<string, Reference[]>();
  for (const image of images) {
    // image/src-missing reports an empty URL; a data URL contains its image.
    if (image.url === "" || image.url.startsWith("#") || /^(?:data|blob|cid):/i.test(image.url))
      continue;
    const key = `${image.from.startsWith("front-matter:") ? "field" : "body"} ${image.url}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(image);
  }
  return groups.values();
}

/** The file extension of a URL or path, in lower case; "" without one. */
function endingOf(url: string): string {
  return /\.([a-z0-9]+)(?:$|[?#])/i.exec(url)?.[1]?.toLowerCase() ?? "";
}

function wrongTypeOf(asset: Asset): { path: string; found: string; expected: string } | undefined {
  const extension = endingOf(asset.path);
  const expected = TYPES[extension];
  if (asset.type === undefined || expected === undefined || expected.includes(asset.type))
    return undefined;
  return {
    path: asset.path,
    found: nameOf(asset.type),
    expected: nameOf(expected[0] ?? extension),
  };
}

/** Whether browsers show the file all the same: they tell raster images by their content. */
function areBothShown({ path, type }: Asset): boolean {
  return SNIFFED.has(type ?? "") && SNIFFED.has(TYPES[endingOf(path)]?.[0] ?? "");
}

function nameOf(type: string): string {
  return type === "html" ? "a web page" : type.toUpperCase();
}

/**
 * Whether the file may exist in a folder that is not known here: a theme prefixes front-matter URLs with one, and a
 * site may serve one at its root (`public/img/a.png` for `/img/a.png`).
 */
function isUnderUnknownFolder({ from, url }: Reference, nearest: string | undefined): boolean {
  if (nearest === undefined) return false;
  if (from.startsWith("front-matter:")) return true;
  const path = url.replace(/[?#].*$/, "");
  return /^\/[^/]+\//.test(path) && nearest.endsWith(path);
}

function replacements(
  first: Reference,
  further: readonly Reference[],
  text: string | undefined,
  message: string,
): readonly Suggestion[] {
  if (text === undefined || first.unknown) return [];
  return [{ message, edits: [first, ...further].map(({ range }) => replace(range, text)) }];
}
