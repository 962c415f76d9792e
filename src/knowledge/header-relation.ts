import { z } from "zod";
import { rangeSchema } from "../site/facts.js";

/** A picture as an article names it, with its place. */
export const pictureFactSchema = z.strictObject({ url: z.string(), range: rangeSchema, unknown: z.boolean() });

/** The header images of an article and the pictures of its body, for comparison over a whole site. */
export const headerFactSchema = z.strictObject({
  fields: z.array(
    pictureFactSchema.extend({ field: z.string(), role: z.enum(["hero", "thumbnail", "share"]) }),
  ),
  /** The lead image of the body, if it opens with one. */
  lead: pictureFactSchema.nullable(),
  body: z.array(pictureFactSchema),
});

export type PictureFact = z.infer<typeof pictureFactSchema>;
export type HeaderFact = z.infer<typeof headerFactSchema>;

/** How the header image and the pictures of the body belong together. */
export type HeaderRelation = "lead" | "in-body" | "not-in-body" | "any";

/** What one article shows of its site's custom. */
export interface HeaderWitness {
  readonly hasLead: boolean;
  readonly isLead: boolean;
  readonly isInBody: boolean;
}

/** A custom of the site, with how many of how many articles follow it. */
export interface HeaderNorm {
  readonly relation: Exclude<HeaderRelation, "any">;
  readonly following: number;
  readonly total: number;
}

const FEWEST = 20;
const SHARE = 0.9;

/**
 * The site's own norm: at least 20 articles show it and 90 % follow it.
 *
 * @param witnesses articles with both a header image and images in the body
 */
export function headerNormOf(witnesses: readonly HeaderWitness[]): HeaderNorm | undefined {
  const opening = witnesses.filter(({ hasLead }) => hasLead);
  const candidates: readonly HeaderNorm[] = [
    { relation: "lead", following: opening.filter(({ isLead }) => isLead).length, total: opening.length },
    { relation: "in-body", following: witnesses.filter(({ isInBody }) => isInBody).length, total: witnesses.length },
    { relation: "not-in-body", following: witnesses.filter(({ isInBody }) => !isInBody).length, total: witnesses.length },
  ];
  return candidates.find(({ following, total }) => total >= FEWEST && following / total >= SHARE);
}
