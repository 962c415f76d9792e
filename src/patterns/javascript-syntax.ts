/** A pattern that holds something no linear engine can match, or none would finish reading. */
export class UnsupportedPattern extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "UnsupportedPattern";
  }
}

/** White space as JavaScript knows it, and all that is none, as members of a class; RE2 knows that of ASCII only. */
const SPACE =
  "\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}";
const NO_SPACE =
  "\\x00-\\x08\\x0e-\\x1f!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}";
const LINE_BREAKS = "\\n\\r\\x{2028}\\x{2029}";
const ANYTHING = "\\x00-\\x{10ffff}";
/** A member that no text has: a lone surrogate. */
const NOTHING = "\\x{d800}";

/** The pieces of a pattern: escapes, the beginnings of named groups, any other character. */
const PIECE =
  /\\(?:u\{[\da-f]{1,6}\}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|[pP]\{[^{}]*\}|k<[^<>]*>|\d+|[\s\S])|\(\?<(?=[A-Za-z_])|[\s\S]/giu;

/**
 * Says a pattern of JavaScript as RE2 says it: the classes that are wider in JavaScript, its escapes and names.
 *
 * @param source a pattern that JavaScript accepts
 * @throws {UnsupportedPattern} for back references and classes of Unicode that RE2 does not know
 */
export function toRe2(source: string, flags: string): string {
  const isUnicode = flags.includes("u");
  const pieces = [...source.matchAll(PIECE)].map(([piece]) => piece);
  const parts: string[] = [];
  let inClass = false;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? "";
    if (inClass) {
      if (piece === "]") inClass = false;
      parts.push(classMember(piece, isUnicode));
    } else if (piece === "[") {
      const isNegated = pieces[index + 1] === "^";
      if (isNegated) index++;
      parts.push(isNegated ? "[^" : "[");
      // `[]` takes nothing, `[^]` everything; RE2 would take the bracket for a member.
      if (pieces[index + 1] === "]") parts.push(isNegated ? NOTHING : `^${ANYTHING}`);
      inClass = true;
    } else parts.push(outsideClass(piece, flags));
  }
  return parts.join("");
}

function outsideClass(piece: string, flags: string): string {
  switch (piece) {
    case ".":
      return flags.includes("s") ? `[${ANYTHING}]` : `[^${LINE_BREAKS}]`;
    case "(?<":
      return "(?P<";
    case "\\s":
      return `[${SPACE}]`;
    case "\\S":
      return `[^${SPACE}]`;
    case "\\b":
    case "\\B":
      return piece;
    default:
      return plainPiece(piece, flags.includes("u"));
  }
}

function classMember(piece: string, isUnicode: boolean): string {
  if (piece === "\\s") return SPACE;
  if (piece === "\\S") return NO_SPACE;
  if (piece === "\\b") return "\\x08";
  return piece === "[" ? "\\[" : plainPiece(piece, isUnicode);
}

function plainPiece(piece: string, isUnicode: boolean): string {
  const [mark, letter = "", ...rest] = piece;
  if (mark !== "\\" || letter === "") return piece;
  const body = rest.join("");
  if (letter === "u" || letter === "x") {
    return body === "" ? letter : `\\x{${body.replace(/[{}]/g, "")}}`;
  }
  if (letter === "c" && body !== "") {
    return `\\x{${((body.codePointAt(0) ?? 0) % 32).toString(16)}}`;
  }
  if (/[pP]/.test(letter) && isUnicode) return `\\${letter}{${unicodeClass(body.slice(1, -1))}}`;
  if (piece === "\\0") return "\\x00";
  if (letter === "k" && body !== "") throw new UnsupportedPattern("refers back to a group");
  if (/\d/.test(letter)) throw new UnsupportedPattern("refers back to a group");
  if (/[dDwWtnvfr]/.test(letter)) return piece;
  return /[A-Za-z]/.test(letter) ? letter + body : piece;
}

/** `Script=Han`, `sc=Han`, `gc=L`, `L`: RE2 has short names of categories, and scripts without the word before. */
function unicodeClass(name: string): string {
  const [, property, value = name] = /^(\w+)=(\w+)$/.exec(name) ?? [];
  if (property === undefined || /^(?:sc|Script|gc|General_Category)$/.test(property)) return value;
  throw new UnsupportedPattern(`asks for ${property}`);
}
