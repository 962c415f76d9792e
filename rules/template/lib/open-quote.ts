import type { TemplateLanguage } from "./template-language.js";
import type { RunTag } from "./template-marks.js";

/** Tags whose content is an expression, whatever the site adds to the language. */
const TAKES_EXPRESSION = /^(?:assign|case|elif|elseif|elsif|for|if|set|unless|when)$/;
const STRINGS = /"[^"]*"|'[^']*'/g;
const ESCAPED = /\\["']/g;
const QUOTE = /["']/;

/** Whether a quotation mark in a tag has no partner, so that the string never ends. */
export function hasOpenQuote(
  { kind, name, content }: RunTag,
  { style }: TemplateLanguage,
): boolean {
  if (style !== "tags" || (kind === "tag" && !TAKES_EXPRESSION.test(name))) return false;
  // A string of braces ends the tag early: `{{ "{{" }}`.
  if (content.length < 2) return false;
  const isOpen = (text: string): boolean => QUOTE.test(text.replace(STRINGS, ""));
  // Nunjucks escapes marks in strings, Liquid does not.
  return isOpen(content) && isOpen(content.replace(ESCAPED, ""));
}
