import {
  type Article,
  attributesOf,
  innerRange,
  jsxComponentsOf,
  type Range,
  type UrlDefect,
  urlDefectOf,
} from "../../../src/rules.js";

/** A value that is an address as a whole: what is before the slashes has the letters of a scheme of the web. */
const ADDRESS = /^[htps]{3,6}:\/\/(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}(?:[/?#]\S*)?$/;

/** Attributes of components that hold an address. */
const TARGETS: ReadonlySet<string> = new Set(["href", "to", "link", "url", "src"]);
/** An address whose scheme is written twice, or with the wrong slashes: `https://https://…`, `https:/…`. */
const DOUBLED =
  /^https?:\/{0,3}(?:https?:\/{1,3})?(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}(?:[/?#]\S*)?$/i;

/** Addresses with a slip in their scheme, in attributes of components: `<Card href="https://https://…">`. */
export function slipsInComponents(
  article: Article,
): readonly { readonly defect: UrlDefect; readonly range: Range }[] {
  const elements = article.elements.filter(({ tagName }) => tagName.includes("-"));
  const lists = [
    ...jsxComponentsOf(article).map(({ attributes }) => attributes),
    ...elements.map((element) => attributesOf(article, element)),
  ];
  return lists.flat().flatMap(({ name, value, valueRange, unknown }) => {
    if (unknown || !TARGETS.has(name) || !(DOUBLED.test(value) || ADDRESS.test(value))) return [];
    const defect = urlDefectOf(value, false);
    return defect === undefined ? [] : [{ defect, range: valueRange }];
  });
}

/** Addresses with a slip in their scheme, in values of the front matter that are not known to be links. */
export function slipsInFields(
  article: Article,
  links: readonly { readonly range: Range }[],
): readonly { readonly defect: UrlDefect; readonly range: Range }[] {
  const known = new Set(links.map(({ range }) => range.start));
  return (article.frontMatter?.entries ?? []).flatMap((entry) => {
    const { value } = entry;
    if (typeof value !== "string" || !ADDRESS.test(value)) return [];
    const range = innerRange(entry);
    if (known.has(range.start)) return [];
    const defect = urlDefectOf(value, false);
    return defect?.kind === "unknownScheme" ? [{ defect, range }] : [];
  });
}
