/** Past a quoted string; undefined where the line, or the text, ends before it does. */
export function skipString(text: string, start: number): number | undefined {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === quote) return at + 1;
    if (sign === BACKSLASH) {
      if (text.startsWith("\r\n", ++at)) at++;
    } else if (sign === LINE_FEED || sign === RETURN) return undefined;
  }
  return undefined;
}

/** Past a regular expression and its flags; undefined where the line ends before it does. */
export function skipPattern(text: string, start: number): number | undefined {
  let isClass = false;
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at];
    if (isLineEnd(text.charCodeAt(at))) return undefined;
    if (sign === "\\") at++;
    else if (sign === "[") isClass = true;
    else if (sign === "]") isClass = false;
    else if (sign === "/" && !isClass) {
      FLAGS.lastIndex = at + 1;
      FLAGS.test(text);
      return FLAGS.lastIndex;
    }
  }
  return undefined;
}

/** To the end of a template literal's text: its last mark, or the `${` of an expression; undefined without an end. */
export function skipTemplateText(text: string, start: number): number | undefined {
  for (let at = start; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === BACKSLASH) at++;
    else if (sign === BACKTICK) return at;
    else if (sign === DOLLAR && text[at + 1] === "{") return at;
  }
  return undefined;
}

/** Past a comment; the start itself where there is none, undefined where it never ends. */
export function skipComment(text: string, start: number): number | undefined {
  if (text.startsWith("/*", start)) {
    const end = text.indexOf("*/", start + 2);
    return end === -1 ? undefined : end + 2;
  }
  if (!text.startsWith("//", start)) return start;
  let at = start;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

const FLAGS = /\w*/y;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const BACKSLASH = 0x5c;
const BACKTICK = 0x60;
const DOLLAR = 0x24;

function isLineEnd(sign: number): boolean {
  return sign === LINE_FEED || sign === RETURN || sign === 0x2028 || sign === 0x2029;
}
