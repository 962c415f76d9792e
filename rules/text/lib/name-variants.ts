import {
  type Article,
  editDistance,
  type Paragraph,
  paragraphsOf,
  type Range,
} from "../../../src/rules.js";
import type { NameMention } from "./name-mentions.js";
import { hanBefore, hanMentions } from "./name-mentions-han.js";
import { kanaMentions, latinMentions } from "./name-mentions-latin.js";
import words from "./name-words.json" with { type: "json" };

/** A name that is written one character differently from the way the article usually has it. */
export interface NameVariant {
  readonly family: string;
  /** The spelling the article has more often, or first. */
  readonly usual: string;
  /** The variant's full name. */
  readonly range: Range;
  /** Where the usual spelling appears. */
  readonly usualPlaces: readonly Range[];
  /** Where else the variant appears. */
  readonly otherPlaces: readonly Range[];
}

const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;
const SHARED_TITLES: ReadonlySet<string> = new Set(words.sharedTitles);
/** Shorter names often differ by only one character. */
const LEAST_LENGTH = { han: 3, other: 4, latin: 5 };
/** More names than this that differ in one place are a list of names, not misspellings. */
const MOST_ALIKE = 4;
/** Up to this many names are first compared directly with each other. */
const FEW_NAMES = 24;
/** The most pairs that are examined; a text with more is not an article. */
const MOST_PAIRS = 100;
const FINAL_MARK = /[。！？!?]|\.\s/u;
/** A learned title that precedes one name twice. */
const LEAST_LEARNED = 4;
const MOST_LEARNED = 50;

/**
 * Finds names of one person in two spellings: a name that appears at least `min` times, and another at edit
 * distance 1 that has the same title or is the family part of a full name. Names in one sentence, and
 * full names with different given names, are two people.
 */
export function nameVariants(
  article: Article,
  { names, min }: { readonly names: readonly string[]; readonly min: number },
): readonly NameVariant[] {
  const paragraphs = paragraphsOf(article).filter(({ onlyCode }) => !onlyCode);
  const byFamily = new Map<string, NameMention[]>();
  for (const mention of mentionsIn(paragraphs)) {
    const known = byFamily.get(mention.family);
    if (known === undefined) byFamily.set(mention.family, [mention]);
    else known.push(mention);
  }
  const listed = new Set(names);
  const places = new Map<string, readonly Place[]>();
  const placesOf = (family: string): readonly Place[] => {
    const known = places.get(family) ?? occurrences(paragraphs, family);
    places.set(family, known);
    return known;
  };

  const variants: NameVariant[] = [];
  for (const [usual, variant] of nearPairs([...byFamily.keys()])) {
    const [first, other] = inOrder(usual, variant, placesOf);
    const usualPlaces = placesOf(first);
    const variantPlaces = placesOf(other);
    if (usualPlaces.length < min || listed.has(other)) continue;
    const mention = sharedMention(byFamily.get(first) ?? [], byFamily.get(other) ?? []);
    if (mention === undefined || inOneSentence(usualPlaces, variantPlaces)) continue;
    const range = mention.paragraph.rangeOf(mention.start, mention.end);
    variants.push({
      family: other,
      usual: first,
      range,
      usualPlaces: usualPlaces.map(rangeOfPlace),
      otherPlaces: variantPlaces
        .map(rangeOfPlace)
        .filter(({ start, end }) => end <= range.start || start >= range.end),
    });
  }
  return variants;
}

interface Place {
  readonly paragraph: Paragraph;
  /** Where it begins in the source. */
  readonly offset: number;
  readonly start: number;
  readonly end: number;
}

function rangeOfPlace({ paragraph, start, end }: Place): Range {
  return paragraph.rangeOf(start, end);
}

function mentionsIn(paragraphs: readonly Paragraph[]): readonly NameMention[] {
  const han = paragraphs.filter(({ text }) => HAN.test(text));
  const first = han.map((paragraph) => hanMentions(paragraph, []));
  const learned = learnedTitles(first.flat());
  const second = han.map((paragraph, index) =>
    learned.some((title) => paragraph.text.includes(title))
      ? hanMentions(paragraph, learned)
      : (first[index] ?? []),
  );
  return [
    ...second.flat(),
    ...paragraphs.flatMap(kanaMentions),
    ...paragraphs.flatMap(latinMentions),
  ];
}

/** Words that precede the same name twice are its title, whether they are in the word list or not. */
function learnedTitles(mentions: readonly NameMention[]): readonly string[] {
  const seen = new Map<string, string[]>();
  for (const { family, paragraph, start } of mentions) {
    const before = hanBefore(paragraph.text, start);
    const known = seen.get(family);
    if (known === undefined) seen.set(family, [before]);
    else known.push(before);
  }
  const learned = new Set<string>();
  for (const [first = "", ...others] of seen.values()) {
    for (const other of others) {
      const title = commonSuffix(first, other);
      if (title.length >= LEAST_LEARNED) learned.add(title);
    }
  }
  return [...learned].slice(0, MOST_LEARNED);
}

function leastLength(name: string): number {
  if (HAN.test(name)) return LEAST_LENGTH.han;
  return LATIN.test(name) ? LEAST_LENGTH.latin : LEAST_LENGTH.other;
}

/** Pairs of names at edit distance 1, found by what is left when one character is masked or dropped. */
function nearPairs(families: readonly string[]): readonly (readonly [string, string])[] {
  const long = families.filter((family) => family.length >= leastLength(family));
  if (long.length <= FEW_NAMES && !holdsNearPair(long)) return [];
  const byMask = new Map<string, string[]>();
  for (const family of long) {
    for (let index = 0; index < family.length; index++) {
      const before = family.slice(0, index);
      const after = family.slice(index + 1);
      addTo(byMask, `${before}*${after}`, family);
      addTo(byMask, before + after, family);
    }
    addTo(byMask, family, family);
    addTo(byMask, `*${plain(family)}`, family);
  }
  const pairs = new Map<string, readonly [string, string]>();
  for (const group of byMask.values()) {
    if (group.length < 2 || group.length > MOST_ALIKE) continue;
    const sorted = [...group].sort();
    for (const [index, left] of sorted.entries()) {
      for (const right of sorted.slice(index + 1)) {
        if (isNear(left, right) && !isInflection(left, right)) {
          pairs.set(`${left} ${right}`, [left, right]);
        }
      }
    }
  }
  return [...pairs.values()].slice(0, MOST_PAIRS);
}

/** A quick test: nearly every article has only a few names, and none that resembles another. */
function holdsNearPair(families: readonly string[]): boolean {
  return families.some((left, index) =>
    families
      .slice(index + 1)
      .some((right) => Math.abs(left.length - right.length) <= 1 && isNear(left, right)),
  );
}

/** One character apart, or the same but for accents. */
function isNear(left: string, right: string): boolean {
  return editDistance(left, right) === 1 || plain(left) === plain(right);
}

/** A name without the accents of its letters; the marks of kana stay. */
function plain(family: string): string {
  return family.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
}

function addTo(groups: Map<string, string[]>, key: string, value: string): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else if (group.length <= MOST_ALIKE && !group.includes(value)) group.push(value);
}

/** `Smith` and `Smiths`, and any other pair in which one name begins with the other. */
function isInflection(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return short.length < long.length && long.startsWith(short);
}

/** The usual spelling is the one that appears more often, or first. */
function inOrder(
  left: string,
  right: string,
  placesOf: (family: string) => readonly Place[],
): readonly [string, string] {
  const [leftPlaces, rightPlaces] = [placesOf(left), placesOf(right)];
  if (leftPlaces.length !== rightPlaces.length) {
    return leftPlaces.length > rightPlaces.length ? [left, right] : [right, left];
  }
  const startOf = (list: readonly Place[]): number => list[0]?.offset ?? Number.POSITIVE_INFINITY;
  return startOf(leftPlaces) <= startOf(rightPlaces) ? [left, right] : [right, left];
}

/** The mention of the variant that shows that it names the same person as the usual spelling. */
function sharedMention(
  usual: readonly NameMention[],
  variant: readonly NameMention[],
): NameMention | undefined {
  const givens = (mentions: readonly NameMention[]): readonly string[] =>
    mentions.flatMap(({ given }) => given ?? []);
  const [usualGivens, variantGivens] = [givens(usual), givens(variant)];
  if (usualGivens.length > 0 && variantGivens.length > 0) {
    if (!usualGivens.some((given) => variantGivens.some((other) => sameGiven(given, other)))) {
      return undefined;
    }
  }
  const titled = variant.find((mention) =>
    usual.some((other) => sharesTitle(mention.title, other.title, mention.family)),
  );
  if (titled !== undefined) return titled;
  // Different titles suggest different people; a full name beside a family name does not.
  const hasTitle = (mentions: readonly NameMention[]): boolean =>
    mentions.some(({ title }) => title !== "");
  if (hasTitle(usual) && hasTitle(variant)) return undefined;
  if (!HAN.test(variant[0]?.family ?? "") || (variant[0]?.family.length ?? 0) < 4) return undefined;
  if (usualGivens.length === 0 && variantGivens.length === 0) return undefined;
  return variant.find(({ given }) => given !== undefined) ?? variant[0];
}

/** A given name found without a title may start with part of the preceding text. */
function sameGiven(left: string, right: string): boolean {
  return left.endsWith(right) || right.endsWith(left);
}

function sharesTitle(left: string, right: string, family: string): boolean {
  if (left === "" || right === "") return false;
  if (!HAN.test(family)) return left === right;
  const shared = commonSuffix(left, right);
  const title = words.hanTitles.find((word) => shared.endsWith(word));
  // 记者 alone says little, and Chinese names of three characters often differ by one.
  if (family.length <= 3) return shared.length >= 5 && !SHARED_TITLES.has(title ?? "");
  return shared.length >= (SHARED_TITLES.has(title ?? "") ? 4 : 2);
}

function commonSuffix(left: string, right: string): string {
  let length = 0;
  while (
    length < left.length &&
    length < right.length &&
    left.at(-1 - length) === right.at(-1 - length)
  ) {
    length++;
  }
  return left.slice(left.length - length);
}

function occurrences(paragraphs: readonly Paragraph[], family: string): readonly Place[] {
  const places: Place[] = [];
  const latin = LATIN.test(family);
  for (const paragraph of paragraphs) {
    const { text } = paragraph;
    for (let at = text.indexOf(family); at !== -1; at = text.indexOf(family, at + family.length)) {
      const end = at + family.length;
      const around = (text[at - 1] ?? " ") + (text[end] ?? " ");
      if (!latin || !/\p{L}/u.test(around)) {
        places.push({ paragraph, offset: paragraph.offsetOf(at), start: at, end });
      }
    }
  }
  return places;
}

/** Whether the two spellings appear with no final mark between them. */
function inOneSentence(usual: readonly Place[], variant: readonly Place[]): boolean {
  const all = [
    ...usual.map((place) => ({ place, isVariant: false })),
    ...variant.map((place) => ({ place, isVariant: true })),
  ].sort((left, right) => left.place.offset - right.place.offset);
  return all.some(({ place, isVariant }, index) => {
    const next = all[index + 1];
    if (next === undefined || next.isVariant === isVariant) return false;
    if (next.place.paragraph !== place.paragraph) return false;
    return !FINAL_MARK.test(place.paragraph.text.slice(place.end, next.place.start));
  });
}
