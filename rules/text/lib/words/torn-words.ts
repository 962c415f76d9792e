import type { ProseText } from "../../../../src/rules.js";

/** Two parts of a word that a hyphen and a space separate. */
interface TornWord {
  /** In UTF-16 offsets of the text. */
  readonly start: number;
  readonly end: number;
  /** The word in one piece, as the article writes it elsewhere. */
  readonly word: string;
}

const WORD = /\p{L}{2,}(?:-\p{L}{2,})*/gu;
const TORN = /(?<![\p{L}\p{N}-])(\p{L}{2,40})-\s{1,20}(\p{Ll}{2,40})(?![\p{L}\p{N}-])/gu;
/** `pre- and postfix`: the first word is left open on purpose. */
const JOINING =
  /^(?:and|or|to|und|oder|bis|sowie|bzw|et|ou|en|of|och|eller|ed|og|nebo|lub|oraz|или|и|і|та|або|veya|ve)$/;

/** The words of an article in lower case, also those with a hyphen in them. */
export function wordsOf(proses: readonly ProseText[]): ReadonlySet<string> {
  return new Set(proses.flatMap(({ text }) => text.toLowerCase().match(WORD) ?? []));
}

/** A quick look: words are torn only where white space follows a hyphen. */
export function mayBeTorn(text: string): boolean {
  return /-\s/.test(text) && /\p{L}-\s+\p{Ll}/u.test(text);
}

/** The torn words of a text that the article writes in one piece elsewhere. */
export function tornWords(text: string, known: ReadonlySet<string>): readonly TornWord[] {
  if (!mayBeTorn(text)) return [];
  return [...text.matchAll(TORN)].flatMap((match) => {
    const [whole, first = "", second = ""] = match;
    if (JOINING.test(second)) return [];
    const word = [`${first}${second}`, `${first}-${second}`].find((form) =>
      known.has(form.toLowerCase()),
    );
    return word === undefined
      ? []
      : [{ start: match.index, end: match.index + whole.length, word }];
  });
}
