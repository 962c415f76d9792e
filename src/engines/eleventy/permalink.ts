import { normalise } from "../../engine/address.js";

/** What a permalink may name of a page. */
export interface EleventyPage {
  readonly title: string | undefined;
  /** File name without day and ending; the folder's for an index. */
  readonly fileSlug: string;
  /** From `/`, without ending. */
  readonly filePathStem: string;
}

/** Names that a page has by its path below the input, its ending left out. */
export function pageNames(path: string): Omit<EleventyPage, "title"> {
  const folders = path.split("/");
  const name = withoutDay(folders.pop() ?? "");
  const fileSlug = name === "index" ? withoutDay(folders.at(-1) ?? "") : name;
  return { fileSlug, filePathStem: `/${[...folders, name].join("/")}` };
}

/** Where a page goes that says nothing of it: `x` to `/x/`, `x/index` and `x/x` as well. */
export function usualAddress(path: string): string {
  const folders = path.split("/");
  const name = folders.pop() ?? "";
  const own = name === "index" || name === folders.at(-1) ? [] : [name];
  return normalise(`${[...folders, ...own].join("/")}/`);
}

/** A permalink as the address of what it writes. */
export function permalinkAddress(permalink: string): string {
  return normalise(permalink);
}

/** Template syntax of Liquid, Nunjucks, Handlebars. */
const TEMPLATE = /\{\{|\{%/;

const SIMPLE = /\{\{-?\s*([\w.]+)\s*(?:\|\s*(slugify|slug)\s*)?-?\}\}/g;

/** Fills a permalink's simple names; undefined when it holds more than those. */
export function fillPermalink(permalink: string, page: EleventyPage): string | undefined {
  let isKnown = true;
  const filled = permalink.replace(SIMPLE, (_whole, name: string, filter?: string) => {
    const value = nameValue(name, page);
    const text = filter === undefined ? value : slugified(value);
    if (text === undefined) isKnown = false;
    return text ?? "";
  });
  return isKnown && !TEMPLATE.test(filled) ? filled : undefined;
}

function nameValue(name: string, page: EleventyPage): string | undefined {
  if (name === "page.fileSlug") return page.fileSlug;
  if (name === "page.filePathStem") return page.filePathStem;
  return name === "title" ? page.title : undefined;
}

/** Texts whose slug is plain to see: Latin letters, digits, spaces, hyphens. */
function slugified(text: string | undefined): string | undefined {
  if (text === undefined || !/^[a-zA-Z0-9 _.,:!?()/-]*$/.test(text)) return undefined;
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** An address with parts that nobody knows, told by how it begins and ends. */
export interface AddressPattern {
  readonly start: string;
  readonly end: string;
}

/** What surrounds the first and the last template of a permalink. */
export function patternOf(permalink: string): AddressPattern {
  const start = permalink.slice(0, Math.max(0, permalink.search(TEMPLATE)));
  const close = Math.max(permalink.lastIndexOf("}}"), permalink.lastIndexOf("%}"));
  const end = permalink.slice(close + 2).replace(/index\.html$/, "");
  return { start: start === "" ? "/" : `/${start}`.replace(/^\/+/, "/"), end };
}

/** Whether an address may come of a pattern. */
export function fits(address: string, { start, end }: AddressPattern): boolean {
  return (
    address.startsWith(start) &&
    address.endsWith(end) &&
    address.length >= start.length + end.length - 1
  );
}

function withoutDay(name: string): string {
  return /\d{4}-\d{2}-\d{2}-(.*)/.exec(name)?.[1] ?? name;
}
