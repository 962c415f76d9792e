/** A part that is nothing but a version, such as `1.2` or `2.x`. */
const VERSION = /^\d+(?:\.\d+)*(?:\.x)?$/;

const MARKS = /[\u0300-\u036f]/g;

/** What `slugify` writes for signs; those that are not here it leaves out or leaves as they are. */
const SIGNS: Readonly<Record<string, string>> = {
  $: "dollar",
  "%": "percent",
  "&": "and",
  "<": "less",
  ">": "greater",
  "|": "or",
};

/** Letters that `slugify` leaves out: it has no Latin spelling for them. */
const LEFT_OUT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/**
 * The address of a file of content, as `generatePath` of Nuxt Content makes it: without numbers before names, `index`
 * and `.draft`, in letters of ASCII. Measured with versions 2.13 and 3.16.
 *
 * @param stem the file's path without its ending
 * @param keepsCase whether letters keep their case, as in links
 * @returns undefined for names in letters whose spelling is not known here
 */
export function contentPath(stem: string, keepsCase = false): string | undefined {
  const parts: string[] = [];
  for (const part of stem.split("/")) {
    const slug = slugOf(shownPart(part));
    if (slug === undefined) return undefined;
    parts.push(keepsCase ? slug : slug.toLowerCase());
  }
  return parts.join("/");
}

function shownPart(part: string): string {
  const name = part.slice(part.lastIndexOf(":") + 1);
  if (VERSION.test(name)) return name;
  return name
    .replace(/^\d+\./, "")
    .replace(/^index(?:\.draft)?$/, "")
    .replace(/\.draft$/, "");
}

function slugOf(name: string): string | undefined {
  const plain = name.normalize("NFC").replace(LEFT_OUT, "");
  const latin = plain.replace(/[\u00c0-\u00ff]/g, (letter) =>
    letter === "ß" ? "ss" : letter.normalize("NFD").replace(MARKS, ""),
  );
  if (/[^\0-\x7f]/.test(latin)) return undefined;
  return latin
    .replace(/[$%&<>|]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/-/g, " ")
    .replace(/[^\w\s*+~.()'"!:@]/g, "")
    .trim()
    .replace(/\s+/g, "-");
}
