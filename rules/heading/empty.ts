import {
  type Article,
  ancestorOf,
  attributeOf,
  defineRule,
  type Element,
  elementRemoval,
  isHidden,
  isHiddenFromReaders,
  levelOf,
  type Nodes,
  replace,
  textContentOf,
} from "../../src/rules.js";

/** What a heading offers to a person who cannot see it. Another rule reports `image-flaw`. */
type Content = "text" | "image" | "image-flaw" | "anchor" | "nothing";

export default defineRule({
  id: "heading/empty",
  summary: "A heading should have text",
  fixes: ["suggestion"],
  references: ["WCAG 2.2 SC 2.4.6", "WCAG 2.2 SC 1.3.1"],
  messages: {
    empty: {
      severity: "error",
      what: "This heading has no text.",
      why: "Screen readers announce a section without a name.",
      help: "Write the heading, or delete it.",
    },
    image: {
      severity: "error",
      what: "This heading contains only an image marked as decoration.",
      why: "Screen readers announce a section without a name.",
      help: "Describe the image in its alt text, or add text to the heading.",
    },
    anchor: {
      severity: "error",
      what: "This heading contains only an anchor.",
      why: "Screen readers announce a section without a name.",
      help: "Write the heading, or move the anchor to the text it marks.",
    },
  },
  check: ({ article, report }) => ({
    "*": (element) => {
      if (levelOf(article, element) === undefined || isHidden(article, element)) return;
      const content = contentOf(article, element);
      if (content === "text" || content === "image-flaw") return;
      const range = {
        start: element.position?.start.offset ?? 0,
        end: element.position?.end.offset ?? 0,
      };
      const removal = content === "nothing" ? elementRemoval(article, element) : undefined;
      report({
        messageId: content === "nothing" ? "empty" : content,
        range,
        suggestions:
          removal === undefined
            ? []
            : [{ message: "Delete the empty heading", edits: [replace(removal, "")] }],
      });
    },
  }),
});

const MACRO = /<!--\s*[\w-]+:[\w-]+[^>]*-->/;

/** A heading counts as named if it contains a component or expression whose output is unknown. */
function contentOf(article: Article, heading: Element): Content {
  if (isNamed(article, heading)) return "text";
  // `<!-- md:option a -->`: a macro of the site writes the heading in its place.
  const { start, end } = heading.position ?? {};
  if (MACRO.test(article.source.slice(start?.offset, end?.offset))) return "text";
  const text = textContentOf(article, heading).text.replace(
    /[\s\u00ad\u200b-\u200d\u2060\ufeff]/gu,
    "",
  );
  const parts = [...descendants(heading)];
  // A permalink (`#`, `¶`) is not a name.
  const anchors = parts.filter((node) => node.type === "element" && node.tagName === "a");
  const permalink = anchors.length > 0 && /^[#¶§🔗]*$/u.test(text);
  if (text !== "" && !permalink) return "text";
  let image = false;
  for (const node of parts) {
    if (node.type === "element") {
      if (isNamed(article, node)) return "text";
      if (node.tagName === "img" && isAltMissing(article, node)) return "image-flaw";
      if (node.tagName === "img" || node.tagName === "svg") image = true;
    } else if (node.type !== "text" && node.type !== "comment") return "text";
  }
  if (image) return "image";
  return anchors.length > 0 ? "anchor" : "nothing";
}

/** Whether the missing alt text is a defect of the image itself, which image/alt-missing reports. */
function isAltMissing(article: Article, image: Element): boolean {
  if (isHiddenFromReaders(article, image)) return false;
  return (
    attributeOf(article, image, "alt") === undefined ||
    article.originOf(image) === "markdown" ||
    ancestorOf(article, image, ["a", "button"]) !== undefined
  );
}

/** Whether an element has a name of its own. Unknown values count as names. */
function isNamed(article: Article, element: Element): boolean {
  const { tagName } = element;
  if (["video", "audio", "iframe", "object", "select", "math"].includes(tagName)) return true;
  const names = ["aria-label", "aria-labelledby"];
  if (tagName === "img" || tagName === "input") names.push("alt", "title", "value");
  return names.some((name) => {
    const attribute = attributeOf(article, element, name);
    return attribute !== undefined && (attribute.unknown || attribute.value.trim() !== "");
  });
}

function* descendants(node: Nodes): Generator<Nodes> {
  if (!("children" in node)) return;
  for (const child of node.children) {
    yield child;
    yield* descendants(child);
  }
}
