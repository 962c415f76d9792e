import {
  type Article,
  innerRange,
  type Range,
  type UrlDefect,
  urlDefectOf,
} from "../../../src/rules.js";

/** A value that is an address as a whole: what is before the slashes has the letters of a scheme of the web. */
const ADDRESS = /^[htps]{3,6}:\/\/(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}(?:[/?#]\S*)?$/;

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
