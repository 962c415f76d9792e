import * as z from "zod";
import {
  type Article,
  ancestorOf,
  attributeOf,
  defineRule,
  type Element,
  hasUnknownAttribute,
  insertAttribute,
  isHiddenFromReaders,
  openingTagOf,
  rangeOf,
  type Suggestion,
  targetKey,
} from "../../src/rules.js";
import { unnamedImageObjects } from "./lib/header-image-objects.js";
import { unnamedImageComponents } from "./lib/image-components.js";
import { isOnlyContent, OTHER_NAMES } from "./lib/picture-holder.js";

export default defineRule({
  id: "image/alt-missing",
  summary: "Images have alt text",
  fixes: ["suggestion"],
  references: [
    "WCAG 2.2 SC 1.1.1 Non-text Content",
    "https://html.spec.whatwg.org/multipage/images.html#alt",
  ],
  options: z.strictObject({
    decorative: z
      .enum(["allow", "forbid"])
      .default("allow")
      .describe('Whether an empty alt (`alt=""`) may mark an image as decoration.'),
  }),
  messages: {
    missing: {
      severity: "error",
      what: "This {thing} has no alt text.",
      why: "Readers who cannot see it get its file name or nothing at all.",
      help: "{advice}",
    },
    titleOnly: {
      severity: "warning",
      what: "This image has no alt; only its {attribute} describes it.",
      why: "Browsers do not show the {attribute} in place of an image that fails to load.",
      help: "Add alt with the same text.",
    },
    empty: {
      severity: "warning",
      what: "This Markdown image has no alt text.",
      why: "Nobody can tell whether the image is decoration or its description was forgotten, and screen readers skip it.",
      help: 'Describe the image between the square brackets, or write it as <img alt=""> if it is only decoration.',
    },
    decorative: {
      severity: "warning",
      what: "This image is marked as decoration with an empty alt.",
      why: "The config of this site does not allow decorative images, so every image needs a description.",
      help: "Describe the image in alt.",
    },
    linkEmpty: {
      severity: "error",
      what: "This image is the only content of a {element}, but its alt text is empty.",
      why: "Screen readers have no name to announce for the {element}, so their users cannot tell what it is for.",
      help: "Say in the alt text {purpose}.",
    },
    fileName: {
      severity: "warning",
      what: "This image has no alt text of its own.",
      why: "{engine} puts the name of its file there, which seldom says what the image shows.",
      help: "Describe the image in its alt text.",
    },
    figureEmpty: {
      severity: "warning",
      what: "This image is the only content of a figure, but it is marked as decoration.",
      why: "Screen readers announce a figure and have nothing to say about it.",
      help: "Describe the image in alt, or add a <figcaption>.",
    },
    component: {
      severity: "warning",
      what: "This <{name}> has no alt text.",
      why: "{count} others of this article have one, so it was probably forgotten.",
      help: "Describe the image in alt.",
    },
    field: {
      severity: "warning",
      what: 'The front-matter image "{field}" has no alt text.',
      why: "The theme can only print an empty alt, so screen readers skip the image.",
      help: 'Add the key alt under "{field}", and describe the image there.',
    },
  },
  check({ article, engine, options, settings, report }) {
    for (const { field, range } of unnamedImageObjects(article.frontMatter)) {
      report({ messageId: "field", range, data: { field } });
    }

    const judgeAbsent = (element: Element): void => {
      const range = openingTagOf(article, element);
      const other = OTHER_NAMES.map((name) => attributeOf(article, element, name)).find(
        (attribute) =>
          attribute !== undefined && (attribute.unknown || attribute.value.trim() !== ""),
      );
      if (other === undefined) {
        const holder = ancestorOf(article, element, ["a", "button"]);
        const needed = holder !== undefined && isOnlyContent(article, element, holder);
        const suggestions = needed ? [] : decorationSuggestion(article, element);
        const data = { thing: nameOf(element), advice: adviceFor(element, needed) };
        report({ messageId: "missing", range, data, suggestions, ...sameImage(article, element) });
      } else {
        const text = other.name === "aria-labelledby" || other.unknown ? "" : other.value.trim();
        const suggestions = text === "" ? [] : [altSuggestion(article, element, text)];
        report({ messageId: "titleOnly", range, data: { attribute: other.name }, suggestions });
      }
    };

    const judgeEmpty = (element: Element): void => {
      const range = openingTagOf(article, element);
      const control = ancestorOf(article, element, ["a", "button"]);
      if (control !== undefined && isOnlyContent(article, element, control)) {
        const name = control.tagName === "a" ? "link" : "button";
        const purpose = name === "link" ? "where the link leads" : "what the button does";
        const data = { element: name, purpose };
        report({ messageId: "linkEmpty", range, data, ...sameImage(article, element) });
        return;
      }
      if (article.originOf(element) === "markdown") {
        report({ messageId: "empty", range });
        return;
      }
      const figure = ancestorOf(article, element, ["figure"]);
      if (figure !== undefined && isOnlyContent(article, element, figure)) {
        report({ messageId: "figureEmpty", range });
      } else if (options.decorative === "forbid") report({ messageId: "decorative", range });
    };

    const getsFileName = (element: Element): boolean => {
      const src = attributeOf(article, element, "src");
      return (
        element.tagName === "img" &&
        src !== undefined &&
        !src.unknown &&
        (article.format === "markdown" || article.originOf(element) === "markdown") &&
        engine.markdown.namesImages(src.value, settings.site)
      );
    };

    const judge = (element: Element): void => {
      if (hasUnknownAttribute(article, element, "alt") || isHiddenFromReaders(article, element))
        return;
      const alt = attributeOf(article, element, "alt");
      if (alt !== undefined && alt.value !== "") return;
      if (getsFileName(element)) {
        const range = openingTagOf(article, element);
        report({ messageId: "fileName", range, data: { engine: engine.label } });
      } else if (alt === undefined) judgeAbsent(element);
      else if (element.tagName === "img") judgeEmpty(element);
    };

    for (const { name, range, count } of unnamedImageComponents(article)) {
      report({ messageId: "component", range, certainty: "likely", data: { name, count } });
    }

    // Whoever gets a picture shown that is left out of the page now shows it without a text.
    for (const picture of article.unshown) {
      const { src, alt, title, ariaLabel, ariaLabelledBy } = picture.properties;
      if (picture.tagName !== "img" || src === undefined) continue;
      if ([alt, title, ariaLabel, ariaLabelledBy].some((text) => text !== undefined)) continue;
      const data = { thing: nameOf(picture), advice: adviceFor(picture, false) };
      report({ messageId: "missing", range: rangeOf(picture), data });
    }

    return {
      img: judge,
      input(element) {
        if (attributeOf(article, element, "type")?.value.trim().toLowerCase() === "image")
          judge(element);
      },
      area(element) {
        if (attributeOf(article, element, "href") !== undefined) judge(element);
      },
      svg(element) {
        if (attributeOf(article, element, "role")?.value.trim().toLowerCase() !== "img") return;
        const hasTitle = element.children.some(
          (child) => child.type === "element" && child.tagName === "title",
        );
        const named = OTHER_NAMES.some((name) => attributeOf(article, element, name) !== undefined);
        if (hasTitle || named || hasUnknownAttribute(article, element, "aria-label")) return;
        if (isHiddenFromReaders(article, element)) return;
        report({
          messageId: "missing",
          range: openingTagOf(article, element),
          data: { thing: nameOf(element), advice: adviceFor(element, false) },
        });
      },
    };
  },
});

/** The file of an image, which may lack its text in many places. */
function sameImage(article: Article, element: Element): { readonly repeats?: string } {
  const src = attributeOf(article, element, "src");
  if (src === undefined || src.unknown || src.value === "") return {};
  return { repeats: targetKey(article.path, src.value) };
}

/** What the writer calls an element that has no alt text. */
function nameOf({ tagName }: Element): string {
  if (tagName === "img") return "image";
  return tagName === "input" ? "image button" : `<${tagName}>`;
}

/** How to give an element its alt text; `needed` where the image alone names a link or button. */
function adviceFor({ tagName }: Element, needed: boolean): string {
  if (tagName === "svg")
    return 'Describe the image in aria-label, or write aria-hidden="true" if it is only decoration.';
  if (needed) return "Say in alt where the link leads or what the button does.";
  if (tagName === "area") return "Say in alt where the link leads.";
  if (tagName === "input") return "Say in alt what the button does.";
  return 'Describe the image in alt, or write alt="" if it is only decoration.';
}

function decorationSuggestion(article: Article, element: Element): readonly Suggestion[] {
  if (element.tagName !== "img") return [];
  const edits = [insertAttribute(article, element, "alt", "")];
  return [{ message: 'Mark the image as decoration with alt=""', edits }];
}

function altSuggestion(article: Article, element: Element, text: string): Suggestion {
  const edits = [insertAttribute(article, element, "alt", text)];
  return { message: "Add alt with the same text", edits };
}
