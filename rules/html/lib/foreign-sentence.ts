import {
  type Article,
  type Element,
  headingsOf,
  isCommonEnglish,
  isRunningText,
  languageOf,
  likelyLanguage,
  type ProseText,
  pathLanguage,
  perArticle,
  proseTextsOf,
  type Range,
  sentencesOf,
  textContentOf,
} from "../../../src/rules.js";
import { isCited } from "./foreign-paragraph.js";

/** An English sentence in a text of another language. */
export interface ForeignSentence {
  readonly language: "en";
  readonly own: string;
  readonly range: Range;
}

/** How many words a sentence has at least, and how many of them are small ones that English has most of. */
const NEXT_TO_LATIN = { words: 7, small: 2 };
const NEXT_TO_OTHERS = { words: 6, small: 1 };
/** What share of the words is English, and in lower case: titles and names have capitals. */
const LEAST_KNOWN = 0.85;
const LEAST_LOWER = 0.6;
/** More of them are an article that is translated in part, or one that quotes much. */
const MOST_FOREIGN = 2;
/** So many sentences must be in the language of the article; fewer around one in the middle of a paragraph. */
const LEAST_OWN = 12;
const LEAST_AROUND = 4;
/** So many other items of a list, and so many headings of a page, show what is translated. */
const LEAST_ITEMS = 2;
const LEAST_HEADINGS = 4;
const MOST_TRANSLATED = 0.7;

/** English sentences that a translation has left as they were. */
export function foreignSentences(article: Article): readonly ForeignSentence[] {
  const own = languageOf(article);
  if (own === undefined || own === "en") return [];
  const isEdition = pathLanguage(article.path) === own || isTranslation(article, own);
  const proses = proseTextsOf(article).filter(({ paragraph }) => isRunningText(paragraph));
  let count = 0;
  let isWithin = isEdition;
  const found: ForeignSentence[] = [];
  for (const [index, prose] of proses.entries()) {
    for (const { start, end, text } of sentencesOf(prose.text)) {
      if (isOwn(text, own)) {
        count++;
        continue;
      }
      const isWritten =
        isEnglish(text, own) &&
        (isEdition || isBetween(prose.text, { start, end })) &&
        !isMeant(article, prose, { start, end }, proses[index - 1]);
      if (!isWritten) continue;
      isWithin &&= sentencesOf(prose.text).some((other) => isOwn(other.text, own));
      const range = prose.paragraph.rangeOf(start, end);
      const last = found.at(-1);
      // Sentences that follow each other are one passage.
      const isNext =
        last !== undefined && article.source.slice(last.range.end, range.start).trim() === "";
      if (isNext) found.splice(-1, 1, { ...last, range: { ...last.range, end: range.end } });
      else found.push({ language: "en", own, range });
      if (found.length > MOST_FOREIGN) return [];
    }
  }
  const least = isWithin && found.length === 1 ? LEAST_AROUND : LEAST_OWN;
  // Elsewhere, several are quotations.
  return count >= least && (isEdition || found.length === 1) ? found : [];
}

/** Whether other writing is on the same line: whole lines of English may be output, or a quotation. */
function isBetween(text: string, { start, end }: Range): boolean {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const [after = ""] = text.slice(end).split("\n", 1);
  return !/\n/.test(text.slice(start, end)) && OTHER_LETTER.test(text.slice(from, start) + after);
}

/** Whether a sentence is in the language of the article: short words of other languages may look like those of English. */
function isOwn(text: string, own: string): boolean {
  return !mayBeEnglish(text) || likelyLanguage(text) === own;
}

/** A quick test: whether a sentence has words of English and no letters that it has not. */
function mayBeEnglish(text: string): boolean {
  return text.search(ENGLISH) !== -1 && !OTHER_LETTER.test(text);
}

const SMALL =
  "the of and to is that for with it you this are was be have we from by not but they as in on a an your if can will only its during about when which there has then than these how what must should would could does do at or so no he she my me us up i too about there";
const SMALL_WORDS: ReadonlySet<string> = new Set(SMALL.split(" "));
const ENGLISH = new RegExp(`(?<![\\w-])(?:${SMALL.replaceAll(" ", "|")})(?![\\w-])`, "gi");
const OTHER_LETTER = /[^\P{L}A-Za-z]/u;

function isEnglish(text: string, own: string): boolean {
  const { words: least, small } = isLatin(own) ? NEXT_TO_LATIN : NEXT_TO_OTHERS;
  const words = text.match(/[A-Za-z]+(?:['’][a-z]+)?/g) ?? [];
  if (words.length < least || (text.match(ENGLISH)?.length ?? 0) < small) return false;
  const lower = words.filter((word) => /^[a-z]/.test(word)).length;
  if (lower < words.length * LEAST_LOWER) return false;
  const known = words.filter((word) => {
    const stem = word.toLowerCase().replace(/['’].*/, "");
    return isWord(stem);
  });
  return known.length >= words.length * LEAST_KNOWN;
}

function isLatin(language: string): boolean {
  return new Intl.Locale(language).maximize().script === "Latn";
}

/** Whether a sentence is somebody else's words: quoted, named, linked or announced. */
function isMeant(
  article: Article,
  prose: ProseText,
  { start, end }: Range,
  before: ProseText | undefined,
): boolean {
  const { text } = prose;
  const { element, kind } = prose.paragraph;
  // An item that begins with a link names another page, in its language.
  const from = prose.paragraph.range.start;
  const isLink = article.source.slice(from - 1, from + 1).includes("[");
  const isItem = !isLink && element !== undefined && isLoneItem(article, element);
  if (!isItem && isCited(article, prose, before)) return true;
  if (!isItem && (kind !== "paragraph" || element?.tagName !== "p")) return true;
  if (article.originOf(element) !== "markdown") return true;
  const written = prose.sourceOf(start, end);
  // Tags color code.
  if (/<span|&nbsp;/.test(written)) return true;
  if (!/[.!?:][*_]*$/.test(text.slice(start, end))) return true;
  if (isWithinQuotation(text, start)) return true;
  return (
    /["'“”„‚«»‘「『《〈(（[:：=*_`|→>-]\s*$/.test(text.slice(0, start)) ||
    /^\s*["'“”»’」』》〉)）]/.test(text.slice(end))
  );
}

/** Whether an item of a list is the only one without a letter that English has not, and no quotation. */
function isLoneItem(article: Article, element: Element): boolean {
  const parent = article.parentOf(element);
  const item = element.tagName === "li" ? element : parent;
  const list = item === undefined ? undefined : article.parentOf(item);
  if (item?.tagName !== "li" || list === undefined || !/^[uo]l$/.test(list.tagName)) return false;
  const others = list.children.filter(
    (child): child is Element => child.type === "element" && child !== item,
  );
  for (let at: Element | undefined = list; at !== undefined; at = article.parentOf(at))
    if (/^(?:blockquote|figure|details|aside)$/.test(at.tagName)) return false;
  return (
    others.length >= LEAST_ITEMS &&
    others.every((other) => OTHER_LETTER.test(textContentOf(article, other).text))
  );
}

/** An English heading of a translation, whose id shows that the original has it. */
export function foreignHeadings(article: Article): readonly ForeignSentence[] {
  const own = languageOf(article);
  if (own === undefined || !isTranslation(article, own)) return [];
  return headingsOf(article).flatMap(({ text, id, code, range }) =>
    code === undefined && id !== undefined && id === slugOf(text) && isPlain(text)
      ? [{ language: "en" as const, own, range }]
      : [],
  );
}

/** Whether headings in another script have ids in English: those of the original. */
const translatedHeadings = perArticle((article) => {
  const named = headingsOf(article).filter(({ id }) => id !== undefined && /^[a-z\d-]+$/.test(id));
  return { named, translated: named.filter(({ text }) => OTHER_LETTER.test(text)) };
});

function isTranslation(article: Article, own: string): boolean {
  const { named, translated } = translatedHeadings(article);
  const isMost = translated.length >= named.length * MOST_TRANSLATED;
  return !isLatin(own) && translated.length >= LEAST_HEADINGS && isMost;
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Whether a heading has a plain word of English: names and titles have capitals. */
function isPlain(text: string): boolean {
  if (!/^[A-Z][A-Za-z'’,?! -]+$/.test(text)) return false;
  const [first, ...others] = text.match(/[A-Za-z'’]+/g) ?? [];
  return first !== undefined && others.some((word) => /^[a-z]{3,}$/.test(word) && isWord(word));
}

function isWord(word: string): boolean {
  return SMALL_WORDS.has(word) || isCommonEnglish(word);
}

/** Whether a quotation is open at a place: a quoted title may have several sentences. */
function isWithinQuotation(text: string, start: number): boolean {
  const before = text.slice(0, start);
  const straight = before.split('"').length - 1;
  const after = text.slice(start);
  if (straight % 2 === 1 && after.includes('"')) return true;
  return (
    [
      ["“", "”"],
      ["„", "“"],
      ["«", "»"],
      ["「", "」"],
    ] as const
  ).some(([opening, closing]) => {
    const open = before.lastIndexOf(opening);
    return open > before.lastIndexOf(closing) && after.includes(closing);
  });
}
