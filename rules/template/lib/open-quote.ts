import type { TemplateLanguage } from "./template-language.js";
import type { RunTag } from "./template-marks.js";

/** Tags whose content is an expression, whatever the site adds to the language. */
const TAKES_EXPRESSION = /^(?:assign|case|elif|elseif|elsif|for|if|set|unless|when)$/;
const STRINGS = /"[^"]*"|'[^']*'/g;
const ESCAPED = /\\["']/g;
const QUOTE = /["']/;

/** A mark in the place where a string may begin. */
const BEGINS_STRING = /(?:^|[\s,(=])["']/;

/** Values of a shortcode: only these two signs begin one. */
const VALUES = /(^|[=\s])(?:"(?:\\.|[^"\\])*"|`[^`]*`)/gs;
const OPEN_VALUE = /(?:^|[=\s])"/;
/** The end of a value that ended too early: `title="Note color="info"`. */
const LATE_END = /[\w.-]"\s*(?:\/\s*)?$/;

/** Whether a quotation mark in a tag has no partner, so that the string never ends. */
export function hasOpenQuote({ kind, name, content }: RunTag, language: TemplateLanguage): boolean {
  if (language.style === "shortcodes") {
    const rest = content.replace(VALUES, "$1 ");
    return OPEN_VALUE.test(rest) || LATE_END.test(rest);
  }
  if (language.style !== "tags") return false;
  const isOwn = kind === "tag" && !TAKES_EXPRESSION.test(name);
  if (isOwn && (!language.parsesArguments || language.hasBuiltIn(name))) return false;
  // A string of braces ends the tag early: `{{ "{{" }}`.
  if (content.length < 2) return false;
  const mark = isOwn ? BEGINS_STRING : QUOTE;
  const isOpen = (text: string): boolean => mark.test(text.replace(STRINGS, ""));
  // Nunjucks escapes marks in strings, Liquid does not.
  return isOpen(content) && isOpen(content.replace(ESCAPED, ""));
}
