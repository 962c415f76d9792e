import * as z from "zod";
import {
  type Article,
  contradictedBy,
  type FrontMatterEntry,
  innerRange,
  languageOfTag,
  rangeSchema,
  soundEntries,
} from "../../../../src/rules.js";

/** One value of front matter, or one item of a list. */
export const valueSchema = z.strictObject({
  /** The keys on the way to it, with dots, and `[]` for any item of a list. */
  key: z.string(),
  kind: z.enum(["text", "number", "boolean", "nothing", "list", "map"]),
  /** A text as it is read, anything else as it is written; "" for lists, maps and long texts. */
  text: z.string(),
  /** Without quotation marks. */
  range: rangeSchema,
});

export type Value = z.infer<typeof valueSchema>;

/** A longer text is prose, in which there is nothing to compare. */
const LONGEST = 200;
/** More values are a table of data. */
const MOST_VALUES = 80;
const DEEPEST = 3;
const LANGUAGE_KEYS = new Set(["lang", "language"]);

/** The values of an article's front matter that may follow a habit of the site. */
export function valuesOf(article: Article): readonly Value[] {
  return soundEntries(article)
    .filter(({ path }) => path.length <= DEEPEST)
    .slice(0, MOST_VALUES)
    .map((entry) => {
      const kind = kindOf(entry.value);
      const { start, end } = innerRange(entry);
      const isScalar = kind !== "list" && kind !== "map";
      const written =
        typeof entry.value === "string" ? entry.value.trim() : article.source.slice(start, end);
      const isCompared = isScalar && written.length <= LONGEST && !contradictsText(article, entry);
      const text = isCompared ? written : "";
      return { key: keyOf(entry.path), kind, text, range: { start, end } };
    });
}

/** Whether a language is not that of the text, which is told of it. */
function contradictsText(article: Article, { path, value }: FrontMatterEntry): boolean {
  if (!LANGUAGE_KEYS.has(path.join(".")) || typeof value !== "string") return false;
  const declared = languageOfTag(value);
  return declared !== undefined && contradictedBy(article, declared) !== undefined;
}

function keyOf(path: FrontMatterEntry["path"]): string {
  return path.map((part) => (typeof part === "number" ? "[]" : part)).join(".");
}

function kindOf(value: unknown): Value["kind"] {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number" || typeof value === "bigint") return "number";
  if (Array.isArray(value)) return "list";
  return typeof value === "object" && !(value instanceof Date) ? "map" : "text";
}
