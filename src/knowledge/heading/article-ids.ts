import type { Element } from "hast";
import type { Article } from "../../article/article.js";
import { attributeOf } from "../../article/attributes.js";
import { rangeOf } from "../../article/node-range.js";
import type { Range } from "../../article/range.js";
import { textContentOf } from "../../article/text.js";
import type { HeadingFact } from "../../facts/facts.js";
import { componentIdsIn } from "../markup/components.js";

/** `{#id}`, `{: #id .class}`: ways of kramdown, goldmark and others to name an element. */
const ATTRIBUTE_LIST = /(?<!\{)\{:?[^{}\n]*?#([^\s{}#.]+)[^{}\n]*\}/g;

const FIRST_LIST = new RegExp(ATTRIBUTE_LIST.source);
const ATTACHED_LIST = new RegExp(`(?<=[^\\s{])${ATTRIBUTE_LIST.source}`, "g");

/** Fragment targets written out in an article: `id` of any element, `name` of `<a>`, Markdown attribute lists. */
export function writtenIdsOf(article: Article): string[] {
  const ids = new Set<string>();
  for (const element of article.elements) {
    if (article.originOf(element) === "markdown") {
      // Footnotes get their ids from the parser.
      const { id } = element.properties;
      const isHeading = /^h[1-6]$/.test(element.tagName);
      const isRead = !isHeading || article.syntax.headingId === undefined;
      if (typeof id === "string" && isRead) ids.add(id);
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
    for (const match of article.source.slice(article.bodyStart).matchAll(list)) {
      if (match[1] !== undefined && namesId(article, match)) ids.add(match[1]);
    }
  }
  if (article.format === "markdown" && article.syntax.hasComponents) {
    for (const [, id = ""] of article.source.slice(article.bodyStart).matchAll(SELF_CLOSED_ID))
      ids.add(id);
  }
  for (const id of componentIdsIn(article)) ids.add(id);
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
      const shown = written === undefined ? listAsText(article, range) : "";
      // Other spaces are characters that engines leave out of ids.
      const text = `${words} ${shown}`.replace(/[ \t\r\n\f]+/g, " ").trim();
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

/** Whether a list names an id of what it belongs to: behind a heading, some engines know one form alone. */
function namesId({ source, bodyStart, syntax }: Article, match: RegExpExecArray): boolean {
  if (syntax.headingId === undefined) return true;
  const at = bodyStart + match.index;
  const line = source.slice(source.lastIndexOf("\n", at) + 1, at);
  return /^ {0,3}#/.test(line) ? false : /^\p{L}/u.test(match[1] ?? "");
}

/** Braces behind a heading that name no id, and so are a part of its text. */
function listAsText({ source, syntax }: Article, { start, end }: Range): string {
  if (syntax.headingId === undefined) return "";
  const [line = ""] = source.slice(start, end).split(/\r?\n/, 1);
  return LIST_AT_END.exec(line)?.[0] ?? "";
}

const LIST_AT_END = /\{:?[^{}\n]*#[^{}\n]*\}\s*$/;
const COMMENT_AT_END = /\{ ?(\/\*(?:(?!\*\/)[\s\S])*\*\/) ?\}\s*#*\s*$/;

/** The id that stands behind the words of a heading in Markdown. */
function namedBehind({ syntax }: Article, heading: string): string | undefined {
  const comment = syntax.idComment === undefined ? undefined : COMMENT_AT_END.exec(heading)?.[1];
  const commented = comment === undefined ? undefined : syntax.idComment?.exec(comment)?.[1];
  if (commented !== undefined) return commented;
  if (syntax.headingIds === "no") return undefined;
  return (syntax.headingId ?? FIRST_LIST).exec(heading)?.[1];
}
