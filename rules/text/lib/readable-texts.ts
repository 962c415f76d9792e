import {
  type Article,
  attributeOf,
  codeRangesOf,
  descriptionFields,
  type FrontMatterEntry,
  hasTemplateSyntax,
  innerRange,
  languageOf,
  overlapTest,
  perArticle,
  proseTextsOf,
  type Range,
  rangeOf,
  textContentOf,
} from "../../../src/rules.js";
import { isQuoted } from "./quotations.js";

/** Where a reader meets a text. */
export type Place = "text" | "headings" | "alt" | "title" | "description" | "code";

/** A text that readers or listeners of an article meet, whatever it is written as. */
export interface ReadableText {
  readonly place: Place;
  /** Code, addresses and template tags in it are object replacement characters, except where the place is code. */
  readonly text: string;
  /** Primary subtag; undefined where nothing tells. */
  readonly language: string | undefined;
  /** Whether the words are those of somebody else. */
  readonly isQuoted: boolean;
  rangeOf(start: number, end: number): Range;
  /** Whether a stretch is written as it reads. */
  isPlain(start: number, end: number): boolean;
}

/** The texts of an article that are no code: its prose, headings, alt texts, title and descriptions. */
export const readableTextsOf: (article: Article) => readonly ReadableText[] = perArticle(
  (article) => [...frontMatterTexts(article), ...proseTexts(article), ...altTexts(article)],
);

/** Inline code and code blocks. */
export const codeTextsOf: (article: Article) => readonly ReadableText[] = perArticle((article) =>
  article.elements
    .filter(({ tagName }) => tagName === "code")
    .map((element) => {
      const { text, rangeOf: place } = textContentOf(article, element);
      return {
        place: "code",
        text,
        language: undefined,
        isQuoted: false,
        rangeOf: place,
        isPlain: (start, end) => isSame(article, place(start, end), text.slice(start, end)),
      };
    }),
);

function proseTexts(article: Article): readonly ReadableText[] {
  return proseTextsOf(article).map(({ paragraph, text, language, isPlain }) => ({
    place: paragraph.kind === "heading" ? "headings" : "text",
    text,
    language,
    isQuoted: isQuoted(article, paragraph),
    rangeOf: (start, end) => paragraph.rangeOf(start, end),
    isPlain,
  }));
}

const IMAGES: ReadonlySet<string> = new Set(["img", "area", "input"]);
const CODE: ReadonlySet<string> = new Set(["pre", "code", "script", "template"]);

function altTexts(article: Article): readonly ReadableText[] {
  const isCode = overlapTest(
    [...codeRangesOf(article, CODE)].sort((left, right) => left.start - right.start),
  );
  return article.elements.flatMap((element) => {
    if (!IMAGES.has(element.tagName) || isCode(rangeOf(element))) return [];
    const alt = attributeOf(article, element, "alt");
    if (alt === undefined || alt.unknown || alt.value === "") return [];
    return [valueText(article, "alt", alt.value, alt.valueRange)];
  });
}

function frontMatterTexts(article: Article): readonly ReadableText[] {
  const isTitle = ({ path }: FrontMatterEntry) => path.length === 1 && path[0] === "title";
  const titles = article.frontMatter?.entries.filter(isTitle) ?? [];
  const descriptions = descriptionFields(article).map(({ entry }) => entry);
  const textsAt = (entries: readonly FrontMatterEntry[], place: Place): readonly ReadableText[] =>
    entries.flatMap((entry) =>
      typeof entry.value !== "string" || hasTemplateSyntax(entry.value)
        ? []
        : [valueText(article, place, entry.value, innerRange(entry))],
    );
  return [...textsAt(titles, "title"), ...textsAt(descriptions, "description")];
}

/** A value that stands in the source at once; where it is written otherwise, its parts stand where the whole does. */
function valueText(article: Article, place: Place, value: string, range: Range): ReadableText {
  const index = article.source.slice(range.start, range.end).indexOf(value);
  const at = range.start + index;
  return {
    place,
    text: value,
    language: languageOf(article),
    isQuoted: false,
    rangeOf: (start, end) => (index < 0 ? range : { start: at + start, end: at + end }),
    isPlain: () => index >= 0,
  };
}

function isSame({ source }: Article, { start, end }: Range, text: string): boolean {
  return source.slice(start, end) === text;
}
