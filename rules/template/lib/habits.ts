import { type RareSlip, rareSlip, usesOf } from "../../../src/rules.js";
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
  const uses = usesOf(
    calls.flatMap(({ args }) => args.filter(({ isNamed }) => isNamed).map(({ key }) => key)),
  );
  return calls.flatMap((call): readonly Slip[] =>
    call.args.flatMap((argument): readonly Slip[] => {
      if (!argument.isNamed) return [];
      const meant = meantBy(argument.key, uses);
      if (meant === undefined || call.args.some(({ key }) => key === meant.meant)) return [];
      return [slip(call, argument, argument.key, meant, true)];
    }),
  );
}

function wordSlips(calls: readonly PlacedCall[]): readonly Slip[] {
  const placed = calls.flatMap((call) => call.args.map((argument) => ({ call, argument })));
  const byKey = grouped(placed, ({ argument }) => argument.key);
  return [...byKey.values()].flatMap((same): readonly Slip[] => {
    const words = same.map(({ argument }) => argument.value ?? "");
    const uses = usesOf(words);
    const isList = uses.size * LEAST_RATIO <= words.length && words.every((one) => WORD.test(one));
    if (!isList) return [];
    return same.flatMap(({ call, argument }): readonly Slip[] => {
      const { value = "" } = argument;
      const meant = meantBy(value, uses);
      return meant === undefined ? [] : [slip(call, argument, value, meant, false)];
    });
  });
}

function meantBy(written: string, uses: ReadonlyMap<string, number>): RareSlip | undefined {
  return rareSlip(written, uses, { least: LEAST_USES, limit: written.length > 8 ? 2 : 1 });
}

function slip(
  { path, tag }: PlacedCall,
  argument: Argument,
  written: string,
  slipped: RareSlip,
  isName: boolean,
): Slip {
  return { path, tag, written, ...slipped, argument, isName };
}
