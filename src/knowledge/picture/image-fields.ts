import type { FrontMatter, FrontMatterEntry } from "../../article/front-matter/front-matter.js";
import type { Range } from "../../article/range.js";
import { hasTemplateSyntax } from "../../article/templates.js";
import table from "./image-field-names.json" with { type: "json" };

/** A front-matter value that names a picture. */
export interface ImageField {
  /** Dotted path of the key, e.g. `headimg`, `image.src`. */
  readonly field: string;
  readonly url: string;
  /** The value without its quotes. */
  readonly range: Range;
  /** The value as written, quotes included. */
  readonly valueRange: Range;
  readonly unknown: boolean;
}

/** Front-matter keys that name a picture, in lower case. */
export const IMAGE_KEYS: readonly string[] = table.names;

const NAMES: ReadonlySet<string> = new Set(IMAGE_KEYS);
const MEMBERS: ReadonlySet<string> = new Set(table.members);

/** The image fields of an article's front matter, in source order: known names whose value looks like an address or path. */
export function imageFieldsOf(frontMatter: FrontMatter | undefined): readonly ImageField[] {
  return (frontMatter?.entries ?? []).flatMap((entry) => {
    if (typeof entry.value !== "string" || !isImageEntry(entry)) return [];
    const url = entry.value.trim();
    if (!/[./]/.test(url) || /\s{2,}|\n/.test(url) || isPictureId(url)) return [];
    const quoted = entry.style === "single-quoted" || entry.style === "double-quoted" ? 1 : 0;
    const { start, end } = entry.valueRange;
    return [
      {
        field: entry.path.filter((part) => typeof part === "string").join("."),
        url,
        range: { start: start + quoted, end: Math.max(start + quoted, end - quoted) },
        valueRange: entry.valueRange,
        unknown: hasTemplateSyntax(url),
      },
    ];
  });
}

/** A name that a picture service knows (`v17/boats/quay`): neither an address, nor a path of the site, nor a file with an ending. */
export function isPictureId(url: string): boolean {
  const isAddress = /^(?:[a-z][\w+.-]*:|\.{0,2}\/|[~@])/i.test(url);
  return !isAddress && !hasTemplateSyntax(url) && !/\.[a-z\d]{2,5}(?:[?#].*)?$/i.test(url);
}

function isImageEntry(entry: FrontMatterEntry): boolean {
  const [only] = entry.path;
  if (entry.path.length === 1) return typeof only === "string" && NAMES.has(only.toLowerCase());
  const keys = entry.path
    .filter((part) => typeof part === "string")
    .map((key) => key.toLowerCase());
  const last = keys.at(-1);
  const parent = keys.at(-2);
  if (last === undefined) return false;
  if (keys.length === 1) return NAMES.has(last);
  // `cover.image`, `header.teaser`, `image: { src: … }`
  return (
    parent !== undefined &&
    (NAMES.has(parent) || parent === "header") &&
    (MEMBERS.has(last) || NAMES.has(last))
  );
}
