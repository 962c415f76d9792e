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
/** Directives that name what they give to their element: `v-for="boat in boats"`, `#default="{ boat }"`. */
const NAMING = /(?:\bv-for|\bv-slot[\w:.-]{0,40}|#[\w.-]{1,40})=["']([^"']{1,300})/g;
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
  if (language.style === "shortcodes") return [];
  const known = new Set([...language.variables, ...Object.keys(article.frontMatter?.data ?? {})]);
  if (language.style === "interpolations") addNamesOfPage(article, known);
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

/** What the scripts of a page name, also in its samples of code, and the directives that name what they give. */
function addNamesOfPage(article: Article, known: Set<string>): void {
  const texts = Array.from(article.source.matchAll(NAMING), ([, value = ""]) => value);
  for (const text of [...texts, ...scriptsOf(article.source)])
    for (const [word] of text.matchAll(NAMES)) known.add(word);
}

function scriptsOf(source: string): readonly string[] {
  const lower = source.toLowerCase();
  const scripts: string[] = [];
  for (let start = lower.indexOf("<script"); start !== -1; ) {
    const close = lower.indexOf("</script", start);
    if (close === -1) break;
    // What a sentence mentions is no script: that is at the start of its line.
    const isScript = lower.slice(lower.lastIndexOf("\n", start) + 1, start).trim() === "";
    if (isScript) scripts.push(source.slice(start, close));
    start = lower.indexOf("<script", isScript ? close : start + 1);
  }
  return scripts;
}
