import {
  type Article,
  codeRangesOf,
  overlapTest,
  type Range,
  rangeOf,
} from "../../../src/rules.js";

/** An attribute whose value is in curly quotation marks instead of straight ones. */
export interface CurlyValue {
  readonly name: string;
  /** The value with its marks. */
  readonly range: Range;
  /** The same between straight marks; undefined where nobody can tell its end. */
  readonly meant: string | undefined;
  /** The tag around it, and its name. */
  readonly tag: Range;
  readonly element: string;
}

const CODE: ReadonlySet<string> = new Set([
  "code",
  "pre",
  "kbd",
  "samp",
  "script",
  "style",
  "textarea",
]);
const ATTRIBUTE = String.raw`[A-Za-z_:@#][\w.:@-]*`;
const TAG = new RegExp(
  String.raw`(?<!\\)<([A-Za-z][\w.-]*)(?:\s+${ATTRIBUTE}(?:=(?:"[^"]*"|'[^']*'|[\w./#-]+))?)*\s+(${ATTRIBUTE})=(?=[“”„‟‘’])`,
  "g",
);
const VALUE = /^[“”„‟]([^“”„‟"<>]*)[“”"](?=[\s/>])|^[‘’]([^‘’'"<>]*)[‘’'](?=[\s/>])/;
const REST = /^[^<>]*>/;

/** The first such attribute of each tag; in MDX, the parser stops there. */
export function curlyValues(article: Article): readonly CurlyValue[] {
  const { source, format } = article;
  if (format === "mdx" || !/=[“”„‟‘’]/.test(source)) return [];
  const isApart = overlapTest(
    [
      ...codeRangesOf(article, CODE),
      ...article.comments.map((comment) => rangeOf(comment)),
      ...article.templateTags.map(({ range }) => range),
    ].sort((left, right) => left.start - right.start),
  );
  return [...source.matchAll(TAG)].flatMap(
    ({ 0: opening, 1: element = "", 2: name = "", index }) => {
      const start = index + opening.length;
      const rest = REST.exec(source.slice(start, start + 2000))?.[0];
      if (index < article.bodyStart || rest === undefined) return [];
      const tag = { start: index, end: start + rest.length };
      if (isApart(tag)) return [];
      const match = VALUE.exec(rest);
      const inner = match?.[1] ?? match?.[2];
      const length = match?.[0].length ?? /^\S*?(?=\/?>|\s)/.exec(rest)?.[0].length ?? 1;
      // With spaces in it, the whole tag is text, and more than the value would change.
      const meant = inner === undefined || /\s/.test(inner) ? undefined : `"${inner}"`;
      return [{ name, range: { start, end: start + length }, meant, tag, element }];
    },
  );
}
