import * as z from "zod";
import { type Article, type ArticleFacts, type Range, rangeOf } from "../../../src/rules.js";

/** Code within a sentence that has a number, as it is written and where it begins. */
export const codesSchema = z
  .array(z.strictObject({ text: z.string(), start: z.int().min(0) }))
  .readonly();

type Code = z.infer<typeof codesSchema>[number];

/** Shorter code says too little of which value it is: `h2`, `v1`. */
const LEAST = 5;
const LONGEST = 100;
/** So many other editions must agree. */
const LEAST_AGREEING = 3;

/** The code with numbers within the sentences of an article. */
export function numberedCodes(article: Article): readonly Code[] {
  return article.elements.flatMap((element) => {
    if (element.tagName !== "code" || article.parentOf(element)?.tagName === "pre") return [];
    const { start, end } = rangeOf(element);
    const text = article.source.slice(start, end).replace(/^`+ ?| ?(?<!`)`+$/g, "");
    if (text.length < LEAST || text.length > LONGEST || !/\d/.test(text)) return [];
    return [{ text, start: start + article.source.slice(start, end).indexOf(text) }];
  });
}

interface Edition {
  readonly facts: ArticleFacts;
  readonly codes: readonly Code[];
}

interface OtherCode {
  readonly facts: ArticleFacts;
  readonly code: Code;
  readonly range: Range;
  /** What all other editions have in its place. */
  readonly usual: string;
  readonly count: number;
}

/**
 * Code whose numbers differ from those that all other editions of the page have in its place. What an edition has no
 * counterpart of says nothing: it may be older.
 */
export function otherCodes(editions: readonly Edition[]): readonly OtherCode[] {
  if (editions.length <= LEAST_AGREEING) return [];
  const byShape = new Map<string, Map<Edition, Code[]>>();
  for (const edition of editions) {
    for (const code of edition.codes) {
      const shape = code.text.replace(/\d+/g, "0");
      const members = byShape.get(shape) ?? new Map<Edition, Code[]>();
      byShape.set(shape, members);
      const known = members.get(edition);
      if (known === undefined) members.set(edition, [code]);
      else known.push(code);
    }
  }
  return [...byShape.values()].flatMap(oddOneIn);
}

function oddOneIn(members: ReadonlyMap<Edition, readonly Code[]>): readonly OtherCode[] {
  const bySequence = new Map<string, Edition[]>();
  for (const [edition, codes] of members) {
    const sequence = codes.map(({ text }) => text).join("\0");
    bySequence.set(sequence, [...(bySequence.get(sequence) ?? []), edition]);
  }
  if (bySequence.size !== 2) return [];
  const [few, many] = [...bySequence.values()].sort((left, right) => left.length - right.length);
  const [odd, ...more] = few ?? [];
  const [usual] = many ?? [];
  if (odd === undefined || usual === undefined || more.length > 0) return [];
  if (many === undefined || many.length < LEAST_AGREEING) return [];
  const own = members.get(odd) ?? [];
  const others = members.get(usual) ?? [];
  const differing = own.flatMap((code, index) => {
    const other = others[index];
    return other === undefined || other.text === code.text ? [] : [{ code, other }];
  });
  const [found, ...further] = differing;
  if (own.length !== others.length || found === undefined || further.length > 0) return [];
  const { code, other } = found;
  const range = { start: code.start, end: code.start + code.text.length };
  return [{ facts: odd.facts, code, range, usual: other.text, count: many.length }];
}
