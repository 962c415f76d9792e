import { type Article, proseTextsOf, type Range } from "../../../src/rules.js";

/** An email address in angle brackets with a slip in its domain. */
interface BrokenAddress {
  readonly range: Range;
  readonly address: string;
}

/** A comma or semicolon for a dot, two dots, a dot at the end, or spaces around the @ or a dot. */
const BRACKETED = /<([\w.+-]{1,64} ?@ ?[\w-]{1,63}(?:(?: ?[.,;] ?|\.\.)[\w-]{1,63}){1,5}\.?)>/g;
const VALID = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*$/;

/** Addresses in angle brackets of which Markdown makes no link, since they are none. */
export function brokenAddresses(article: Article): readonly BrokenAddress[] {
  if (!/<[\w.+-]{1,64} ?@/.test(article.source)) return [];
  return proseTextsOf(article).flatMap(({ paragraph, text }) =>
    [...paragraph.text.matchAll(BRACKETED)].flatMap(({ 0: found, 1: address = "", index }) => {
      const isCode = text[index] !== "<";
      return isCode || VALID.test(address)
        ? []
        : [{ range: paragraph.rangeOf(index, index + found.length), address }];
    }),
  );
}
