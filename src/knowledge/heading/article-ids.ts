import type { Element } from "hast";
import type { Article } from "../../article/article.js";
import { attributeOf } from "../../article/attributes.js";
import { rangeOf } from "../../article/node-range.js";
import { textContentOf } from "../../article/text.js";
import type { HeadingFact } from "../../facts/facts.js";

/** `{#id}`, `{: #id .class}`: ways of kramdown, goldmark and others to name an element. */
const ATTRIBUTE_LIST = /(?<!\{)\{:?[^{}\n]*?#([^\s{}#.]+)[^{}\n]*\}/g;

const ATTACHED_LIST = new RegExp(`(?<=[^\\s{])${ATTRIBUTE_LIST.source}`, "g");

/** Fragment targets written out in an article: `id` of any element, `name` of `<a>`, Markdown attribute lists. */
export function writtenIdsOf(article: Article): string[] {
  const ids = new Set<string>();
  for (const element of article.elements) {
    if (article.originOf(element) === "markdown") {
      // Footnotes get their ids from the parser.
      const id = element.properties.id;
      if (typeof id === "string") ids.add(id);
      continue;
    }
    for (const name of element.tagName === "a" ? ["id", "name"] : ["id"]) {
      const attribute = attributeOf(article, element, name);
      if (attribute !== undefined && !attribute.unknown && attribute.value !== "") {
        ids.add(attribute.value);
      }
    }
  }
  const { headingIds, attachedIds } = article.syntax;
  const list = headingIds !== "no" ? ATTRIBUTE_LIST : attachedIds ? ATTACHED_LIST : undefined;
  if (article.format === "markdown" && list !== undefined) {
    for (const [, id = ""] of article.source.slice(article.bodyStart).matchAll(list)) ids.add(id);
  }
  if (article.format === "markdown" && article.syntax.hasComponents) {
    for (const [, id = ""] of article.source.slice(article.bodyStart).matchAll(SELF_CLOSED_ID))
      ids.add(id);
  }
  return [...ids];
}

/** An id on a tag that closes itself, which is no element of the tree. */
const SELF_CLOSED_ID = /<[\w.:-]+(?:\s[^<>]*?)?\sid=["']([^"'<>{}]+)["'][^<>]*\/>/g;

/** The headings of an article, Markdown and HTML alike, in source order. */
export function headingsOf(article: Article): HeadingFact[] {
  return article.elements
    .filter((element) => /^h[1-6]$/.test(element.tagName))
    .map((element) => {
      const range = rangeOf(element);
      const written =
        article.originOf(element) === "markdown"
          ? namedBehind(article, article.source.slice(range.start, range.end))
          : attributeOf(article, element, "id")?.value;
      const { text: content } = textContentOf(article, element);
      const words = article.syntax.headingIds === "no" ? content : content.replace(LIST_AT_END, "");
      const text = words.replace(/\s+/g, " ").trim();
      const code = codeIn(element).map((one) => textContentOf(article, one).text);
      return {
        level: Number(element.tagName.slice(1)),
        text,
        ...(code.length === 0 ? {} : { code }),
        ...(written === undefined || written === "" ? {} : { id: written }),
        range,
      };
    });
}

function codeIn(element: Element): readonly Element[] {
  return element.children.flatMap((child) =>
    child.type !== "element" ? [] : child.tagName === "code" ? [child] : codeIn(child),
  );
}

const LIST_AT_END = /\{:?[^{}\n]*#[^{}\n]*\}\s*$/;
const COMMENT_AT_END = /\{(\/\*(?:(?!\*\/)[\s\S])*\*\/)\}\s*#*\s*$/;

/** The id that stands behind the words of a heading in Markdown. */
function namedBehind({ syntax }: Article, heading: string): string | undefined {
  const comment = syntax.idComment === undefined ? undefined : COMMENT_AT_END.exec(heading)?.[1];
  const commented = comment === undefined ? undefined : syntax.idComment?.exec(comment)?.[1];
  if (commented !== undefined) return commented;
  if (syntax.headingIds === "no") return undefined;
  return new RegExp(ATTRIBUTE_LIST.source).exec(heading)?.[1];
}
