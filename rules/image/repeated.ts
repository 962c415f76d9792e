import * as z from "zod";
import {
  type Article,
  ancestorOf,
  defineRule,
  type Element,
  headerFieldsOf,
  isHiddenFromReaders,
  isIcon,
  type PictureSource,
  pictureSourceOf,
  rangeOf,
  replace,
  type Suggestion,
} from "../../src/rules.js";
import { pictureKey } from "./lib/picture.js";

/** A slip makes one copy; an image that appears three times is an ornament, a sign, or the same result shown again. */
const ON_PURPOSE = 3;

export default defineRule({
  id: "image/repeated",
  summary: "An image is shown once",
  fixes: ["suggestion"],
  options: z.strictObject({
    fields: z
      .boolean()
      .default(false)
      .describe(
        "Also report a thumbnail in front matter that is the header image itself, not a smaller rendition.",
      ),
    ignoreQuery: z
      .array(z.string())
      .default([])
      .describe("Further query parameters that only choose a rendition of the same image."),
    cdn: z
      .array(z.string())
      .default([])
      .describe(
        "URL prefixes of further image services, such as `https://cdn.example/fetch/`, that are followed by the image's own URL.",
      ),
  }),
  messages: {
    exact: {
      severity: "warning",
      what: "This image appears twice in the article.",
      why: "Readers look for a difference that is not there.",
      help: "Delete the copy, or replace it with the image that was meant to be here.",
    },
    rendition: {
      severity: "warning",
      what: "This image looks like a copy of one that the article already shows.",
      why: "Readers see the same image twice: {second} and {first} probably differ only in size, quality or URL.",
      help: "Delete the copy, or replace it with the image that was meant to be here.",
    },
    thumbnail: {
      severity: "warning",
      what: '"{thumbnail}" names the same file as "{hero}".',
      why: "Lists of articles load the full-size image.",
      help: "Set {thumbnail} to a smaller rendition, or delete the key.",
    },
  },
  check({ article, engine, options, settings, report }) {
    const known = { ...options, siteUrl: settings.site.url };
    const keyOf = (url: string): string => pictureKey(url, known);
    const groups = new Map<
      string,
      { readonly element: Element; readonly source: PictureSource }[]
    >();

    if (options.fields) {
      const fields = headerFieldsOf(article, undefined, engine).filter(({ unknown }) => !unknown);
      const hero = fields.find(({ role }) => role === "hero");
      const copy = fields.find(({ role, url }) => role === "thumbnail" && url === hero?.url);
      if (hero !== undefined && copy !== undefined) {
        report({
          messageId: "thumbnail",
          range: copy.range,
          data: { thumbnail: copy.field, hero: hero.field },
          related: [{ range: hero.range, message: "The same file" }],
        });
      }
    }

    return {
      img(element) {
        const source = pictureSourceOf(article, element);
        if (source === undefined || source.unknown) return;
        if (isIcon(article, element) || isHiddenFromReaders(article, element)) return;
        if (ancestorOf(article, element, ["noscript"]) !== undefined) return;
        const key = keyOf(source.url);
        const group = groups.get(key) ?? [];
        groups.set(key, group);
        group.push({ element, source });
      },
      end() {
        for (const group of groups.values()) {
          const [first, second] = group;
          if (first === undefined || second === undefined || group.length >= ON_PURPOSE) continue;
          if (areCompared(article, first.element, second.element, keyOf)) continue;
          const place = {
            range: second.source.range,
            related: [{ range: first.source.range, message: "First shown here" }],
            suggestions: deletion(article, second.element),
          };
          if (first.source.url === second.source.url) {
            report({ messageId: "exact", ...place });
          } else {
            const data = { first: first.source.url, second: second.source.url };
            report({ messageId: "rendition", ...place, data });
          }
        }
      },
    };
  },
});

/** Whether readers compare a copy with other images: in a table, or in a later paragraph with another image. */
function areCompared(
  article: Article,
  first: Element,
  second: Element,
  keyOf: (url: string) => string,
): boolean {
  if ([first, second].some((one) => ancestorOf(article, one, ["table"]) !== undefined)) return true;
  const parent = article.parentOf(second);
  if (parent?.tagName !== "p" || parent === article.parentOf(first)) return false;
  const keys = parent.children.flatMap((child) => {
    const isImage = child.type === "element" && child.tagName === "img";
    const source = isImage ? pictureSourceOf(article, child) : undefined;
    return source === undefined ? [] : [keyOf(source.url)];
  });
  return new Set(keys).size > 1;
}

/** Deletes the copy, unless that would leave an empty link or figure. */
function deletion(article: Article, element: Element): readonly Suggestion[] {
  if (ancestorOf(article, element, ["a", "figure", "picture"]) !== undefined) return [];
  return [{ message: "Delete this copy", edits: [replace(rangeOf(element), "")] }];
}
