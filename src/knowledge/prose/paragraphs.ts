import type { Article } from "../../article/article.js";
import { perArticle } from "../../article/per-article.js";
import type { ParagraphFact } from "../../facts/facts.js";
import { fingerprintOf } from "../text/normalise.js";
import { weightedLength } from "../text/weighted-length.js";
import { type Paragraph, readParagraphs } from "./paragraph-reader.js";
import { endsAsSentence, isQuestion } from "./sentences.js";

export type { Paragraph } from "./paragraph-reader.js";

/** Paragraphs below this weight are too short for a repetition to mean anything. */
export const LEAST_COMPARED_WEIGHT = 30;

/** A paragraph with what comparing it takes. */
export interface ComparedParagraph {
  readonly paragraph: Paragraph;
  /** Fingerprint of the normalised text. */
  readonly hash: string;
  /** Weighted length, white space collapsed. */
  readonly weight: number;
}

/** Every paragraph of an article, in source order. Read once per article. */
export const paragraphsOf: (article: Article) => readonly Paragraph[] = perArticle(readParagraphs);

/**
 * Whether a paragraph is running text whose repetition would be a mistake: no heading, table, code or
 * pull quote.
 */
export function isRunningText(paragraph: Paragraph): boolean {
  return (
    paragraph.kind !== "heading" &&
    paragraph.kind !== "term" &&
    paragraph.kind !== "cell" &&
    !paragraph.inTable &&
    !paragraph.inAside &&
    !paragraph.onlyCode
  );
}

/** Items of two different lists say the same on purpose: steps of two procedures, notes of two releases. */
export function areParallel(
  left: Pick<Paragraph, "list">,
  right: Pick<Paragraph, "list">,
): boolean {
  return left.list !== undefined && right.list !== undefined && left.list !== right.list;
}

/** The paragraphs that are worth comparing with others. */
export const comparedParagraphs: (article: Article) => readonly ComparedParagraph[] =
  perArticle(compareParagraphs);

function compareParagraphs(article: Article): readonly ComparedParagraph[] {
  const compared: ComparedParagraph[] = [];
  for (const paragraph of paragraphsOf(article)) {
    if (!isRunningText(paragraph) || !endsAsSentence(paragraph.text)) continue;
    if (isQuestion(paragraph.text)) continue;
    const weight = weightedLength(paragraph.text.replace(/\s+/gu, " "));
    if (weight < LEAST_COMPARED_WEIGHT) continue;
    compared.push({ paragraph, hash: fingerprintOf(paragraph.text), weight });
  }
  return compared;
}

/** The same paragraphs as facts for the site index. */
export function paragraphFacts(article: Article): ParagraphFact[] {
  return comparedParagraphs(article).map(({ paragraph, hash, weight }) => ({
    hash,
    weight,
    range: { start: paragraph.range.start, end: paragraph.range.end },
  }));
}
