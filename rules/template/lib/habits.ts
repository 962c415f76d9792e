import { nearestOf } from "../../../src/rules.js";
import type { Argument, Call } from "./arguments.js";
import { grouped } from "./grouped.js";

/** A call, and the article that it is in. */
export interface PlacedCall extends Call {
  readonly path: string;
}

/** An argument that differs from what the same tag is given elsewhere. */
export interface Slip {
  readonly path: string;
  readonly tag: string;
  readonly written: string;
  readonly meant: string;
  /** How often the tag has what is meant. */
  readonly count: number;
  readonly argument: Argument;
  readonly isName: boolean;
}

/** So often a tag must be given what is meant. */
const LEAST_USES = 5;
/** Below this length, one letter more or less makes another word. */
const SHORTEST = 4;
/** So many uses for each different value show that the values are a list of words to choose from. */
const LEAST_RATIO = 5;
const WORD = /^[A-Za-z][A-Za-z-]*$/;

/** The calls of a site by the tag that they call. */
export function byTag(calls: readonly PlacedCall[]): ReadonlyMap<string, readonly PlacedCall[]> {
  return grouped(calls, ({ isComponent, tag }) => `${isComponent} ${tag}`);
}

/** Names and words that one call alone has, and that are nearly those of many others; for one tag. */
export function slipsIn(calls: readonly PlacedCall[]): readonly Slip[] {
  if (calls.length <= LEAST_USES) return [];
  return [...nameSlips(calls), ...wordSlips(calls)];
}

function nameSlips(calls: readonly PlacedCall[]): readonly Slip[] {
  const uses = countOf(
    calls.flatMap(({ args }) => args.filter(({ isNamed }) => isNamed).map(({ key }) => key)),
  );
  return calls.flatMap((call): readonly Slip[] =>
    call.args.flatMap((argument): readonly Slip[] => {
      if (!argument.isNamed || uses.get(argument.key) !== 1) return [];
      const meant = meantBy(argument.key, uses);
      if (meant === undefined || call.args.some(({ key }) => key === meant.word)) return [];
      return [slip(call, argument, argument.key, meant, true)];
    }),
  );
}

function wordSlips(calls: readonly PlacedCall[]): readonly Slip[] {
  const placed = calls.flatMap((call) => call.args.map((argument) => ({ call, argument })));
  const byKey = grouped(placed, ({ argument }) => argument.key);
  return [...byKey.values()].flatMap((same): readonly Slip[] => {
    const words = same.map(({ argument }) => argument.value ?? "");
    const uses = countOf(words);
    const isList = uses.size * LEAST_RATIO <= words.length && words.every((one) => WORD.test(one));
    if (!isList) return [];
    return same.flatMap(({ call, argument }): readonly Slip[] => {
      const { value = "" } = argument;
      const meant = uses.get(value) === 1 ? meantBy(value, uses) : undefined;
      return meant === undefined ? [] : [slip(call, argument, value, meant, false)];
    });
  });
}

interface Meant {
  readonly word: string;
  readonly count: number;
}

function meantBy(written: string, uses: ReadonlyMap<string, number>): Meant | undefined {
  if (written.length < SHORTEST) return undefined;
  const usual = [...uses].filter(([, count]) => count >= LEAST_USES).map(([word]) => word);
  const word = nearestOf(
    written,
    usual.filter((one) => !isVariant(one, written)),
    { limit: written.length > 8 ? 2 : 1, swaps: true },
  );
  return word === undefined ? undefined : { word, count: uses.get(word) ?? 0 };
}

/** Whether a tag may well take both: in another letter case, of one thing and of several, or by number. */
function isVariant(one: string, other: string): boolean {
  const [left, right] = [one.toLowerCase(), other.toLowerCase()];
  const digits = (text: string): string => text.replace(/\D/g, "");
  return (
    [left, `${left}s`].includes(right) || left === `${right}s` || digits(one) !== digits(other)
  );
}

function slip(
  { path, tag }: PlacedCall,
  argument: Argument,
  written: string,
  meant: Meant,
  isName: boolean,
): Slip {
  return { path, tag, written, meant: meant.word, count: meant.count, argument, isName };
}

function countOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
