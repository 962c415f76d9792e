import {
  type Article,
  alsoAt,
  attributesOf,
  defineRule,
  type Edit,
  type Element,
  elementRemoval,
  openingTagOf,
  type Range,
  rangeOf,
  replace,
  type WrittenTag,
  writtenTagsOf,
} from "../../src/rules.js";
import { breakRunsOf, isBlankText, unwrapEdits } from "./lib/wrappers.js";

/** One place, and the edits that remove it without changing how the page looks; none where that is not certain. */
interface Place {
  readonly range: Range;
  readonly edits: readonly Edit[];
}

export default defineRule({
  id: "html/wrapper",
  summary: "Every element has a purpose",
  recommended: false,
  fixes: ["safe"],
  references: ["https://html.spec.whatwg.org/multipage/grouping-content.html#the-div-element"],
  messages: {
    wrapper: {
      severity: "info",
      what: "<{name}> without attributes has no effect.",
      why: "It is one more element between the text and the theme's styles.",
      help: "Delete both tags and keep their content.",
    },
    empty: {
      severity: "info",
      what: "An empty paragraph is used as a gap.",
      why: "Screen readers announce it, and each theme gives it another height.",
      help: "Delete it, and leave gaps to the theme.",
    },
    breaks: {
      severity: "info",
      what: "Line breaks are used instead of paragraphs.",
      why: "Neither styles nor screen readers can tell the paragraphs apart.",
      help: "Put <p> and </p> around each paragraph.",
    },
  },
  check({ article, report }) {
    const closings = new Map<Element, WrittenTag>();
    for (const tag of writtenTagsOf(article)) {
      if (tag.element !== undefined) closings.set(tag.element, tag);
    }
    const groups: Record<"div" | "span" | "empty", Place[]> = { div: [], span: [], empty: [] };

    const wrapper = (element: Element): void => {
      const tag = closings.get(element);
      if (article.originOf(element) !== "html" || tag?.closing === undefined) return;
      if (attributesOf(article, element).length > 0) return;
      const edits = unwrapEdits(article, element, tag.opening, tag.closing);
      groups[element.tagName === "div" ? "div" : "span"].push({ range: tag.opening, edits });
    };
    const told = (messageId: "empty" | "breaks", places: readonly Place[]): void => {
      const [first, ...others] = places;
      if (first !== undefined) report({ messageId, ...shared(first, others) });
    };

    return {
      div: wrapper,
      span: wrapper,
      p(element) {
        if (article.originOf(element) === "markdown" || !isEmptyParagraph(article, element)) return;
        const range = closings.get(element)?.closing === undefined ? undefined : rangeOf(element);
        if (range === undefined) return;
        groups.empty.push({ range, edits: removal(article, element) });
      },
      end() {
        for (const name of ["div", "span"] as const) {
          const [first, ...others] = groups[name];
          if (first !== undefined) {
            report({ messageId: "wrapper", data: { name }, ...shared(first, others) });
          }
        }
        told("empty", groups.empty);
        told("breaks", breakRunsOf(article));
      },
    };
  },
});

function shared(first: Place, others: readonly Place[]) {
  const places = [first, ...others];
  const fix = places.flatMap(({ edits }) => edits);
  return {
    range: first.range,
    related: alsoAt(others),
    // Fixing only some of the places would leave the finding.
    ...(places.every(({ edits }) => edits.length > 0) ? { fix } : {}),
  };
}

/** `<p></p>` or `<p>&nbsp;</p>`; one with an id or class may be there for a script or style. */
function isEmptyParagraph(article: Article, element: Element): boolean {
  const names = attributesOf(article, element).map(({ name }) => name);
  if (names.some((name) => name !== "style" && name !== "align")) return false;
  const inner = article.source.slice(openingTagOf(article, element).end, rangeOf(element).end);
  if (/\{\{|\{%|<%|<!--/.test(inner)) return false;
  return element.children.every((child) => child.type === "text" && isBlankText(child.value));
}

function removal(article: Article, element: Element): readonly Edit[] {
  const range = article.format === "html" ? elementRemoval(article, element) : undefined;
  return range === undefined ? [] : [replace(range, "")];
}
