import {
  type Article,
  type Attribute,
  ancestorOf,
  attributeOf,
  defineRule,
  type Element,
  hasUnknownAttribute,
  LAZY_ATTRIBUTES,
  openingTagOf,
  readSrcset,
} from "../../src/rules.js";
import { srcsetFlawOf } from "./lib/picture-srcset.js";

export default defineRule({
  id: "image/src-missing",
  summary: "Images have a URL",
  fixes: ["suggestion"],
  references: [
    "https://html.spec.whatwg.org/multipage/embedded-content.html#attr-img-src",
    "https://html.spec.whatwg.org/multipage/images.html#srcset-attributes",
  ],
  messages: {
    missing: {
      severity: "error",
      what: "This <{tag}> has no {name}.",
      why: "Browsers have no image to show.",
      help: "Add {name} with the URL of the image, or delete the <{tag}>.",
    },
    empty: {
      severity: "error",
      what: "This image has no URL.",
      why: "Browsers show a broken image, or load the page itself a second time.",
      help: "Write the URL of the image, or delete the image.",
    },
    lazy: {
      severity: "error",
      what: "The URL of this image appears only in {attribute}.",
      why: "Readers without the lazy-loading script see no image, and neither do feeds and search engines.",
      help: 'Move the URL into src, and add loading="lazy" to load the image late.',
    },
    srcset: {
      severity: "error",
      what: "The srcset {problem}.",
      why: "Browsers choose the wrong image, or none.",
      help: "Give every candidate a URL and its own width (640w) or density (2x), and add sizes if you use widths.",
    },
  },
  check({ article, report }) {
    const judgeAddress = (element: Element): void => {
      if (hasUnknownAttribute(article, element, "src")) return;
      const src = attributeOf(article, element, "src");
      const value = src?.value.trim() ?? "";
      if (value !== "" && value !== "#") return;
      if (value === "" && hasOtherCandidates(article, element)) return;
      const tag = openingTagOf(article, element);
      const range =
        src === undefined || src.valueRange.start === src.valueRange.end ? tag : src.valueRange;
      const lazy = LAZY_ATTRIBUTES.map((name) => attributeOf(article, element, name)).find(
        (attribute) =>
          attribute !== undefined && (attribute.unknown || /[./]/.test(attribute.value)),
      );
      if (lazy !== undefined) {
        const edits = src === undefined ? renamed(lazy, "src") : [];
        const suggestions =
          edits.length === 0 ? [] : [{ message: `Rename ${lazy.name} to src`, edits }];
        report({ messageId: "lazy", range, data: { attribute: lazy.name }, suggestions });
      } else if (src === undefined) {
        report({ messageId: "missing", range, data: { tag: element.tagName, name: "src" } });
      } else report({ messageId: "empty", range });
    };

    const judgeSrcset = (element: Element): void => {
      const srcset = attributeOf(article, element, "srcset");
      if (srcset === undefined || hasUnknownAttribute(article, element, "srcset")) return;
      const lazy = attributeOf(article, element, "loading")?.value.trim().toLowerCase() === "lazy";
      const sized = lazy || attributeOf(article, element, "sizes") !== undefined;
      const problem = srcsetFlawOf(
        srcset.value,
        sized || hasUnknownAttribute(article, element, "sizes"),
      );
      if (problem === undefined) return;
      const { valueRange } = srcset;
      const range = valueRange.start === valueRange.end ? srcset.range : valueRange;
      report({ messageId: "srcset", range, data: { problem } });
    };

    return {
      img(element) {
        judgeAddress(element);
        judgeSrcset(element);
      },
      input(element) {
        if (attributeOf(article, element, "type")?.value.trim().toLowerCase() === "image")
          judgeAddress(element);
      },
      source(element) {
        if (ancestorOf(article, element, ["picture", "video", "audio"])?.tagName !== "picture")
          return;
        judgeSrcset(element);
        const absent = attributeOf(article, element, "srcset") === undefined;
        if (!absent || hasUnknownAttribute(article, element, "srcset")) return;
        if (attributeOf(article, element, "data-srcset") !== undefined) return;
        report({
          messageId: "missing",
          range: openingTagOf(article, element),
          data: { tag: "source", name: "srcset" },
        });
      },
    };
  },
});

/** Whether browsers show an image without `src` all the same, by its `srcset` or by a source for every screen. */
function hasOtherCandidates(article: Article, image: Element): boolean {
  if (hasCandidates(article, image)) return true;
  const picture = ancestorOf(article, image, ["picture"]);
  return (
    picture?.children.some(
      (child) =>
        child.type === "element" &&
        child.tagName === "source" &&
        attributeOf(article, child, "media") === undefined &&
        hasCandidates(article, child),
    ) ?? false
  );
}

function hasCandidates(article: Article, element: Element): boolean {
  if (hasUnknownAttribute(article, element, "srcset")) return true;
  return readSrcset(attributeOf(article, element, "srcset")?.value ?? "").length > 0;
}

function renamed(attribute: Attribute, name: string) {
  const { start } = attribute.range;
  return [{ start, end: start + attribute.name.length, text: name }];
}
