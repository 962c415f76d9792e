import * as z from "zod";
import {
  type Article,
  type Attribute,
  attributeOf,
  type Declaration,
  defineRule,
  type Edit,
  type Element,
  isNoOp,
  openingTagOf,
  type Range,
  readDeclarations,
  removeAttribute,
  replace,
} from "../../src/rules.js";

/** One place with inline style, and the parts of it that have no effect. */
interface Place {
  readonly range: Range;
  readonly noOps: readonly string[];
  readonly edits: readonly Edit[];
}

export default defineRule({
  id: "html/inline-style",
  summary: "Styles are left to the theme",
  fixes: ["safe"],
  references: ["https://www.w3.org/TR/CSP3/#directive-style-src"],
  options: z.strictObject({
    allowProps: z
      .array(z.string())
      .default([])
      .describe("CSS properties that may be set inline, for example `aspect-ratio`."),
  }),
  messages: {
    inline: {
      severity: "info",
      what: "Styles are set in the markup in {places}.",
      why: "A new theme or dark mode cannot change them, and strict content security policies drop them.",
      help: "Use a class of the theme, or elements with a meaning such as <figcaption>, <strong> or <mark>.",
    },
    noOps: {
      severity: "info",
      what: "Styles are set in the markup in {places}, partly without effect.",
      why: "A new theme or dark mode cannot change them, and strict content security policies drop them.",
      help: "Delete what has no effect ({noOps}). For the rest, use a class of the theme, or elements with a meaning such as <figcaption>, <strong> or <mark>.",
    },
  },
  check({ article, options, report }) {
    const allowed = new Set(options.allowProps.map((name) => name.toLowerCase()));
    const found: Place[] = [];

    return {
      "*"(element) {
        if (article.originOf(element) === "markdown") return;
        const style = attributeOf(article, element, "style");
        if (style === undefined) {
          if (element.tagName !== "style" || isDrawing(article, element)) return;
          found.push({ range: openingTagOf(article, element), noOps: [], edits: [] });
        } else if (!style.unknown && !isDrawing(article, element)) {
          const declarations = readDeclarations(style.value);
          if (declarations.length > 0 && declarations.every((one) => allowed.has(one.property)))
            return;
          found.push(placeOf(article, element, style, declarations));
        }
      },
      end() {
        const [first, ...others] = found;
        if (first === undefined) return;
        const idle = new Set<string>();
        for (const place of found) for (const noOp of place.noOps) idle.add(noOp);
        const noOps = [...idle];
        const edits = found.flatMap((place) => place.edits);
        const places = others.length === 0 ? "one place" : `${found.length} places`;
        const shared = {
          range: first.range,
          related: others.map((place) => ({ range: place.range, message: describe(place) })),
        };
        if (noOps.length === 0) report({ messageId: "inline", data: { places }, ...shared });
        else {
          const data = { places, noOps: noOps.join(", ") };
          report({
            messageId: "noOps",
            data,
            ...shared,
            ...(edits.length > 0 ? { fix: edits } : {}),
          });
        }
      },
    };
  },
});

function describe({ noOps }: Place): string {
  return noOps.length === 0 ? "inline style" : `inline style, without effect: ${noOps.join(", ")}`;
}

/** Inside a drawing, shapes get their colors from style attributes. */
function isDrawing(article: Article, element: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = article.parentOf(at)) {
    if (at.tagName === "svg") return true;
  }
  return false;
}

function placeOf(
  article: Article,
  element: Element,
  style: Attribute,
  declarations: readonly Declaration[],
): Place {
  const { range, valueRange } = style;
  const idle = declarations.filter((declaration) => isNoOp(article, element, declaration));
  const noOps =
    style.value.trim() === ""
      ? ['style=""']
      : idle.map(({ property, value }) => `${property}:${value}`);
  // With character references in the value, its offsets differ from those of the source.
  const isPlain = article.source.slice(valueRange.start, valueRange.end) === style.value;
  if (noOps.length === 0 || !isPlain) return { range, noOps, edits: [] };
  if (idle.length === declarations.length) {
    return { range, noOps, edits: [removeAttribute(article, range)] };
  }
  const rest = declarations
    .filter((declaration) => !idle.includes(declaration))
    .map(({ start, end }) => style.value.slice(start, end));
  return { range, noOps, edits: [replace(valueRange, rest.join("").trimStart())] };
}
