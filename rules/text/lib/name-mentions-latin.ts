import type { Paragraph } from "../../../src/rules.js";
import type { NameMention } from "./name-mentions.js";
import words from "./name-words.json" with { type: "json" };

const KANA_NAME = new RegExp(
  `(?<given>(?:[ァ-ヴー]+[・＝])*)(?<family>[ァ-ヴー]{4,})(?<title>${longestFirst(words.kanaTitles)})`,
  "gu",
);
/** Cheap tests. */
const PERHAPS_KANA = /[ァ-ヴー]{4}/;
const PERHAPS_LATIN = new RegExp(longestFirst(words.latinTitles));
const CAPITALISED = "\\p{Lu}\\p{Ll}[\\p{L}-]*";
const LATIN_NAME = new RegExp(
  `(?<![\\p{L}\\p{N}_-])(?<title>${longestFirst(words.latinTitles)})\\s+` +
    `(?<given>(?:${CAPITALISED}\\s+|\\p{Lu}\\.\\s*){0,2})(?<family>${CAPITALISED})(?![\\p{L}\\p{N}_-])`,
  "gu",
);

/** Katakana names before a title (`プーチン大統領`). */
export function kanaMentions(paragraph: Paragraph): readonly NameMention[] {
  return PERHAPS_KANA.test(paragraph.text) ? mentionsOf(paragraph, KANA_NAME) : [];
}

/** Latin names after a title (`President Mary Smith`). */
export function latinMentions(paragraph: Paragraph): readonly NameMention[] {
  return PERHAPS_LATIN.test(paragraph.text) ? mentionsOf(paragraph, LATIN_NAME) : [];
}

function mentionsOf(paragraph: Paragraph, pattern: RegExp): readonly NameMention[] {
  return [...paragraph.text.matchAll(pattern)].flatMap((match) => {
    const { given = "", family = "", title = "" } = match.groups ?? {};
    const familyStart =
      match.index + match[0].indexOf(given + family, pattern === LATIN_NAME ? title.length : 0);
    const name = given.trim().replace(/[・＝]$/u, "");
    return [
      {
        family,
        given: name === "" ? undefined : name,
        title,
        paragraph,
        start: familyStart,
        end: familyStart + given.length + family.length,
      },
    ];
  });
}

function longestFirst(list: readonly string[]): string {
  return [...list].sort((left, right) => right.length - left.length).join("|");
}
