import {
  type Asset,
  alsoAt,
  defineRule,
  type Reference,
  replace,
  resolveImage,
  respelled,
  type Suggestion,
} from "../../src/rules.js";
import { pathTo } from "./lib/picture-path.js";
import types from "./lib/picture-types.json" with { type: "json" };

const TYPES: Readonly<Record<string, readonly string[]>> = types;

export default defineRule({
  id: "image/not-found",
  summary: "Local images exist and are what their name says",
  fixes: ["suggestion"],
  references: ["https://html.spec.whatwg.org/multipage/images.html#updating-the-image-data"],
  messages: {
    absent: {
      severity: "error",
      what: "There is no file for the image {url}, so readers see a broken picture.",
      why: "",
      help: "Add the file, or correct the address.",
    },
    letterCase: {
      severity: "error",
      what: "The image {url} exists only as {path}: the letter case differs, so it breaks on servers that tell them apart.",
      why: "",
      help: "Write the address in the letter case of the file.",
    },
    emptyFile: {
      severity: "error",
      what: "The image file {path} has no content, so readers see a broken picture.",
      why: "",
      help: "Put the picture into the file again.",
    },
    wrongType: {
      severity: "error",
      what: "The image file {path} holds {found}, not {expected} as its name says, so some browsers and feeds refuse it.",
      why: "",
      help: "Rename the file, or save the picture in the format of its name.",
    },
    page: {
      severity: "error",
      what: "The address {url} of this image leads to the page {path}, which is no picture.",
      why: "",
      help: "Give the address of the picture.",
    },
  },
  site({ site, articles, report, countUnknown }) {
    for (const { facts } of articles) {
      for (const [first, ...further] of groupsOf(facts.images)) {
        if (first === undefined) continue;
        const resolution = resolveImage(site, facts, first);
        const place = {
          path: facts.path,
          range: first.range,
          related: alsoAt(further, () => "The same image"),
        };
        const { url } = first;
        if (resolution.verdict === "asset") {
          const { asset } = resolution;
          const wrong = asset.bytes === 0 ? undefined : wrongTypeOf(asset);
          if (asset.bytes === 0)
            report({ messageId: "emptyFile", ...place, data: { path: asset.path } });
          else if (wrong !== undefined) report({ messageId: "wrongType", ...place, data: wrong });
        } else if (resolution.verdict === "case") {
          const { path } = resolution;
          const suggestions = replacements(
            first,
            further,
            respelled(url, path),
            "Use the letter case of the file",
          );
          report({ messageId: "letterCase", ...place, data: { url, path }, suggestions });
        } else if (resolution.verdict === "article") {
          const { path } = resolution;
          // An address without a file name may lead to a picture that only the engine's routes know.
          if (/\.(?:md|mdx|markdown|html?)(?:$|[?#])/i.test(url)) {
            report({ messageId: "page", ...place, data: { url, path } });
          } else countUnknown(facts.path);
        } else if (resolution.verdict === "absent") {
          if (!site.complete || isUnderUnknownFolder(first, resolution.nearest))
            countUnknown(facts.path);
          else {
            const target = pathTo(facts.path, url, resolution);
            const suggestions = replacements(first, further, target, `Use ${target ?? ""}`);
            report({ messageId: "absent", ...place, data: { url }, suggestions });
          }
        } else if (resolution.verdict === "unknown") countUnknown(facts.path);
      }
    }
  },
});

/** References by address: a file that is missing is one defect wherever it is shown. */
function groupsOf(images: readonly Reference[]): Iterable<readonly Reference[]> {
  const groups = new Map<string, Reference[]>();
  for (const image of images) {
    // An empty address is another rule's; a data address holds its picture itself.
    if (image.url === "" || image.url.startsWith("#") || /^(?:data|blob|cid):/i.test(image.url))
      continue;
    const key = `${image.from.startsWith("front-matter:") ? "field" : "body"} ${image.url}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(image);
  }
  return groups.values();
}

function wrongTypeOf(asset: Asset): { path: string; found: string; expected: string } | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(asset.path)?.[1]?.toLowerCase() ?? "";
  const expected = TYPES[extension];
  if (asset.type === undefined || expected === undefined || expected.includes(asset.type))
    return undefined;
  return {
    path: asset.path,
    found: nameOf(asset.type),
    expected: nameOf(expected[0] ?? extension),
  };
}

function nameOf(type: string): string {
  return type === "html" ? "a web page" : type.toUpperCase();
}

/**
 * Whether the file may well be there, under a folder that is not known here: a theme puts one before
 * front-matter addresses, and a site may serve one at its root (`public/img/a.png` for `/img/a.png`).
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
  if (text === undefined) return [];
  return [{ message, edits: [first, ...further].map(({ range }) => replace(range, text)) }];
}
