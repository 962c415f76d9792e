import type { Slugger } from "../../engine/engine.js";
import type { ArticleFacts } from "../../facts/facts.js";
import { numberedIds } from "../numbered-ids.js";
import { blackfriday, github, goldmark } from "../sluggers.js";

/** How a site makes ids: `markup.goldmark.parser`. */
export interface HugoIds {
  /** `autoIDType`; undefined where the config does not say. */
  readonly type: string | undefined;
  readonly isForHeadings: boolean;
  readonly isForTerms: boolean;
  /** Whether the site may be built with Blackfriday, which Hugo had before 0.60. */
  readonly mayBeOld: boolean;
}

/** goldmark `github-ascii`: accents go, and what is no ASCII then. */
export const goldmarkAscii: Slugger = (text) =>
  goldmark(
    text
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "")
      .replace(/[^\p{ASCII}]/gu, ""),
  );

/** Ids of an article's headings and terms that give none of their own, repeated ones numbered in their order. */
export function anchorsOf(facts: ArticleFacts, ids: HugoIds): readonly string[] {
  const { headings, terms = [] } = facts;
  const named = [
    ...(ids.isForHeadings ? headings.filter(({ id }) => id === undefined) : []),
    ...(ids.isForTerms ? terms : []),
  ];
  return sluggersOf(ids).flatMap((slug) => numberedIds(named, slug));
}

function sluggersOf({ type, mayBeOld }: HugoIds): readonly Slugger[] {
  if (type === "blackfriday") return [blackfriday];
  if (type === "github-ascii") return [goldmarkAscii];
  return mayBeOld ? [goldmark, github, blackfriday] : [goldmark, github];
}
