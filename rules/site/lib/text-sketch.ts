import * as z from "zod";
import { type Article, type ArticleFacts, readFact } from "../../../src/rules.js";
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

/** Whether an article is reported as a copy of another one, if the rule for that is on. */
export function isNearCopy(copy: ArticleFacts, original: ArticleFacts): boolean {
  const left = readFact(copy, NEAR_DUPLICATE, sketchSchema);
  const right = readFact(original, NEAR_DUPLICATE, sketchSchema);
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
