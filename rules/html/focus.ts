import {
  type Article,
  type Attribute,
  alsoAt,
  attributeOf,
  attributesOf,
  defineRule,
  type Element,
  replace,
} from "../../src/rules.js";
import { isFocusable } from "./lib/focusable.js";

/** Elements that a label names, if they have its id. */
const LABELLED: ReadonlySet<string> = new Set([
  "button",
  "input",
  "meter",
  "output",
  "progress",
  "select",
  "textarea",
]);

interface Place {
  readonly element: Element;
  readonly attribute: Attribute;
}

/** What moves the keyboard's focus to another place than readers expect. */
export default defineRule({
  id: "html/focus",
  summary: "The focus of the keyboard follows the text",
  fixes: ["suggestion"],
  references: [
    "https://www.w3.org/TR/WCAG22/#focus-order",
    "https://html.spec.whatwg.org/multipage/interaction.html#focus",
  ],
  messages: {
    order: {
      severity: "warning",
      what: 'tabindex="{value}" puts this element before all others of the page.',
      why: "Readers who use the keyboard jump here first, out of the order of the text.",
      help: 'Delete the attribute, or write tabindex="0" if the element cannot get the focus otherwise.',
    },
    hidden: {
      severity: "warning",
      what: "<{element}> can get the focus but is hidden from screen readers.",
      why: "Readers who use a screen reader land on something that says nothing.",
      help: 'Delete aria-hidden, or add tabindex="-1" if the element is decoration.',
    },
    key: {
      severity: "warning",
      what: 'The access key "{value}" is used {count} times.',
      why: "Browsers react to one of the elements only, or to none of them.",
      help: "Give each element a key of its own, or delete the attributes.",
    },
    automatic: {
      severity: "info",
      what: "<{element}> takes the focus when the page opens.",
      why: "The page scrolls to it, and screen readers leave out what precedes it.",
      help: "Delete autofocus, unless the page is there for this field only.",
    },
    label: {
      severity: "warning",
      what: 'The label is for "{value}", which {problem}.',
      why: "A click on the label does nothing, and screen readers do not name the field.",
      help: "Write the id of the field that is meant.",
    },
  },
  check({ article, report }) {
    const keys = new Map<string, Attribute[]>();
    const labels: Place[] = [];
    let fields = 0;
    return {
      "*"(element) {
        if (article.originOf(element) === "markdown") return;
        if (LABELLED.has(element.tagName)) fields++;
        for (const attribute of attributesOf(article, element)) {
          if (attribute.unknown) continue;
          const { name, range, valueRange } = attribute;
          const value = attribute.value.trim();
          if (name === "tabindex" && /^\+?0*[1-9]\d*$/.test(value)) {
            const suggestions = [{ message: "Write 0", edits: [replace(valueRange, "0")] }];
            report({ messageId: "order", range, data: { value }, suggestions });
          } else if (name === "accesskey" && value !== "" && isNative(element)) {
            keys.set(value.toLowerCase(), [...(keys.get(value.toLowerCase()) ?? []), attribute]);
          } else if (name === "autofocus" && isNative(element) && !isInDialog(article, element)) {
            report({ messageId: "automatic", range, data: { element: element.tagName } });
          } else if (name === "aria-hidden" && value === "true") {
            const focusable = focusableIn(article, element);
            if (focusable === undefined) continue;
            report({ messageId: "hidden", range, data: { element: focusable.tagName } });
          } else if (name === "for" && element.tagName === "label" && value !== "") {
            labels.push({ element, attribute });
          }
        }
      },
      end() {
        for (const [value, attributes] of keys) {
          const [first, ...others] = attributes;
          if (first === undefined || others.length === 0) continue;
          report({
            messageId: "key",
            range: first.range,
            data: { value, count: attributes.length },
            related: alsoAt(others),
          });
        }
        // Fields that a script, a template or a component makes are not seen.
        if (labels.length === 0 || isIncomplete(article) || fields === 0) return;
        const byId = elementsById(article);
        for (const { attribute } of labels) {
          const value = attribute.value.trim();
          const target = byId.get(value);
          if (target !== undefined && (LABELLED.has(target.tagName) || !isNative(target))) continue;
          const problem =
            target === undefined ? "no element has as its id" : `is a <${target.tagName}>`;
          report({ messageId: "label", range: attribute.range, data: { value, problem } });
        }
      },
    };
  },
});

/** Whether an element is one of HTML: components and custom elements do with attributes what they like. */
function isNative({ tagName }: Element): boolean {
  return /^[a-z][a-z\d]*$/.test(tagName);
}

function isInDialog(article: Article, element: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = article.parentOf(at)) {
    if (at.tagName === "dialog" || attributeOf(article, at, "popover") !== undefined) return true;
  }
  return false;
}

/** The first element, the given one or one within it, that the keyboard reaches. */
function focusableIn(article: Article, element: Element): Element | undefined {
  if (isFocusable(article, element)) return element;
  for (const child of element.children) {
    const found = child.type === "element" ? focusableIn(article, child) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function isIncomplete(article: Article): boolean {
  return (
    article.templateTags.length > 0 ||
    article.elements.some((element) => element.tagName === "script" || !isNative(element))
  );
}

function elementsById(article: Article): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  for (const element of article.elements) {
    const id = attributeOf(article, element, "id")?.value.trim();
    if (id !== undefined && !found.has(id)) found.set(id, element);
  }
  return found;
}
