import type { Article } from "../article/article.js";
import type { FrontMatterEntry } from "../article/front-matter/front-matter.js";
import words from "./date-words.json" with { type: "json" };

/** A front-matter field that holds a date as text. */
export interface DateField {
  readonly entry: FrontMatterEntry;
  readonly key: string;
  readonly text: string;
}

const KEYS: ReadonlySet<string> = new Set(words.keys);
const NESTED: ReadonlySet<string> = new Set(words.nested);
const TEMPLATE = /\{\{|\{%|<%|\$\{/;

/** The article's date fields, in source order; empty ones, template values and words engines know are left out. */
export function dateFields(article: Article): readonly DateField[] {
  return (article.frontMatter?.entries ?? []).flatMap((entry) => {
    const key = entry.path.join(".");
    if (!KEYS.has(key) && !NESTED.has(key)) return [];
    const { value } = entry;
    const text =
      typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
    const isWord = words.words.includes(text.toLowerCase());
    return text === "" || isWord || TEMPLATE.test(text) ? [] : [{ entry, key, text }];
  });
}
