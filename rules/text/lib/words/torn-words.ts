import type { ProseText } from "../../../../src/rules.js";

/** Two parts of what may be one word, with a hyphen and a space between them. */
interface TornPlace {
  /** In UTF-16 offsets of the text. */
  readonly start: number;
  readonly end: number;
  /** The word in one piece: without and with the hyphen. */
  readonly forms: readonly string[];
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

/** Where words of a text may be torn. */
export function tornPlaces(text: string): readonly TornPlace[] {
  // Hyphens before white space are rare, and the pattern is slow.
  if (!/-\s/.test(text)) return [];
  return [...text.matchAll(TORN)].flatMap((match) => {
    const [whole, first = "", second = ""] = match;
    if (JOINING.test(second)) return [];
    const forms = [`${first}${second}`, `${first}-${second}`];
    return [{ start: match.index, end: match.index + whole.length, forms }];
  });
}
