/** `2019-01-01-notes`, `10.2-release`: numbers before a name that are part of it. */
const DATE_OR_VERSION = /^(?:(?:\d{2}|\d{4})[-_.]\d{2}(?:[-_.](?:\d{2}|\d{4}))?|\d+[-_.]\d+)/;
const NUMBER_PREFIX = /^\d+\s*[-_.]+\s*(?=[^-_.\s])/;

/** A file's or folder's name without the number that only orders it (`01-intro` is `intro`). */
export function withoutNumber(name: string): string {
  return DATE_OR_VERSION.test(name) ? name : name.replace(NUMBER_PREFIX, "");
}

/** Front matter that decides a document's address. */
export interface DocNaming {
  readonly id: string | undefined;
  readonly slug: string | undefined;
  readonly stripNumbers: boolean;
}

/**
 * The address of a document below its version, from `/`; with a slash at the end for the page of a folder
 * (`index`, `readme`, the folder's own name).
 *
 * @param path relative to the folder of the docs
 */
export function docSlug(path: string, { id, slug, stripNumbers }: DocNaming): string {
  const strip = stripNumbers ? withoutNumber : (name: string): string => name;
  const parts = path.replace(/\.mdx?$/i, "").split("/");
  const file = parts.pop() ?? "";
  const folder = parts.map((part) => `${strip(part)}/`).join("");
  if (slug?.startsWith("/") === true) return slug;
  const isFolderPage =
    /^(?:index|readme)$/i.test(file) || file.toLowerCase() === parts.at(-1)?.toLowerCase();
  if (slug === undefined && isFolderPage) return `/${folder}`;
  return resolved(`/${folder}${slug ?? id ?? strip(file)}`);
}

/**
 * The name by which sidebars know a document.
 *
 * @param path relative to the folder of the docs
 */
export function docId(path: string, id: string | undefined, stripNumbers: boolean): string {
  const strip = stripNumbers ? withoutNumber : (name: string): string => name;
  const parts = path.replace(/\.mdx?$/i, "").split("/");
  const file = parts.pop() ?? "";
  return [...parts.map(strip), id ?? strip(file)].join("/");
}

/** A path without `.` and `..`. */
function resolved(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}${path.endsWith("/") && parts.length > 0 ? "/" : ""}`;
}

const DATED =
  /^(?<folder>.*?)(?<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?<name>.*?)(?:\/index)?\.mdx?$/;

/**
 * The address of a post below its blog, by its file name: `2024-01-02-news.md` is `/2024/01/02/news`.
 *
 * @param path relative to the folder of the blog
 */
export function postSlug(path: string): string {
  const dated = DATED.exec(path)?.groups;
  if (dated !== undefined) {
    const { folder = "", date = "", name = "" } = dated;
    return `/${date.replaceAll("-", "/")}/${folder}${name}`;
  }
  return `/${path.replace(/(?:^|\/)index\.mdx?$|\.mdx?$/, "")}`;
}
