import { htmlElementAttributes } from "html-element-attributes";
import { htmlTagNames } from "html-tag-names";
import { nearestOf, remembered } from "../../../src/rules.js";
import { ariaNames } from "./attribute-values.js";
import table from "./attribute-values.json" with { type: "json" };

/** What is wrong with the name of an attribute. */
export type NameProblem =
  /** Nearly the name of an attribute that the element has. */
  | { readonly kind: "misspelt"; readonly near: string }
  /** An attribute of other elements. */
  | { readonly kind: "misplaced"; readonly owners: readonly string[] }
  | { readonly kind: "unknown" };

const GLOBAL: readonly string[] = htmlElementAttributes["*"] ?? [];
const FOREIGN: ReadonlySet<string> = new Set(table.foreignNames);
const JSX_NAMES: Readonly<Record<string, string | undefined>> = table.jsxNames;
const ARIA_NAMES = ariaNames();
const KNOWN_ELEMENTS: ReadonlySet<string> = new Set(htmlTagNames);

/**
 * Names that anyone may use or that belong to frameworks: `data-…`, events, `xml:…`, `v-…`, `x-…`, `hx-…`, `ng-…`,
 * those of vendors, and those with punctuation (`@click`, `:href`, `client:load`, `[value]`).
 */
const FREE = /^(?:data-|on[a-z]|xmlns|v-|x-|hx-|ng-|webkit|moz|ms[a-z]|_)|[^a-z\d-]/;

/** Checks the lower-case name of an attribute; undefined if HTML, ARIA or a framework has it on that element. */
export function nameProblem(element: string, name: string): NameProblem | undefined {
  return problemOf(`${element} ${name}`);
}

/** By element and name with a space between: there are few different pairs. */
const problemOf = remembered((key): NameProblem | undefined => {
  const [element = "", name = ""] = key.split(" ");
  if (FREE.test(name) || FOREIGN.has(name) || !KNOWN_ELEMENTS.has(element)) return undefined;
  // `<embed>` accepts any attribute, for its plug-in.
  if (element === "embed") return undefined;
  const own = ownNames(element);
  if (GLOBAL.includes(name) || own.includes(name)) return undefined;
  if (name.startsWith("aria-")) {
    if (ARIA_NAMES.includes(name)) return undefined;
    const near = nearName(name, ARIA_NAMES);
    return near === undefined ? { kind: "unknown" } : { kind: "misspelt", near };
  }
  const owners = Object.keys(htmlElementAttributes).filter((owner) =>
    ownNames(owner).includes(name),
  );
  if (owners.length > 0) return { kind: "misplaced", owners };
  const near = JSX_NAMES[name] ?? nearName(name, [...own, ...GLOBAL]);
  return near === undefined ? { kind: "unknown" } : { kind: "misspelt", near };
});

function ownNames(element: string): readonly string[] {
  return Object.hasOwn(htmlElementAttributes, element)
    ? (htmlElementAttributes[element] ?? [])
    : [];
}

/** A name with one typing error: an extra, missing or wrong letter, or two swapped letters. */
function nearName(name: string, names: readonly string[]): string | undefined {
  return nearestOf(
    name,
    names.filter((one) => one.length > 2),
    { limit: 1, swaps: true, exactCase: true, first: true },
  );
}
