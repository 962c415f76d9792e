import {
  type Article,
  type Element,
  type Nodes,
  nodeAfter,
  type ProseText,
  proseTextsOf,
  type Range,
  rangeOf,
} from "../../../../src/rules.js";
import table from "./cut-off.json" with { type: "json" };

/** A paragraph that ends in the middle of a sentence. */
export interface CutOff {
  /** Its last word. */
  readonly word: string;
  readonly range: Range;
}

const WORDS = setsOf(table.words);
const SPACELESS = Object.entries(table.spaceless).map(
  ([language, words]) => [language, words.split(" ")] as const,
);
/** Longer words that end like one of these: 求和 is a sum. */
const LONGER: readonly string[] = table.longer.split(" ");
const LAST_WORD = /(?:^|\s)(\p{Ll}+)$/u;
/** Shorter texts are labels. */
const LEAST_WORDS = 5;
const LEAST_SIGNS = 8;
/** What closes a paragraph behind its last word: marks of emphasis and closing tags. */
const CLOSING = /^(?:[*_~\s]|<\/[a-z]{1,10}>){0,20}$/;
const NEW_SENTENCE = /^["“'‘(]?\p{Lu}/u;
const NEW_CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Paragraphs whose last word cannot end a sentence, and which nothing continues. */
export function cutOffs(article: Article): readonly CutOff[] {
  const proses = proseTextsOf(article);
  return proses.flatMap((prose, index) => {
    const { paragraph, language } = prose;
    const { element, kind } = paragraph;
    if (kind !== "paragraph" || element === undefined || paragraph.list !== undefined) return [];
    if (paragraph.inTable || paragraph.inAside || language === undefined) return [];
    const word = unfinished(prose.text, language);
    if (word === undefined) return [];
    const { text } = prose;
    const range = paragraph.rangeOf(text.length - word.length, text.length);
    const rest = article.source.slice(range.end, rangeOf(element).end);
    if (!CLOSING.test(rest) || !isLast(article, element, proses[index + 1])) return [];
    return [{ word, range }];
  });
}

/** The last word of a text, where no sentence can end with it. */
function unfinished(text: string, language: string): string | undefined {
  const words = WORDS.get(language);
  if (words !== undefined) {
    const word = LAST_WORD.exec(text.slice(-40))?.[1];
    if (word === undefined || !words.has(word)) return undefined;
    return text.split(/\s+/, LEAST_WORDS).length < LEAST_WORDS ? undefined : word;
  }
  if (text.length < LEAST_SIGNS) return undefined;
  const list = SPACELESS.find(([name]) => name === language)?.[1] ?? [];
  const word = list.find((one) => text.endsWith(one));
  return word === undefined || LONGER.some((one) => text.endsWith(one)) ? undefined : word;
}

/** Whether a paragraph is followed by a new one, a heading or the end of the article, not by what its sentence goes on with. */
function isLast(article: Article, element: Element, after: ProseText | undefined): boolean {
  const next = nodeAfter(article, element);
  const end = next === undefined ? article.source.length : startOf(next);
  // A template tag between the two may print anything.
  if (article.source.slice(rangeOf(element).end, end).trim() !== "") return false;
  if (next === undefined) return article.parentOf(element) === undefined;
  if (next.type !== "element") return false;
  if (/^h[1-6]$/.test(next.tagName)) return true;
  if (next.tagName !== "p" || after?.paragraph.element !== next) return false;
  const { source } = article;
  const { start } = rangeOf(next);
  const first = source.slice(start, start + 4).replace(/^<p>/, "");
  return NEW_SENTENCE.test(first) || NEW_CJK.test(first);
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function setsOf(lists: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(lists).map(([language, words]) => [language, new Set(words.split(" "))]),
  );
}
