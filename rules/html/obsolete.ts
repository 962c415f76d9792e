import {
  type Article,
  alsoAt,
  attributeOf,
  attributesOf,
  componentNameAt,
  defineRule,
  type Edit,
  type Element,
  isForeign,
  openingTagOf,
  type Range,
  rangeOf,
  removeAttribute,
  type Suggestion,
} from "../../src/rules.js";
import table from "./lib/obsolete-markup.json" with { type: "json" };
import { renameEdits } from "./lib/rename-element.js";

interface Replacement {
  /** What to do, as a sentence. */
  readonly instead: string;
  /** The element that means the same and looks the same. */
  readonly rename?: string;
  readonly as?: string;
  readonly style?: string;
}

interface Place {
  readonly name: string;
  readonly range: Range;
  readonly element: Element;
  /** Whether it has no effect. */
  readonly idle: boolean;
}

const ELEMENTS: Readonly<Record<string, Replacement | undefined>> = table.elements;
const ATTRIBUTES: Readonly<Record<string, readonly string[] | undefined>> = table.attributes;
const IDLE: Readonly<Record<string, Readonly<Record<string, readonly string[]>> | undefined>> =
  table.idle;

export default defineRule({
  id: "html/obsolete",
  summary: "Elements and attributes are not obsolete",
  fixes: ["safe", "suggestion"],
  references: [
    "https://html.spec.whatwg.org/multipage/obsolete.html#non-conforming-features",
    "https://www.w3.org/WAI/WCAG22/Understanding/pause-stop-hide.html",
  ],
  messages: {
    element: {
      severity: "warning",
      what: "The obsolete element <{name}> is used in {places}.",
      why: "Feeds, email programs and reading apps drop it, and themes do not style it.",
      help: "{instead}",
    },
    attributes: {
      severity: "warning",
      what: "{subject} used in {places}: {names}.",
      why: "Themes override what is set this way, and feeds and reading apps drop it.",
      help: "Delete {names}, and leave the appearance to the theme.",
    },
  },
  check({ article, report }) {
    const elements = new Map<string, Place[]>();
    const attributes: Place[] = [];

    return {
      "*"(element) {
        const name = element.tagName;
        const gone = ATTRIBUTES[name];
        const isGone = ELEMENTS[name] !== undefined;
        if (!isGone && (gone === undefined || attributesOf(article, element).length === 0)) return;
        if (article.originOf(element) === "markdown" || isForeign(article, element)) return;
        if (componentNameAt(article, rangeOf(element).start) !== undefined) return;
        if (isGone) {
          const place = { name, range: openingTagOf(article, element), element, idle: false };
          elements.set(name, [...(elements.get(name) ?? []), place]);
        }
        for (const attribute of attributesOf(article, element)) {
          if (gone?.includes(attribute.name) !== true) continue;
          const values = IDLE[name]?.[attribute.name] ?? [];
          const idle = !attribute.unknown && values.includes(attribute.value.trim().toLowerCase());
          attributes.push({ name: attribute.name, range: attribute.range, element, idle });
        }
      },
      end() {
        for (const [name, places] of elements) {
          const replacement = ELEMENTS[name];
          if (replacement === undefined) continue;
          const data = { name, places: counted(places.length), instead: replacement.instead };
          const changes = replacementOf(article, replacement, places);
          report({ messageId: "element", data, ...placed(places), ...changes });
        }
        // What has no effect can be deleted safely, so it is a separate finding.
        for (const idle of [true, false]) {
          const places = attributes.filter((place) => place.idle === idle);
          if (places.length === 0) continue;
          const names = [...new Set(places.map(({ name }) => name))];
          const data = {
            subject: names.length === 1 ? "An obsolete attribute is" : "Obsolete attributes are",
            names: listed(names),
            places: counted(places.length),
          };
          const fix = places.map(({ range }) => removeAttribute(article, range));
          report({ messageId: "attributes", data, ...placed(places), ...(idle ? { fix } : {}) });
        }
      },
    };
  },
});

function placed(places: readonly Place[]) {
  const [first, ...others] = places;
  return {
    range: first?.range ?? { start: 0, end: 0 },
    related: alsoAt(others, ({ name }) => `${name} also here`),
  };
}

/** The same with today's elements: a fix if nothing changes, a suggestion if a style replaces the element. */
function replacementOf(
  article: Article,
  { rename, as, style }: Replacement,
  places: readonly Place[],
): { readonly fix?: readonly Edit[]; readonly suggestions?: readonly Suggestion[] } {
  const name = rename ?? as;
  if (name === undefined) return {};
  const added = style === undefined ? "" : ` style="${style}"`;
  const edits = places.map(({ element }) => {
    // React does not accept a style text, and a second style attribute would be ignored.
    const isStylable =
      article.originOf(element) === "html" && attributeOf(article, element, "style") === undefined;
    return style === undefined || isStylable
      ? renameEdits(article, element, name, added)
      : undefined;
  });
  const all = edits.filter((edit) => edit !== undefined).flat();
  if (edits.includes(undefined)) return {};
  if (style === undefined) return { fix: all };
  return { suggestions: [{ message: `Write <${name}${added}>`, edits: all }] };
}

function counted(places: number): string {
  return places === 1 ? "one place" : `${places} places`;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
