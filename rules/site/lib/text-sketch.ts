import * as z from "zod";
import type { Article } from "../../../src/article/article.js";
import type { ArticleFacts } from "../../../src/facts/facts.js";
import { ownFacts } from "../../../src/rule/own-facts.js";
import { type Sketch, similarityOf, sketchOf } from "./minhash.js";
import { publicationSchema } from "./publication.js";

/** The rule that leaves the sketches. */
export const NEAR_DUPLICATE = "site/near-duplicate";

const NO_TEXT: ReadonlySet<string> = new Set(["script", "style", "template", "noscript"]);

/** The fact that is left for a published article, so that its copies can be found. */
export const sketchSchema = publicationSchema.extend({
  /** The minima of its text (`minhash.ts`). */
  minima: z.string(),
  /** Smallest share of the wording that makes it a copy of an older article. */
  threshold: z.number(),
});

export type SketchFact = z.infer<typeof sketchSchema>;

const facts = ownFacts(sketchSchema);

/** Returns a sketch, to be left as a fact. */
export const leaveSketch = (fact: SketchFact): SketchFact => facts.leave(fact);

/** The sketch that was left for an article; undefined for articles that are not compared. */
export function sketchFactOf(article: ArticleFacts): SketchFact | undefined {
  const fact = article.rules[NEAR_DUPLICATE];
  return fact === undefined ? undefined : facts.read(fact);
}

/** Whether site/near-duplicate reports an article as a copy of another one, if that rule is on. */
export function isNearCopy(copy: ArticleFacts, original: ArticleFacts): boolean {
  const left = sketchFactOf(copy);
  const right = sketchFactOf(original);
  if (left === undefined || right === undefined) return false;
  return similarityOf(left.minima, right.minima) >= left.threshold;
}

/** The sketch of the texts of an article, code included: pages that differ only in their code are different pages. */
export function sketchArticle(article: Article): Sketch {
  const texts: string[] = [];
  for (const text of article.texts) {
    const parent = article.parentOf(text);
    if (parent === undefined || !NO_TEXT.has(parent.tagName)) texts.push(text.value);
  }
  return sketchOf(texts.join("\n"));
}
