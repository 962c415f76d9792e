/**
 * Judges whether lines look like front matter or like prose. A thematic break at the top of an article is
 * written exactly like an opening fence; only what follows tells them apart.
 */

/** A key of YAML at the start of a line: quoted, or at most two words, then a colon and a blank. */
const YAML_KEY =
  /^(?:[&!]\S+[ \t]+)?(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s#"'[\]{},>|@`%*&!-][^\s:]*(?::[^\s:]+)*(?:[ \t][^\s:]+)?)[ \t]*:(?=[ \t\r]|$)/;

/** A key whose value follows the colon without a blank: wrong, but meant as front matter. */
const TIGHT_KEY = /^[A-Za-z_][\w-]*:(?!\/\/)\S/;

const TOML_KEY =
  /^(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)(?:[ \t]*\.[ \t]*[\w"'-]+)*[ \t]*=|^\[{1,2}[^\]\n]+\]/;

const LIST_ITEM = /^-(?=[ \t]|$)/;

/** Keys so usual that a single one is enough to recognise front matter that was never closed. */
const USUAL_KEYS = new Set([
  "title",
  "date",
  "layout",
  "author",
  "authors",
  "tags",
  "categories",
  "category",
  "description",
  "slug",
  "permalink",
  "draft",
  "published",
  "id",
  "lang",
]);

/** The key a line starts with, or undefined. */
export function keyOfLine(line: string): string | undefined {
  const match = YAML_KEY.exec(line);
  if (match === null) return undefined;
  return match[0].replace(/(?<![ \t])[ \t]*:$/, "").replace(/^["']|["']$/g, "");
}

export function isUsualKey(key: string): boolean {
  return USUAL_KEYS.has(key.toLowerCase());
}

/** Whether a line can stand in YAML front matter: blank, comment, key, list item or indented. */
export function isPlausibleLine(line: string): boolean {
  return (
    line.trim() === "" ||
    /^[#\s\]}]/.test(line) ||
    LIST_ITEM.test(line) ||
    keyOfLine(line) !== undefined
  );
}

/** Whether the text between two fences is meant as keys and values rather than as prose. */
export function looksLikeMapping(content: string, format: "yaml" | "toml" | "json"): boolean {
  if (format === "json") return /^\s*["{]/.test(content);
  let lines = 0;
  let keys = 0;
  for (const line of content.split("\n")) {
    if (line.trim() === "" || /^[#\s]/.test(line) || LIST_ITEM.test(line)) continue;
    lines += 1;
    const isKey =
      format === "toml"
        ? TOML_KEY.test(line)
        : YAML_KEY.test(line) || TIGHT_KEY.test(line) || /^[{?]/.test(line);
    if (isKey) keys += 1;
    if (isKey && lines === 1) return true;
  }
  return keys > 0 && keys * 2 >= lines;
}

/** Whether the text holds nothing but blanks and comments. */
export function isBlankBlock(content: string): boolean {
  return content
    .split("\n")
    .every((line) => line.trim() === "" || line.trimStart().startsWith("#"));
}

/**
 * Length of the run of lines at the start of `text` that are front matter beyond doubt: keys with their
 * lists and indented values. Ends at the first blank line that is not followed by another key.
 */
export function lengthOfKeyRun(text: string): {
  readonly length: number;
  readonly keys: readonly string[];
} {
  const keys: string[] = [];
  let length = 0;
  let position = 0;
  let blankBefore = false;
  for (const line of text.split("\n")) {
    const next = Math.min(position + line.length + 1, text.length);
    if (line.trim() === "") {
      blankBefore = true;
      position = next;
      continue;
    }
    if (line.startsWith("#")) {
      // A comment if a key follows, a heading of the body if not.
      position = next;
      continue;
    }
    const key = keyOfLine(line);
    const continues =
      key !== undefined || (keys.length > 0 && (/^[ \t]/.test(line) || LIST_ITEM.test(line)));
    if (!continues || (blankBefore && (key === undefined || !/^[a-z_][\w-]*$/.test(key)))) break;
    if (key !== undefined) keys.push(key);
    blankBefore = false;
    position = next;
    length = next;
  }
  return { length, keys };
}
