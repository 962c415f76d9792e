import type { Element } from "hast";
import type { Article } from "../../article/article.js";
import { rangeOf } from "../../article/node-range.js";
import { perArticle } from "../../article/per-article.js";
import { outlineHeadings } from "../heading/outline-headings.js";
import type { Paragraph } from "../prose/paragraph-reader.js";

/** A heading with what tells entries of one kind from each other. */
interface Section {
  readonly start: number;
  readonly level: number;
  readonly text: string;
  /** The text without names and numbers. */
  readonly rest: string;
}

/** What is called or holds a place: `moor(boat, options)`, `<quay>`. */
const CALL = /(?<=[\w$])\([^()\n]{0,200}\)|<[^<>\n]{1,80}>/g;
/** A word with a digit, a capital within, a sign between its letters, or hyphens before it: a name, a version, a number. */
const NAME = /\d|\p{Ll}\p{Lu}|[\w$][._$:#]{1,4}\w|^[-$@#.]{1,4}\w/u;
/** A heading of one word in small letters is the name of something. */
const ALONE = /^[\p{Ll}_$][\w$-]*$/u;

const sectionsOf = perArticle((article): readonly Section[] =>
  outlineHeadings(article).map(({ element, level }) => {
    const text = textIn(element, true).trim();
    const rest = ALONE.test(text) ? "" : withoutNames(textIn(element, false));
    return { start: rangeOf(element).start, level, text, rest };
  }),
);

/**
 * Whether two paragraphs are in entries of one kind, which may say the same: definitions of two terms, or sections whose
 * headings differ only in a name or a number, such as those of two functions, options, versions or tasks.
 */
export function areInEntries(
  article: Article,
  left: Pick<Paragraph, "range" | "kind">,
  right: Pick<Paragraph, "range" | "kind">,
): boolean {
  if ([left, right].every((one) => isDefinition(article, one))) return true;
  const [one, other] = [left, right].map(({ range }) => sectionsAround(article, range.start));
  const at = one?.findIndex((section, index) => section !== other?.[index]) ?? -1;
  const [first, second] = [one?.[at], other?.[at]];
  if (first === undefined || second === undefined || first.level !== second.level) return false;
  return first.rest === second.rest && first.text !== second.text;
}

/** How far before a text the mark of its definition is looked for. */
const BEFORE = 1000;

/** Whether a text is a definition, also one of Markdown, whose first line begins with a colon. */
function isDefinition(
  { source }: Article,
  { kind, range }: Pick<Paragraph, "range" | "kind">,
): boolean {
  if (kind === "definition") return true;
  const block =
    source
      .slice(Math.max(0, range.start - BEFORE), range.start)
      .split(/\n[ \t\r]*\n/)
      .at(-1) ?? "";
  return /(?:^|\n)[ \t]*:[ \t]/.test(block);
}

/** The sections that an offset is in, from the outside in. */
function sectionsAround(article: Article, offset: number): readonly Section[] {
  const around: Section[] = [];
  for (const section of sectionsOf(article)) {
    if (section.start > offset) break;
    while ((around.at(-1)?.level ?? 0) >= section.level) around.pop();
    around.push(section);
  }
  return around;
}

function textIn(element: Element, withCode: boolean): string {
  return element.children
    .map((child) => {
      if (child.type === "text") return child.value;
      if (child.type !== "element" || (!withCode && child.tagName === "code")) return "";
      return textIn(child, withCode);
    })
    .join("");
}

function withoutNames(text: string): string {
  return text
    .replace(CALL, "()")
    .split(/\s+/)
    .filter((word) => !word.includes("()") && !NAME.test(word))
    .map((word) => word.replace(/[\p{P}\p{S}]+/gu, ""))
    .filter((word) => word !== "")
    .join(" ")
    .toLowerCase();
}
