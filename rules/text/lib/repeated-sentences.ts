import {
  type Article,
  areInEntries,
  areParallel,
  endsAsSentence,
  fingerprintOf,
  isRunningText,
  type Paragraph,
  paragraphsOf,
  type Range,
  sentencesOf,
  weightedLength,
} from "../../../src/rules.js";
import { sharedStretches } from "./shared-stretches.js";
import { type SentenceInArticle, similarSentences } from "./similar-sentences.js";

/** One sentence, or several in a row, that the article already contains. */
export interface Repetition {
  /** Fingerprint of the (first) repeated sentence. */
  readonly hash: string;
  readonly range: Range;
  readonly first: Range;
  /** Fingerprints of the two paragraphs. */
  readonly paragraphs: [string, string];
  readonly exact: boolean;
}

/** More copies than this in one article are a refrain or a template, not a mistake. */
const MOST_COPIES = 3;
/** Shorter sentences are ignored, even as parts of a repeated passage. */
const LEAST_WEIGHT = 16;
/** A statement right after itself is a slip, however short: nothing is between the two that it may answer. */
const LEAST_OF_NEIGHBOURS = 20;
/** A shorter one may be said again for emphasis. */
const LEAST_WORDS = 4;

/**
 * Finds sentences that are repeated in an article. A passage of several sentences counts as one repetition.
 * Sentences of paragraphs that are the same as a whole are left to text/duplicate-paragraph.
 *
 * @param minWeight least weighted length of a repeated passage
 * @param threshold least similarity (Jaccard index of five-token shingles) of sentences that are not the same
 */
export function repeatedSentences(
  article: Article,
  minWeight: number,
  threshold: number,
): readonly Repetition[] {
  const sentences = sentencesIn(article);
  const places = new Map<string, number[]>();
  for (const [index, { hash }] of sentences.entries()) {
    const known = places.get(hash);
    if (known === undefined) places.set(hash, [index]);
    else known.push(index);
  }
  const firstOf = (index: number): number | undefined => {
    const sentence = sentences[index];
    const copies = places.get(sentence?.hash ?? "") ?? [];
    if (copies.length > MOST_COPIES) return undefined;
    return copies.find((first) => first < index && mayCompare(article, sentences[first], sentence));
  };

  const found: Repetition[] = [];
  for (let index = 0; index < sentences.length; index++) {
    const first = firstOf(index);
    if (first === undefined) continue;
    let length = 1;
    while (
      firstOf(index + length) === first + length &&
      sentences[index + length]?.paragraph === sentences[index]?.paragraph &&
      sentences[first + length]?.paragraph === sentences[first]?.paragraph &&
      first + length < index
    ) {
      length++;
    }
    const again = sentences.slice(index, index + length);
    const weight = again.reduce((sum, sentence) => sum + sentence.weight, 0);
    const isNext = first + length === index && again.every(({ text }) => isStatement(text));
    const least = isNext ? Math.min(minWeight, LEAST_OF_NEIGHBOURS) : minWeight;
    const isAside = sentences[first]?.paragraph === sentences[index]?.paragraph;
    if (weight >= (isAside ? least : minWeight)) {
      found.push(repetition(again, sentences.slice(first, first + length), true));
    }
    index += length - 1;
  }

  const single = sentences.filter(
    ({ hash, weight }) => weight >= minWeight && places.get(hash)?.length === 1,
  );
  for (const [again, first] of similarSentences(single, threshold)) {
    if (mayCompare(article, first, again)) found.push(repetition([again], [first], false));
  }
  return found.sort((left, right) => left.range.start - right.range.start);
}

function isStatement(text: string): boolean {
  if (text.endsWith("。")) return true;
  return text.endsWith(".") && text.split(/\s+/).length >= LEAST_WORDS;
}

/** How many stretches in a row a paragraph must share with the rest of the article to be split into sentences. */
const LEAST_SHARED = 3;

/** Paragraphs that share enough with other text to hold a repeated passage. */
function promising(article: Article): readonly (readonly [index: number, Paragraph])[] {
  const running = [...paragraphsOf(article).entries()].filter(([, paragraph]) =>
    isRunningText(paragraph),
  );
  const stretches = sharedStretches(running.map(([, { text }]) => text));
  return running.filter((_, index) => {
    const { all = 0, inARow = 0 } = stretches[index] ?? {};
    // A short text has fewer, of which a copied sentence shares all; one without any cannot be judged by them.
    return inARow >= Math.min(all, LEAST_SHARED);
  });
}

function sentencesIn(article: Article): readonly SentenceInArticle[] {
  const sentences: SentenceInArticle[] = [];
  for (const [index, paragraph] of promising(article)) {
    const paragraphHash = fingerprintOf(paragraph.text);
    for (const { text, start, end } of sentencesOf(paragraph.text)) {
      if (!endsAsSentence(text)) continue;
      const weight = weightedLength(text.replace(/\s+/gu, " "));
      if (weight < LEAST_WEIGHT) continue;
      const hash = fingerprintOf(text);
      const range = paragraph.rangeOf(start, end);
      const { list, kind } = paragraph;
      sentences.push({ text, hash, weight, range, paragraph: index, list, kind, paragraphHash });
    }
  }
  return sentences;
}

function mayCompare(
  article: Article,
  first: SentenceInArticle | undefined,
  again: SentenceInArticle | undefined,
): boolean {
  if (first === undefined || again === undefined) return false;
  if (first.paragraph === again.paragraph) return true;
  return (
    first.paragraphHash !== again.paragraphHash &&
    !areParallel(first, again) &&
    !areInEntries(article, first, again)
  );
}

function repetition(
  again: readonly SentenceInArticle[],
  first: readonly SentenceInArticle[],
  exact: boolean,
): Repetition {
  return {
    hash: again[0]?.hash ?? "",
    range: spanOf(again),
    first: spanOf(first),
    paragraphs: [again[0]?.paragraphHash ?? "", first[0]?.paragraphHash ?? ""],
    exact,
  };
}

function spanOf(sentences: readonly SentenceInArticle[]): Range {
  return { start: sentences[0]?.range.start ?? 0, end: sentences.at(-1)?.range.end ?? 0 };
}
