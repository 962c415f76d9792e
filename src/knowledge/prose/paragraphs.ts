import type { Element } from "hast";
import type { Article } from "../../article/article.js";
import { perArticle } from "../../article/per-article.js";
import type { Range } from "../../article/range.js";
import type { ParagraphFact } from "../../facts/facts.js";
import { endsAsSentence, isQuestion, isRunningText } from "../text/comparable.js";
import { fingerprintOf } from "../text/normalise.js";
import { weightedLength } from "../text/weighted-length.js";
import { readParagraphs } from "./paragraph-reader.js";

/** What a paragraph is written as. `run` is bare text in a container such as `<div>`. */
export type ParagraphKind =
  | "paragraph"
  | "item"
  | "caption"
  | "definition"
  | "term"
  | "cell"
  | "heading"
  | "run";

/** One stretch of prose that a reader sees as a unit, ended by a block or by `<br>`. */
export interface Paragraph {
  /** Text as read, without blanks at either end; template tags stand in it as written. */
  readonly text: string;
  /** From the first to the last character of `text`, inline markup between them included. */
  readonly range: Range;
  /** Source offset of the character at `index` of `text`; `text.length` gives `range.end`. */
  offsetOf(index: number): number;
  /** Source range of `text.slice(start, end)`, which must not be empty. */
  rangeOf(start: number, end: number): Range;
  /** The nearest block element; undefined for text at the top of the tree. */
  readonly element: Element | undefined;
  readonly kind: ParagraphKind;
  readonly inTable: boolean;
  /** The nearest list it stands in. */
  readonly list: Element | undefined;
  /** In `<aside>` or a pull quote, which repeat the text on purpose. */
  readonly inAside: boolean;
  /** True when the text is inline code and nothing else. */
  readonly onlyCode: boolean;
}

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

/** The paragraphs that are worth comparing with others (RULES, text/duplicate-paragraph). */
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
