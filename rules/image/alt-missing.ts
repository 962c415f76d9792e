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
  type Suggestion,
} from "../../src/rules.js";
import { unnamedImageObjects } from "./lib/header-image-objects.js";
import { isOnlyContent, OTHER_NAMES } from "./lib/picture-holder.js";

export default defineRule({
  id: "image/alt-missing",
  summary: "Images have a text alternative",
  fixes: ["suggestion"],
  references: [
    "WCAG 2.2 SC 1.1.1 Non-text Content",
    "https://html.spec.whatwg.org/multipage/images.html#alt",
  ],
  options: z.strictObject({
    decorative: z
      .enum(["allow", "forbid"])
      .default("allow")
      .describe('Whether an empty alt (`alt=""`) is accepted as the mark of decoration.'),
  }),
  messages: {
    missing: {
      severity: "error",
      what: "This image has no text alternative, so screen readers announce its file name or nothing at all.",
      why: "",
      help: 'Describe the picture in alt, or write alt="" if it is decoration.',
    },
    titleOnly: {
      severity: "warning",
      what: "This image has no alt; only its {attribute} names it, which is not shown when the picture fails to load.",
      why: "",
      help: "Move the text into alt.",
    },
    empty: {
      severity: "warning",
      what: "This image has an empty text alternative, and Markdown has no other way to say whether it is decoration or was forgotten.",
      why: "",
      help: 'Describe the picture between the square brackets, or write it as <img alt=""> if it is decoration.',
    },
    decorative: {
      severity: "warning",
      what: "This image is marked as decoration, which this site does not use.",
      why: "",
      help: "Describe the picture in alt.",
    },
    linkEmpty: {
      severity: "error",
      what: "This image is all there is in the {element} but has an empty text alternative, so no one hears where it leads.",
      why: "",
      help: "Say in alt where it leads or what it does.",
    },
    figureEmpty: {
      severity: "warning",
      what: "This image is all there is in the figure but is marked as decoration, so the figure tells screen readers nothing.",
      why: "",
      help: "Describe the picture in alt, or add a figcaption.",
    },
    field: {
      severity: "warning",
      what: "The image in {field} has no text alternative, so the theme can only print an empty one.",
      why: "",
      help: "Add alt beside the address.",
    },
  },
  check({ article, options, report }) {
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
        report({ messageId: "missing", range, suggestions });
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
        report({ messageId: "linkEmpty", range, data: { element: name } });
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

    const judge = (element: Element): void => {
      if (hasUnknownAttribute(article, element, "alt") || isHiddenFromReaders(article, element))
        return;
      const alt = attributeOf(article, element, "alt");
      if (alt === undefined) judgeAbsent(element);
      else if (alt.value === "" && element.tagName === "img") judgeEmpty(element);
    };

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
        report({ messageId: "missing", range: openingTagOf(article, element) });
      },
    };
  },
});

function decorationSuggestion(article: Article, element: Element): readonly Suggestion[] {
  if (element.tagName !== "img") return [];
  const edits = [insertAttribute(article, element, "alt", "")];
  return [{ message: 'Mark it as decoration with alt=""', edits }];
}

function altSuggestion(article: Article, element: Element, text: string): Suggestion {
  const edits = [insertAttribute(article, element, "alt", text)];
  return { message: "Use that text as alt", edits };
}
