import * as z from "zod";
import { isCommonEnglish, misspellingOf, nearestOf, rangeSchema } from "../../../src/rules.js";
import { foldPlural } from "./taxonomy.js";

/** A tag or category as an article passes it to the site stage. */
export const termFactSchema = z.strictObject({
  taxonomy: z.enum(["tags", "categories"]),
  name: z.string(),
  /** The name without its quotation marks. */
  range: rangeSchema,
});

export type TermFact = z.infer<typeof termFactSchema>;

/** A term that most other articles spell differently. */
export interface OddSpelling {
  readonly path: string;
  readonly term: TermFact;
  /** The site's usual spelling. */
  readonly spelling: string;
  /** The number of articles with the usual spelling. */
  readonly articles: number;
  readonly example: { readonly path: string; readonly term: TermFact };
}

interface Use {
  readonly path: string;
  readonly term: TermFact;
}

/**
 * Terms whose spelling is rarer than another spelling of the same term. If two spellings are equally common, the one in
 * the first article by path counts as usual. Articles that use both are left to the check of the article itself.
 */
export function spellingsAcross(
  facts: readonly { readonly path: string; readonly terms: readonly TermFact[] }[],
): readonly OddSpelling[] {
  const groups = new Map<string, Map<string, Use[]>>();
  for (const { path, terms } of facts) {
    for (const term of terms) {
      const key = `${term.taxonomy} ${foldPlural(term.name)}`;
      const spellings = groups.get(key) ?? new Map<string, Use[]>();
      groups.set(key, spellings);
      const uses = spellings.get(term.name) ?? [];
      spellings.set(term.name, uses);
      uses.push({ path, term });
    }
  }
  return [...groups.values()].flatMap((spellings) => {
    if (spellings.size < 2) return [];
    const sorted = [...spellings].sort(([, a], [, b]) => b.length - a.length);
    const [[spelling, usual] = ["", []]] = sorted;
    const [example] = usual;
    if (example === undefined) return [];
    const withUsual = new Set(usual.map(({ path }) => path));
    return sorted
      .slice(1)
      .flatMap(([, uses]) =>
        uses
          .filter(({ path }) => !withUsual.has(path))
          .map((use) => ({ ...use, spelling, articles: withUsual.size, example })),
      );
  });
}

/** A name of so many articles is one that the rare names may be slips of. */
const LEAST_MEANT = 5;
/** A name of two articles shows what a slip of the hand was to be that makes no word: neighbours swapped, a letter lost. */
const LEAST_OF_SLIP = 2;
/** A four-letter name that is no word is a slip for one that half of the articles, and at least so many, have. */
const PILLAR = 40;
const PILLAR_SHARE = 0.5;
const SHORTEST_OF_PILLAR = 4;
const SHORTEST_SWAP = 6;
const SHORTEST_LOSS = 9;
/** Shorter names are near many others; of this length, only those with two letters swapped are slips. */
const SHORTEST = 5;
/** From this length on, another letter in the place of one makes no other word. */
const LONG = 9;

/** Terms of one article that are a letter off a term that many others have. */
export function misspellingsAcross(
  facts: readonly { readonly path: string; readonly terms: readonly TermFact[] }[],
): readonly OddSpelling[] {
  const uses = new Map<string, Use[]>();
  for (const { path, terms } of facts)
    for (const term of terms) {
      const key = `${term.taxonomy} ${term.name}`;
      const known = uses.get(key);
      if (known === undefined) uses.set(key, [{ path, term }]);
      else known.push({ path, term });
    }
  const all = [...uses.values()];
  const common = all.filter(({ length }) => length >= LEAST_OF_SLIP);
  const pillars = common.filter(
    ({ length }) => length >= PILLAR && length >= facts.length * PILLAR_SHARE,
  );
  const folded = new Map(
    all.flatMap((own) => own.slice(0, 1).map(({ term }) => [keyOf(term, term.name), own])),
  );
  return all.flatMap(([only, ...others]) => {
    if (only === undefined || others.length > 0) return [];
    const { term } = only;
    const spelt = respelt(term.name);
    const meant =
      (spelt === undefined ? undefined : folded.get(keyOf(term, spelt))) ??
      meantBy(term, common) ??
      pillarNear(term, pillars);
    const [example] = meant ?? [];
    if (meant === undefined || example === undefined) return [];
    return [{ ...only, spelling: example.term.name, articles: meant.length, example }];
  });
}

function keyOf({ taxonomy }: TermFact, name: string): string {
  return `${taxonomy} ${name.toLowerCase()}`;
}

/** A name of English words with the slips in them corrected; undefined where there are none. */
function respelt(name: string): string | undefined {
  const words = name.toLowerCase().split(" ");
  const right = words.map((word) =>
    word.length < SHORTEST || !/^[a-z]+$/.test(word) ? word : (misspellingOf(word) ?? word),
  );
  return right.some((word, at) => word !== words[at]) ? right.join(" ") : undefined;
}

/** The name that most articles have, where a name of four letters differs from it in one and is no word. */
function pillarNear(
  { taxonomy, name }: TermFact,
  pillars: readonly (readonly Use[])[],
): readonly Use[] | undefined {
  const written = name.toLowerCase();
  if (written.length !== SHORTEST_OF_PILLAR || !/^[a-z]+$/.test(written)) return undefined;
  if (isCommonEnglish(written)) return undefined;
  return pillars.find(([use]) => {
    const meant = use?.term.name.toLowerCase() ?? "";
    const isAlike = use?.term.taxonomy === taxonomy && meant.length === written.length;
    return (
      isAlike && meant[0] === written[0] && nearestOf(written, [meant], { limit: 1 }) !== undefined
    );
  });
}

function meantBy(
  { taxonomy, name }: TermFact,
  common: readonly (readonly Use[])[],
): readonly Use[] | undefined {
  const near = common.flatMap((uses) => {
    const [use] = uses;
    if (use?.term.taxonomy !== taxonomy || !isOneLetterOff(name, use.term.name)) return [];
    const isClear = uses.length >= LEAST_MEANT || isSlipOfHand(name, use.term.name);
    return isClear ? [use.term.name] : [];
  });
  const meant = nearestOf(name, near, { limit: 1, swaps: true });
  return common.find(([use]) => use?.term.taxonomy === taxonomy && use.term.name === meant);
}

/** Not for numbers, which make another name, and not for what another message is about: plurals, spaces, letter case. */
function isOneLetterOff(name: string, other: string): boolean {
  const [written, meant] = [name.toLowerCase(), other.toLowerCase()];
  if (foldPlural(name) === foldPlural(other)) return false;
  if (withoutJoints(written) === withoutJoints(meant)) return true;
  if (written.length < SHORTEST) return false;
  if (written[0] !== meant[0] || /\d/.test(written + meant)) return false;
  if (areSwapped(written, meant)) return true;
  if (written.length === SHORTEST) return false;
  return written.length !== meant.length || written.length >= LONG;
}

/** Whether two neighbours changed places, or a letter within a long name was lost or typed twice. */
function isSlipOfHand(name: string, other: string): boolean {
  const [written, meant] = [name.toLowerCase(), other.toLowerCase()];
  const first = [...written].findIndex((letter, at) => letter !== meant[at]);
  const [one = "", two = ""] = written.slice(first);
  if (written.length === meant.length)
    return (
      written.length >= SHORTEST_SWAP &&
      meant === written.slice(0, first) + two + one + written.slice(first + 2)
    );
  const [short, long] =
    written.length < meant.length ? ([written, meant] as const) : ([meant, written] as const);
  if (short.length < SHORTEST_LOSS || !/^\p{L}+$/u.test(long) || long.startsWith(short))
    return false;
  const at = [...long].findIndex((letter, place) => letter !== short[place]);
  const isTypedTwice = long === written && long[at] === long[at - 1];
  return (
    long.slice(at + 1) === short.slice(at) &&
    at < long.length - 1 &&
    (long === meant || isTypedTwice)
  );
}

/** Whether two texts have the same letters in another order. */
function areSwapped(one: string, other: string): boolean {
  return [...one].sort().join("") === [...other].sort().join("");
}

/** Words of Chinese that join two others: a name is the same with and without them. */
const JOINTS = /(?<=\p{Script=Han}{2})[与與和及的](?=\p{Script=Han}{2})/gu;

function withoutJoints(name: string): string {
  return name.replace(JOINTS, "");
}
