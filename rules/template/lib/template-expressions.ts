import { type Article, overlapTest } from "../../../src/rules.js";
import type { TemplateLanguage } from "./template-language.js";
import type { RunTag } from "./template-marks.js";
import { vPreRanges } from "./v-pre.js";

/** Tags whose arguments may define new variables. */
const ASSIGNING =
  /^(?:assign|asyncAll|asyncEach|call|capture|decrement|for|from|import|include|increment|macro|set|tablerow)$/;
/** How a block begins that captures what it encloses, and how long that may be. */
const CAPTURE = /^\{%-?\s{0,9}set\s{1,9}([A-Za-z_$][\w$-]{0,99})\s{0,9}-?%\}/;
const LONGEST_OPENING = 150;
const NAMES = /[A-Za-z_$][\w$-]*/g;
/** Strings, numbers, lists and groups: they are meant to be printed. */
const LITERAL = /^(?:["'[(]|-?\d+(?:\.\d+)?\s*(?:$|[|+*/%)-])|!)/;
const FIRST_NAME = /^([A-Za-z_$][\w$-]*\??)([\s\S]*)$/;
/** What may follow a name in an expression of Liquid, Nunjucks or JavaScript. */
const CONTINUES = /^\s*(?:$|[.[(|?,=!<>+*/%&-]|(?:and|or|if|in|is|not|contains|else)\b)/;

/**
 * Expressions that were meant as text: braces around something that is not an expression in the engine's language, or
 * around a name that has no value in an article, so that nothing is printed.
 */
export function accidentalExpressions(
  article: Article,
  tags: readonly RunTag[],
  language: TemplateLanguage,
): readonly RunTag[] {
  if (language.style === "shortcodes" || isBoundByScript(article, language)) return [];
  const known = new Set([...language.variables, ...Object.keys(article.frontMatter?.data ?? {})]);
  for (const { name, content } of tags) {
    if (ASSIGNING.test(name)) for (const [word] of content.matchAll(NAMES)) known.add(word);
  }
  // What a block captures (`{% set x %}…{% endset %}`) is one opaque stretch, which names the variable all the same.
  for (const { name, range } of article.templateTags) {
    const opening = CAPTURE.exec(article.source.slice(range.start, range.start + LONGEST_OPENING));
    if (name === "set" && opening !== null) known.add(opening[1] ?? "");
  }
  const isRaw = overlapTest(vPreRanges(article, language));
  return tags.filter(
    ({ kind, content, range }) =>
      kind === "expression" && !isRaw(range) && !isMeant(content, known, language),
  );
}

function isMeant(
  content: string,
  known: ReadonlySet<string>,
  { style, variables }: TemplateLanguage,
): boolean {
  if (content === "") return style === "interpolations";
  if (LITERAL.test(content)) return true;
  const [, name, rest = ""] = FIRST_NAME.exec(content) ?? [];
  if (name === undefined) return false;
  if (known.has(name) || name.startsWith("$")) return true;
  // Every data file is a variable there.
  return variables.size === 0 && CONTINUES.test(rest);
}

/** A script in the page may define any name. */
function isBoundByScript({ source }: Article, { style }: TemplateLanguage): boolean {
  return style === "interpolations" && /<script\b/i.test(source);
}
