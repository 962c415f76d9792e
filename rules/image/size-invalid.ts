import {
  type Article,
  type Attribute,
  attributeOf,
  defineRule,
  type Element,
  hasUnknownAttribute,
  insert,
  type Range,
  removeAttribute,
  replace,
  type Suggestion,
} from "../../src/rules.js";

const PERCENT = /^\d+(?:\.\d+)?%$/;
const NAMES = ["width", "height"] as const;

export default defineRule({
  id: "image/size-invalid",
  summary: "Image sizes are whole numbers of pixels",
  fixes: ["safe", "suggestion"],
  references: [
    "https://html.spec.whatwg.org/multipage/embedded-content-other.html#dimension-attributes",
  ],
  messages: {
    unit: {
      severity: "error",
      what: 'The {name} "{value}" is not a plain number of pixels.',
      why: "HTML takes a whole number of pixels without a unit here, and not every program accepts anything else.",
      help: 'Write {name}="{pixels}".',
    },
    notInteger: {
      severity: "error",
      what: 'The {name} "{value}" is not a whole number of pixels.',
      why: "The value is not valid HTML, so browsers guess or ignore it.",
      help: "Write the image's own {name} in pixels, and put any other size into CSS.",
    },
    percent: {
      severity: "warning",
      what: 'The {name} "{value}" is a percentage, not a number of pixels.',
      why: "Browsers apply it, but cannot reserve space for the image, and feed readers and email programs ignore it.",
      help: "Write the image's own {name} in pixels, and put the percentage into CSS.",
    },
    zero: {
      severity: "error",
      what: "The {name} of this image is 0.",
      why: "Readers never see the image.",
      help: "Write the image's own {name} in pixels, or delete the image.",
    },
    onlyOne: {
      severity: "warning",
      what: "This image has a {name} but no {other}.",
      why: "Browsers cannot reserve space for the image, so the text below it jumps when it loads.",
      help: "Add {other} in pixels, so that the two match the proportions of the image.",
    },
  },
  check({ article, report }) {
    const lonely: { readonly name: string; readonly other: string; readonly range: Range }[] = [];

    const judge = (element: Element): void => {
      const sizes = NAMES.map((name) => attributeOf(article, element, name));
      const known = sizes.filter((size) => size !== undefined);
      for (const size of known) {
        if (!size.unknown) judgeValue(element, size);
      }
      const [only] = known;
      if (only === undefined || known.length !== 1 || only.unknown || !isPositive(only.value))
        return;
      const other = only.name === "width" ? "height" : "width";
      const style = attributeOf(article, element, "style");
      if (style !== undefined && (style.unknown || /aspect-ratio|height|width/i.test(style.value)))
        return;
      if (hasUnknownAttribute(article, element, other) || element.tagName !== "img") return;
      lonely.push({ name: only.name, other, range: only.range });
    };

    const judgeValue = (element: Element, size: Attribute): void => {
      const { name } = size;
      const value = size.value.trim();
      if (/^\d+$/.test(size.value) && Number(value) > 0) return;
      const range = size.valueRange.start === size.valueRange.end ? size.range : size.valueRange;
      const pixels = /^(\d+)(?:\s*px)?\s*;?$/i.exec(value)?.[1];
      if (pixels !== undefined && Number(pixels) === 0)
        report({ messageId: "zero", range, data: { name } });
      else if (pixels !== undefined) {
        const fix = [replace(size.valueRange, pixels)];
        report({ messageId: "unit", range, data: { name, value, pixels }, fix });
      } else {
        const suggestions = suggestionsFor(article, element, size, value);
        const messageId = PERCENT.test(value) ? "percent" : "notInteger";
        report({ messageId, range, data: { name, value }, suggestions });
      }
    };

    return {
      img: judge,
      source: judge,
      input(element) {
        if (attributeOf(article, element, "type")?.value.trim().toLowerCase() === "image")
          judge(element);
      },
      end() {
        for (const name of NAMES) {
          const [first, ...further] = lonely.filter((size) => size.name === name);
          if (first === undefined) continue;
          report({
            messageId: "onlyOne",
            range: first.range,
            data: { name, other: first.other },
            related: further.map(({ range, other }) => ({
              range,
              message: `No ${other} here either`,
            })),
          });
        }
      },
    };
  },
});

function isPositive(value: string): boolean {
  return /^\d+$/.test(value.trim()) && Number(value) > 0;
}

function suggestionsFor(
  article: Article,
  element: Element,
  size: Attribute,
  value: string,
): readonly Suggestion[] {
  const decimal = /^(\d+\.\d+)(?:\s*px)?$/i.exec(value)?.[1];
  if (decimal !== undefined) {
    const text = String(Math.round(Number(decimal)));
    return [{ message: `Round it to ${text}`, edits: [replace(size.valueRange, text)] }];
  }
  const length = /^\d+(?:\.\d+)?(?:%|em|rem|vw|vh)$/i.test(value);
  if (!length)
    return [
      {
        message: `Delete the ${size.name}`,
        edits: [removeAttribute(article, size.range)],
      },
    ];
  if (article.originOf(element) !== "html") return [];
  const rule = `${size.name}: ${value}`;
  const style = attributeOf(article, element, "style");
  if (style === undefined || !style.hasValue) {
    return [
      {
        message: "Move it into the style attribute",
        edits: [replace(size.range, `style="${rule}"`)],
      },
    ];
  }
  const { start } = style.valueRange;
  return [
    {
      message: "Move it into the style attribute",
      edits: [insert(start, `${rule}; `), removeAttribute(article, size.range)],
    },
  ];
}
