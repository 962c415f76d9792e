import * as z from "zod";
import { type ArticleFacts, normaliseText, rangeSchema, readFact } from "../../../src/rules.js";

/** The rule that leaves the alt texts. */
export const ALT_PLACEHOLDER = "image/alt-placeholder";

/** An alt text on at least this many images in at least this many articles may fit any image. */
const FEWEST = 5;
/** It must also be in this share of the articles with alt text: a site of a thousand may well have five roadmaps. */
const LEAST_SHARE = 0.05;

/** An alt text of an article; those whose words alone show a flaw are left out. */
const usedAltSchema = z.strictObject({
  /** As first written, on one line. */
  alt: z.string(),
  /** The first place where it appears. */
  range: rangeSchema,
  /** Fingerprints of the different images that have it. */
  pictures: z.array(z.string()),
});

export type UsedAlt = z.infer<typeof usedAltSchema>;

/** What is left of an article. */
export const usedAltsSchema = z.array(usedAltSchema);

/** How often an alt text is used in a site. */
export interface AltUse {
  readonly articles: number;
  readonly pictures: number;
}

/** The alt texts that a site puts on any image, learned from their frequency; keys are normalized. */
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
