/** How a replacement reads in the place of what was found. */
interface Replaced {
  readonly found: string;
  /** The words as the house writes them, and what it writes instead. */
  readonly wrong: string;
  readonly right: string;
  /** Whether a capital is due here whatever the word. */
  readonly isOpening: boolean;
}

/** The right words with the capitals that the wrong ones have at this place. */
export function recased({ found, wrong, right, isOpening }: Replaced): string {
  if (isAllUpper(found) && !isAllUpper(wrong)) return right.toUpperCase();
  const wantsCapital = isUpper(found) && !isUpper(right) && (isOpening || !isUpper(wrong));
  return wantsCapital && isLowerThroughout(right) ? capitalised(right) : right;
}

function capitalised(text: string): string {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
}

function isUpper(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** `iOS` and `npm` keep their small letter; only words without a capital get one. */
function isLowerThroughout(text: string): boolean {
  return !/\p{Lu}/u.test(text);
}

function isAllUpper(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/su.test(text) && !/\p{Ll}/u.test(text);
}
