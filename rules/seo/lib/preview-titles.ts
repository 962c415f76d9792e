import type { Article, Range, ValuePath } from "../../../src/rules.js";

interface PreviewTitle {
  readonly text: string;
  readonly range: Range;
}

/** Keys of the front matter under which themes take a title for previews and search engines. */
const KEYS: readonly ValuePath[] = [
  ["og_title"],
  ["ogTitle"],
  ["og:title"],
  ["seo_title"],
  ["seoTitle"],
  ["metaTitle"],
  ["meta_title"],
  ["socialTitle"],
  ["twitter_title"],
  ["seo", "title"],
  ["og", "title"],
  ["opengraph", "title"],
  ["openGraph", "title"],
  ["social", "title"],
];
const NAMES = /^(?:og|twitter):title$/;
/** A number as titles have it: a version, a year, a part. */
const NUMBER = /(?<![\p{L}\d.])v?(\d+(?:\.\d+)*)(?![\p{L}\d]|\.\d|[:,]\d)/gu;

/** Titles for previews that have as many numbers as the title, and none of them the same. */
export function otherPreviews(article: Article, title: string): readonly PreviewTitle[] {
  const own = numbersIn(title);
  if (own.length === 0) return [];
  return previewTitles(article).filter(({ text }) => {
    const numbers = numbersIn(text);
    return (
      numbers.length === own.length &&
      numbers.every((number) => !own.some((one) => isSame(number, one)))
    );
  });
}

/** `3` may stand for `3.0` and `3.1`. */
function isSame(one: string, other: string): boolean {
  return `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);
}

function numbersIn(text: string): readonly string[] {
  return [...text.matchAll(NUMBER)].map(([, number = ""]) => number);
}

function previewTitles({ frontMatter }: Article): readonly PreviewTitle[] {
  if (frontMatter === undefined) return [];
  const head: unknown = frontMatter.data.head;
  const inHead: readonly ValuePath[] = Array.isArray(head)
    ? head.flatMap((entry: unknown, index): ValuePath[] => {
        const path = pathInHead(entry);
        return path === undefined ? [] : [["head", index, ...path]];
      })
    : [];
  return [...KEYS, ...inHead].flatMap((path) => {
    const text = valueAt(frontMatter.data, path);
    const range = frontMatter.rangeOfValue(path);
    return typeof text === "string" && range !== undefined ? [{ text, range }] : [];
  });
}

/** Where an entry of `head` (`- [meta, { property, content }]`, `- { tag, attrs }`) has the title. */
function pathInHead(entry: unknown): ValuePath | undefined {
  for (const path of [[1], ["attrs"]]) {
    const name = valueAt(entry, [...path, "property"]) ?? valueAt(entry, [...path, "name"]);
    if (typeof name === "string" && NAMES.test(name)) return [...path, "content"];
  }
  return undefined;
}

function valueAt(value: unknown, path: ValuePath): unknown {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = Object.getOwnPropertyDescriptor(at, key)?.value;
  }
  return at;
}
