import { type Article, attributesOf, jsxComponentsOf, type Range } from "../../../src/rules.js";
import known from "./known-names.json" with { type: "json" };

/** An expression that is one name, or begins with it, which nothing declares. */
export interface UndeclaredName {
  readonly name: string;
  /** The expression with its braces. */
  readonly range: Range;
}

const KNOWN: ReadonlySet<string> = new Set(known);
/** A name alone, with a member, or called: `{tide}`, `{tide.high}`, `{tide(2)}`. */
const NAME = /^\{\s*([A-Za-z$][\w$]*)\s*(?:\}$|\??\.[A-Za-z_$]|\[|\()/;
const OPERATORS: ReadonlySet<string> = new Set(
  "async await class delete function if import new super switch typeof void while yield".split(" "),
);
/** Names in capitals and with underscores are often set when the site is built. */
const FROM_BUILD = /^[A-Z][A-Z\d]*_[A-Z\d_]*$/;
/** From `import` or `export` to the next blank line, and lines that declare a name. */
const MODULE_CODE =
  /^[ \t>]*(?:import|export)\b(?:(?!\n[ \t]*\r?\n)[\s\S])*|^.*\b(?:const|let|var|function|class)\s.*$/gm;
const WORD = /[A-Za-z_$][\w$]*/g;

/** Expressions of an MDX article that begin with a name, and that no module code or declaration in it holds. */
export function undeclaredNames(
  article: Article,
  provided: readonly string[],
): readonly UndeclaredName[] {
  const { source } = article;
  const values = [...article.elements, ...jsxComponentsOf(article)].flatMap((one) =>
    ("attributes" in one ? one.attributes : attributesOf(article, one)).flatMap(
      ({ unknown, valueRange }) => (unknown ? valueRange : []),
    ),
  );
  const places = [...article.expressions.map(({ range }) => range), ...values];
  const found = places.flatMap((range): readonly UndeclaredName[] => {
    const name = NAME.exec(source.slice(range.start, range.end))?.[1];
    if (name === undefined || OPERATORS.has(name) || KNOWN.has(name) || FROM_BUILD.test(name))
      return [];
    return provided.includes(name) ? [] : [{ name, range }];
  });
  if (found.length === 0) return [];
  const declared = new Set(
    [...source.matchAll(MODULE_CODE)].flatMap(({ 0: code }) => code.match(WORD) ?? []),
  );
  return found.filter(({ name }) => !declared.has(name));
}
