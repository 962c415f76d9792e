import { htmlTagNames } from "html-tag-names";
import {
  type Article,
  attributeOf,
  type Element,
  hasUnknownAttribute,
  overlapTest,
  perArticle,
  rangeOf,
} from "../../../src/rules.js";

/** What readers fill in or press in a form. */
const CONTROLS: ReadonlySet<string> = new Set(["button", "input", "select", "textarea"]);
const ELEMENTS: ReadonlySet<string> = new Set(htmlTagNames);

/**
 * Whether a form has controls and none of them has a name: browsers send only those that have one (HTML §4.10.22.4).
 * Of what components and templates bring along nobody knows it.
 */
export function sendsNothing(article: Article, form: Element): boolean {
  if (isTemplated(article)(rangeOf(form))) return false;
  const id = attributeOf(article, form, "id")?.value ?? "";
  const controls = [...possibleControlsIn(form), ...(controlsBeside(article).get(id) ?? [])];
  return controls.length > 0 && controls.every((control) => isUnnamed(article, control));
}

const isTemplated = perArticle(({ templateTags }) =>
  overlapTest(templateTags.map(({ range }) => range)),
);

/** The controls that name their form, wherever they stand, by its id. */
const controlsBeside = perArticle((article): ReadonlyMap<string, readonly Element[]> => {
  const known = new Map<string, Element[]>();
  for (const element of article.elements) {
    if (!CONTROLS.has(element.tagName)) continue;
    const id = attributeOf(article, element, "form")?.value ?? "";
    if (id === "") continue;
    const controls = known.get(id);
    if (controls === undefined) known.set(id, [element]);
    else controls.push(element);
  }
  return known;
});

type Child = Element["children"][number];

/** The controls below an element, and what is no element of HTML. */
function possibleControlsIn({ children }: Element): readonly Child[] {
  return children.flatMap((child): readonly Child[] => {
    if (child.type === "text" || child.type === "comment") return [];
    if (child.type !== "element") return [child];
    const isPlain = ELEMENTS.has(child.tagName) && !CONTROLS.has(child.tagName);
    return [...(isPlain ? [] : [child]), ...possibleControlsIn(child)];
  });
}

function isUnnamed(article: Article, control: Child): boolean {
  return (
    control.type === "element" &&
    CONTROLS.has(control.tagName) &&
    attributeOf(article, control, "name") === undefined &&
    !hasUnknownAttribute(article, control, "name")
  );
}
