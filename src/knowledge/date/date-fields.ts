import type { Article } from "../../article/article.js";
import type { FrontMatterEntry } from "../../article/front-matter/front-matter.js";
import { soundEntries } from "../../article/front-matter/sound-entries.js";
import { perArticle } from "../../article/per-article.js";
import words from "./date-words.json" with { type: "json" };

/** A front-matter field that holds a date as text. */
export interface DateField {
  readonly entry: FrontMatterEntry;
  readonly key: string;
  readonly text: string;
}

/** Front-matter keys that hold a date. */
export const DATE_KEYS: readonly string[] = words.keys;
/** Those that say when the article was published. */
export const PUBLICATION_KEYS: readonly string[] = words.published;
/** Those that say when it expires. */
export const EXPIRY_KEYS: readonly string[] = words.expiry;

const KEYS: ReadonlySet<string> = new Set(DATE_KEYS);
const NESTED: ReadonlySet<string> = new Set(words.nested);
const TEMPLATE = /\{\{|\{%|<%|\$\{/;

/** The article's date fields, in source order; empty ones, template values and words engines know are left out. */
export const dateFields: (article: Article) => readonly DateField[] = perArticle(readFields);

function readFields(article: Article): readonly DateField[] {
  const fields: DateField[] = [];
  for (const entry of soundEntries(article)) {
    const key = entry.path.length === 1 ? String(entry.path[0]) : entry.path.join(".");
    if (!KEYS.has(key) && !NESTED.has(key)) continue;
    const { value } = entry;
    const text =
      typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
    const isWord = words.words.includes(text.toLowerCase());
    if (text !== "" && !isWord && !TEMPLATE.test(text)) fields.push({ entry, key, text });
  }
  return fields;
}
