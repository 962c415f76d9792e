/** Words after which a slash begins a regular expression. */
const BEFORE_PATTERN =
  /^(?:await|case|delete|in|instanceof|new|of|return|throw|typeof|void|yield)$/;
const WORD_SIGN = /[A-Za-z0-9_$]/;
const SPACE = /[ \t\n\r]/;
const FLAGS = /[A-Za-z0-9]*/y;

/** Past a string as the native parser takes it: it ends with its line at the latest. */
export function pastString(text: string, start: number): number {
  const quote = text[start];
  let at = start + 1;
  for (; at < text.length; at++) {
    const sign = text[at];
    if (sign === quote) return at + 1;
    if (sign === "\n" || sign === "\r") return at;
    if (sign === "\\" && text.startsWith("\r\n", ++at)) at++;
  }
  return text.length;
}

/** Past a template literal as the native parser takes it: in an expression it counts nothing but braces. */
export function pastTemplate(text: string, start: number): number {
  let braces = 0;
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at];
    if (sign === "\\") at++;
    else if (sign === "`" && braces === 0) return at + 1;
    else if (sign === "$" && text[at + 1] === "{") {
      braces++;
      at++;
    } else if (sign === "{" && braces > 0) braces++;
    else if (sign === "}" && braces > 0) braces--;
  }
  return text.length;
}

/** Past a comment, which may lack its end; the start itself where there is none. */
export function pastComment(text: string, start: number): number {
  if (text.startsWith("/*", start)) {
    const end = text.indexOf("*/", start + 2);
    return end === -1 ? text.length : end + 2;
  }
  if (!text.startsWith("//", start)) return start;
  let at = start;
  while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}

/** Past a regular expression as the native parser takes it: its classes may have several lines. */
export function pastPattern(text: string, start: number): number {
  let isClass = false;
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at];
    if (sign === "\\") at++;
    else if (isClass) isClass = sign !== "]";
    else if (sign === "[") isClass = true;
    else if (sign === "\n" || sign === "\r") return at;
    else if (sign === "/") {
      FLAGS.lastIndex = at + 1;
      FLAGS.test(text);
      return FLAGS.lastIndex;
    }
  }
  return text.length;
}

/**
 * Whether the native parser takes a slash for the beginning of a regular expression.
 *
 * @param isAfterValue whether something that has a value is before it
 */
export function beginsPattern(text: string, slash: number, isAfterValue: boolean): boolean {
  let at = slash;
  let isSameLine = true;
  for (; at > 0 && SPACE.test(text[at - 1] ?? ""); at--)
    if (text[at - 1] === "\n" || text[at - 1] === "\r") isSameLine = false;
  const isAfterWord = WORD_SIGN.test(text[at - 1] ?? "");
  if (isAfterValue && !(isAfterWord && isSameLine)) return false;
  if (isAfterWord) {
    const end = at;
    while (at > 0 && WORD_SIGN.test(text[at - 1] ?? "")) at--;
    return BEFORE_PATTERN.test(text.slice(at, end));
  }
  const before = text.slice(Math.max(at - 2, 0), at);
  return !/[)\]"'`]$|\+\+$|--$/.test(before);
}
