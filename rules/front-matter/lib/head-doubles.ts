import type { Article, Range, ValuePath } from "../../../src/rules.js";

/** What a page has one of. */
const SINGLE =
  /^(?:description|robots|(?:og|twitter):(?:title|description|url|site_name|type|card)|canonical)$/;

interface HeadDouble {
  readonly name: string;
  readonly range: Range;
  readonly first: Range;
}

/** Entries of the list `head` that give one thing about the page two values: `- [meta, { name, content }]`, `- { tag, attrs }`. */
export function headDoubles({ frontMatter }: Article): readonly HeadDouble[] {
  const head: unknown = frontMatter?.data.head;
  if (frontMatter === undefined || !Array.isArray(head)) return [];
  const firsts = new Map<string, { readonly content: string; readonly range: Range }>();
  return head.flatMap((entry: unknown, index): HeadDouble[] => {
    const read = attributesIn(entry);
    if (read === undefined) return [];
    const { attributes, path } = read;
    const { name, property, content, rel, href } = attributes;
    const key = property ?? name ?? rel;
    const value = rel === undefined ? content : href;
    const valueKey = rel === undefined ? "content" : "href";
    if (typeof key !== "string" || typeof value !== "string" || !SINGLE.test(key)) return [];
    const range = frontMatter.rangeOfValue(["head", index, ...path, valueKey]);
    const first = firsts.get(key);
    if (range === undefined) return [];
    if (first === undefined) firsts.set(key, { content: value, range });
    return first === undefined || first.content === value
      ? []
      : [{ name: key, range, first: first.range }];
  });
}

type Attributes = Readonly<Record<string, unknown>>;

function attributesIn(
  entry: unknown,
): { readonly attributes: Attributes; readonly path: ValuePath } | undefined {
  if (Array.isArray(entry)) {
    const attributes: unknown = entry[1];
    return isTable(attributes) ? { attributes, path: [1] } : undefined;
  }
  if (!isTable(entry)) return undefined;
  return isTable(entry.attrs) ? { attributes: entry.attrs, path: ["attrs"] } : undefined;
}

function isTable(value: unknown): value is Attributes {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
