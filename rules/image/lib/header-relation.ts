import * as z from "zod";
import { rangeSchema } from "../../../src/rules.js";
import type { Likeness, WrittenPicture } from "./picture-likeness.js";

/** An image as an article names it, with its place. */
export const pictureFactSchema = z.strictObject({
  url: z.string(),
  range: rangeSchema,
  unknown: z.boolean(),
});

/** The header images of an article and the images of its body, for comparison over a whole site. */
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

/** How the header image and the images of the body relate. */
export type HeaderRelation = "lead" | "in-body" | "not-in-body" | "any";

/** What one article shows of the practice of its site. */
export interface HeaderWitness {
  readonly hasLead: boolean;
  readonly isLead: boolean;
  readonly isInBody: boolean;
}

/** A practice of the site, with the number of articles that follow it and of all that could. */
export interface HeaderNorm {
  readonly relation: Exclude<HeaderRelation, "any">;
  readonly following: number;
  readonly total: number;
}

const FEWEST = 20;
const SHARE = 0.9;

/**
 * The site's own norm: at least 20 articles can show it, and 90% follow it.
 *
 * @param witnesses articles with both a header image and images in the body
 */
export function headerNormOf(witnesses: readonly HeaderWitness[]): HeaderNorm | undefined {
  const opening = witnesses.filter(({ hasLead }) => hasLead);
  const candidates: readonly HeaderNorm[] = [
    {
      relation: "lead",
      following: opening.filter(({ isLead }) => isLead).length,
      total: opening.length,
    },
    {
      relation: "in-body",
      following: witnesses.filter(({ isInBody }) => isInBody).length,
      total: witnesses.length,
    },
    {
      relation: "not-in-body",
      following: witnesses.filter(({ isInBody }) => !isInBody).length,
      total: witnesses.length,
    },
  ];
  return candidates.find(({ following, total }) => total >= FEWEST && following / total >= SHARE);
}

type Compare = (left: WrittenPicture, right: WrittenPicture) => Likeness;

/** What is wrong between header image and article, with the places that show it. */
export type HeaderVerdict =
  | { readonly kind: "fields"; readonly hero: HeaderPicture; readonly other: HeaderPicture }
  | { readonly kind: "lead"; readonly hero: HeaderPicture; readonly other: PictureFact }
  | { readonly kind: "inBody"; readonly hero: HeaderPicture; readonly other: PictureFact }
  | {
      readonly kind: "notInBody";
      readonly hero: HeaderPicture;
      readonly other: PictureFact | undefined;
    };

/** One of the image keys of an article. */
export type HeaderPicture = HeaderFact["fields"][number];

/**
 * Judges the header images of one article. What is not known here is never wrong.
 *
 * @param heroes the header images in source order, without unknown values and placeholder services
 * @param learned whether the relation is the site's norm, which an article without images does not break
 */
export function judgeHeader(
  heroes: readonly HeaderPicture[],
  { lead, body }: Pick<HeaderFact, "lead" | "body">,
  relation: HeaderRelation,
  learned: boolean,
  compare: Compare,
): HeaderVerdict | undefined {
  const [hero, ...others] = heroes;
  if (hero === undefined) return undefined;
  const odd = others.find((other) => compare(hero, other) === "different");
  if (odd !== undefined) return { kind: "fields", hero, other: odd };
  if (relation === "lead" && lead !== null && compare(hero, lead) === "different") {
    return { kind: "lead", hero, other: lead };
  }
  if (relation === "in-body" && !(learned && body.length === 0)) {
    const absent = body.every((picture) => compare(hero, picture) === "different");
    return absent ? { kind: "notInBody", hero, other: body[0] } : undefined;
  }
  if (relation !== "not-in-body") return undefined;
  const copy = body.find((picture) => compare(hero, picture) === "same");
  return copy && { kind: "inBody", hero, other: copy };
}

/** What one article shows of the practice of its site; undefined without a header image or without images. */
export function witnessOf(
  hero: HeaderPicture | undefined,
  { lead, body }: Pick<HeaderFact, "lead" | "body">,
  compare: Compare,
): HeaderWitness | undefined {
  if (hero === undefined || body.length === 0) return undefined;
  return {
    hasLead: lead !== null,
    isLead: lead !== null && compare(hero, lead) !== "different",
    isInBody: body.some((picture) => compare(hero, picture) !== "different"),
  };
}
