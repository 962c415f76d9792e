import { type RareSlip, rareSlip } from "../../../src/rules.js";

/** A word as keys take that have a few values. */
const WORD = /^[A-Za-z][\w-]{2,39}$/;
/** Keys whose values are of the article itself, or that other checks look at. */
const OWN =
  /^(?:title|(?:sub|short|nav|menu|link|sidebar|long)_?title|linkTitle|description|slug|url|permalink|id|uid|uuid|key|name|author|authors|editor|translator|layout|tags?|categor(?:y|ies)|series|keywords?|alias(?:es)?|image|cover|thumbnail|icon|parent|version|password|abbrlink|summary|excerpt|subject|label|topic|lang|locale|language)$/i;
/** More different values are names, not a choice. */
const MOST_VALUES = 12;
/** Three letters are near many others: only where a key takes this many words is one of them the slip of another. */
const SHORT = 3;
const MOST_SHORT_VALUES = 4;
/** So many articles have the value that another one nearly is. */
const LEAST_USES = 5;

/** So many show that the key takes a word in the singular, or in the plural. */
const MANY_USES = 20;

/** Whether a key with this value may be one that takes a few words only. */
export function mayBeChoice(key: string, value: string): boolean {
  return WORD.test(value) && !OWN.test(key);
}

/** The value that is meant by one that a single article has, where the others of its key are a few that many have. */
export function choiceSlip(value: string, uses: ReadonlyMap<string, number>): RareSlip | undefined {
  if (uses.size > MOST_VALUES) return undefined;
  // Where several have a value alone, the key takes names.
  if ([...uses.values()].filter((count) => count < LEAST_USES).length > 1) return undefined;
  if (value.length > SHORT)
    return rareSlip(value, uses, { least: LEAST_USES }) ?? otherNumber(value, uses);
  if (uses.size > MOST_SHORT_VALUES) return undefined;
  const slip = rareSlip(value, uses, { least: LEAST_USES, shortest: SHORT });
  return slip !== undefined && hasLettersOf(value, slip.meant) ? slip : undefined;
}

/** The word of which one has an `s` more or less, where the key takes very few and many articles have that one. */
function otherNumber(value: string, uses: ReadonlyMap<string, number>): RareSlip | undefined {
  if (uses.size > MOST_SHORT_VALUES || uses.get(value) !== 1) return undefined;
  const meant = value.endsWith("s") ? value.slice(0, -1) : `${value}s`;
  const count = uses.get(meant) ?? 0;
  return count < MANY_USES ? undefined : { meant, count };
}

/** Whether a word is as long as another and has none but its letters, in another order or number. */
function hasLettersOf(word: string, other: string): boolean {
  return word.length === other.length && [...word].every((letter) => other.includes(letter));
}
