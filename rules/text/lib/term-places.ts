import { type Article, type Edit, perArticle, replace } from "../../../src/rules.js";
import { codeTextsOf, type ReadableText, readableTextsOf } from "./readable-texts.js";
import { recased } from "./recased.js";
import { matchesOf, type TermMatch, type TermPattern, termPattern } from "./term-pattern.js";
import { listOf, STAR, type Term } from "./term-schema.js";

/** A term, ready to be looked for. */
export interface SearchedTerm {
  readonly term: Term;
  readonly find: readonly TermPattern[];
  /** The right words, where there are any. */
  readonly right: readonly string[];
  readonly require: readonly TermPattern[];
  readonly when: readonly TermPattern[];
  /** Longer words in which `find` is right; those of the replacement are among them. */
  readonly except: readonly TermPattern[];
}

/** A place where an article has the words of a term. */
export interface TermPlace {
  readonly text: ReadableText;
  readonly start: number;
  readonly end: number;
  readonly found: string;
  /** What should be there instead, best first; empty for words that have no replacement. */
  readonly right: readonly string[];
}

/** Makes terms ready to be looked for. */
export function searchedTerms(terms: readonly Term[]): readonly SearchedTerm[] {
  return terms.map((term) => {
    const patterns = (texts: Term["find"], matchCase = term.matchCase) =>
      listOf(texts).map((text) => termPattern(text, matchCase));
    const right = listOf(term.replace);
    return {
      term,
      right,
      find: patterns(term.find),
      require: patterns(term.require),
      when: patterns(term.when),
      except: [...patterns(term.except), ...patterns([...right], true)],
    };
  });
}

/** Everything in an article where a term may be, in lower case: what is not in it is not looked for. */
const haystackOf = perArticle((article) =>
  [...readableTextsOf(article), ...codeTextsOf(article)]
    .map(({ text }) => text.toLowerCase())
    .join("\n"),
);

/** The texts of an article in which a term is looked for. */
function textsFor(article: Article, { term }: SearchedTerm): readonly ReadableText[] {
  const all = term.in.includes("code")
    ? [...readableTextsOf(article), ...codeTextsOf(article)]
    : readableTextsOf(article);
  return all.filter(({ place }) => term.in.includes(place));
}

/** The first place in an article where one of some patterns is. */
export function firstPlace(
  article: Article,
  searched: SearchedTerm,
  patterns: readonly TermPattern[],
): TermPlace | undefined {
  return placesIn(article, searched, patterns)[0];
}

/** The places where an article has the words of a term and they are wrong. */
export function wrongPlaces(article: Article, searched: SearchedTerm): readonly TermPlace[] {
  return placesIn(article, searched, searched.find).filter(
    ({ found, right }) => searched.right.length === 0 || !right.includes(found),
  );
}

function placesIn(
  article: Article,
  searched: SearchedTerm,
  patterns: readonly TermPattern[],
): readonly TermPlace[] {
  const haystack = haystackOf(article);
  const possible = patterns.filter(({ anchor }) => haystack.includes(anchor));
  if (possible.length === 0) return [];
  return textsFor(article, searched).flatMap((text) => {
    const found = possible.flatMap((pattern) =>
      matchesOf(pattern, text.text).map((match) => ({ pattern, match })),
    );
    if (found.length === 0) return [];
    const excepted = searched.except.flatMap((pattern) => matchesOf(pattern, text.text));
    return found
      .filter(({ match }) => !excepted.some((longer) => isWithin(match, longer)))
      .sort((left, right) => left.match.start - right.match.start)
      .map(({ pattern, match }) => placeOf(text, match, pattern, searched.right));
  });
}

function placeOf(
  text: ReadableText,
  match: TermMatch,
  { written }: TermPattern,
  right: readonly string[],
): TermPlace {
  const { start, end } = match;
  const found = text.text.slice(start, end);
  const isOpening =
    text.place === "headings" || text.place === "title" || opensSentence(text.text, start);
  return {
    text,
    start,
    end,
    found,
    right: right.map((one) =>
      recased({ found, wrong: written, right: filled(one, match.stars), isOpening }),
    ),
  };
}

/** Each `*` of a replacement repeats what the one of the words found stood for. */
function filled(right: string, stars: readonly string[]): string {
  let index = 0;
  return right.replace(STAR, () => stars[index++] ?? "").replaceAll("\\*", "*");
}

function opensSentence(text: string, start: number): boolean {
  return /(?:^|[.!?:…]["'”’)]?\s{1,3}|^["'“‘(])$/.test(text.slice(Math.max(0, start - 5), start));
}

function isWithin(inner: TermMatch, outer: TermMatch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Text that means the same in Markdown, HTML and front matter. */
const HARMLESS = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .,'’()+\-·・—–]*$/u;

/** How a place can be corrected without asking, or by asking; neither where the words are not written as they read. */
export function editOf(place: TermPlace, right: string): readonly Edit[] | undefined {
  const { text, start, end } = place;
  if (!text.isPlain(start, end) || !HARMLESS.test(right)) return undefined;
  if (text.place !== "text" && /['(]/.test(right)) return undefined;
  return [replace(text.rangeOf(start, end), right)];
}

/** Whether only a person can decide: ids and URLs are made of headings and titles, and a quotation has words of others. */
export function mustBeAsked({ text, right }: TermPlace): boolean {
  return right.length > 1 || text.isQuoted || ["headings", "title", "code"].includes(text.place);
}
