import * as z from "zod";
import { type ArticleFacts, normaliseText, rangeSchema, readFact } from "../../../src/rules.js";

/** The rule that leaves the text alternatives. */
export const ALT_PLACEHOLDER = "image/alt-placeholder";

/** A text alternative that stands on as many pictures in as many articles at least may fit every picture. */
const FEWEST = 5;
/** And in this part of the site's articles that have any: one in a thousand may well have five roadmaps. */
const LEAST_SHARE = 0.05;

/** A text alternative of an article, without those whose words alone show a flaw. */
const usedAltSchema = z.strictObject({
  /** As written where it stands first, on one line. */
  alt: z.string(),
  /** Where it stands first. */
  range: rangeSchema,
  /** Fingerprints of the different pictures it stands on. */
  pictures: z.array(z.string()),
});

export type UsedAlt = z.infer<typeof usedAltSchema>;

/** What is left of an article. */
export const usedAltsSchema = z.array(usedAltSchema);

/** How often a text alternative is used in a site. */
export interface AltUse {
  readonly articles: number;
  readonly pictures: number;
}

/** The text alternatives of a site that are put on any picture, learned by their frequency; keys are normalised. */
export function learnedAlts(
  articles: readonly { readonly facts: ArticleFacts }[],
): ReadonlyMap<string, AltUse> {
  const uses = new Map<string, { articles: number; readonly pictures: Set<string> }>();
  let withAlts = 0;
  for (const article of articles) {
    const alts = readFact(article.facts, ALT_PLACEHOLDER, usedAltsSchema) ?? [];
    if (alts.length > 0) withAlts++;
    for (const { alt, pictures } of alts) {
      const key = normaliseText(alt);
      const use = uses.get(key) ?? { articles: 0, pictures: new Set<string>() };
      uses.set(key, use);
      use.articles++;
      for (const picture of pictures) use.pictures.add(picture);
    }
  }
  const fewest = Math.max(FEWEST, withAlts * LEAST_SHARE);
  return new Map(
    [...uses].flatMap(([alt, { articles: count, pictures }]) =>
      count >= fewest && pictures.size >= fewest
        ? [[alt, { articles: count, pictures: pictures.size }] as const]
        : [],
    ),
  );
}
