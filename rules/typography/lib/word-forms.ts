import table from "./word-forms.json" with { type: "json" };

/** A form of English that the next word or the number does not allow. */
export interface WordForm {
  readonly start: number;
  readonly end: number;
  readonly meant: string;
}

const VOWELS: ReadonlySet<string> = new Set(table.vowels.split(" "));
const CONSONANTS: ReadonlySet<string> = new Set(table.consonants.split(" "));
/** Lower-case words that are spoken as they are written, so that their first letter is heard. German, too, has an `an`. */
const SPOKEN = /^(?!dein|dies|mein|sein|kein|jede|welch)[bcdfgjklmnpqrstvwyz][aeiou][a-z]{2,}$/;
/** Not after a sign, which makes the letter a name: `class a`, `a/an`. */
const ARTICLE = /(?<=^|[\p{Ll}.,;:!?)] |[("“])([Aa]n?) ([A-Za-z]{3,20})(?![\p{L}\p{N}'’_(./-])/gu;
const ORDINAL = /(?<![\p{L}\p{N}.,:/+#=^-])(\d{1,4})(st|nd|rd|th)(?![\p{L}\p{N}-])/gu;

/** `a example`, `an new`, `22th`: the forms of a text in English that are never right. */
export function wrongForms(text: string): readonly WordForm[] {
  const found: WordForm[] = [];
  for (const { 0: whole, 1: article = "", 2: word = "", index: start } of text.matchAll(ARTICLE)) {
    const isLong = article.length === 2;
    const isKnown = (isLong ? CONSONANTS : VOWELS).has(word.toLowerCase());
    if (!isKnown && !(isLong && SPOKEN.test(word))) continue;
    const meant = `${isLong ? article.slice(0, 1) : `${article}n`} ${word}`;
    found.push({ start, end: start + whole.length, meant });
  }
  for (const { 0: whole, 1: digits = "", 2: ending, index: start } of text.matchAll(ORDINAL)) {
    const meant = endingOf(Number(digits));
    if (meant !== ending) found.push({ start, end: start + whole.length, meant: digits + meant });
  }
  return found.sort((left, right) => left.start - right.start);
}

function endingOf(number: number): string {
  const last = number % 10;
  if (number % 100 > 10 && number % 100 < 14) return "th";
  return ["th", "st", "nd", "rd"][last] ?? "th";
}
