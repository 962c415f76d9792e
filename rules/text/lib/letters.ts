const DROPPED = 1;
/** Folded together with its neighbours, or to more than one unit. */
const NOT_ALONE = 2;

/** What each UTF-16 unit becomes, 0 if not computed yet; letters are greater than the two constants above. */
const folded = new Uint16Array(0x1_0000);

/**
 * The letters and digits of a text as UTF-16 units, NFKC, letter case folded: what two nearly equal sentences
 * have in common whatever their punctuation and spaces.
 */
export function lettersOf(text: string): readonly number[] {
  const letters: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const letter = folded[unit] || foldUnit(unit);
    if (letter === NOT_ALONE) return unitsOf(fold(text));
    if (letter !== DROPPED) letters.push(letter);
  }
  return letters;
}

function foldUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  const letter = fold(character);
  let value = letter === "" ? DROPPED : letter.charCodeAt(0);
  if (letter.length > 1 || !isAlone(character)) value = NOT_ALONE;
  folded[unit] = value;
  return value;
}

/** Whether no neighbour changes what a unit becomes: it is not a mark, a jamo, half of a surrogate pair or a final sigma. */
function isAlone(character: string): boolean {
  const composed = character.normalize("NFKC");
  return !/[\p{M}\p{Cs}\u1100-\u11ff\u03a3]/u.test(composed + composed.toLowerCase());
}

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function unitsOf(text: string): readonly number[] {
  const units: number[] = [];
  for (let index = 0; index < text.length; index++) units.push(text.charCodeAt(index));
  return units;
}
