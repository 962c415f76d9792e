import * as z from "zod";
import {
  type Article,
  alsoAt,
  defineRule,
  type Edit,
  languageOf,
  type ProseText,
  proseTextsOf,
} from "../../src/rules.js";
import { locateMarks, type MarkPlace } from "./lib/mark-places.js";
import { mixedStyles, stylePlaces } from "./lib/mark-styles.js";
import {
  clashingMarks,
  doubledMarks,
  heapedMarks,
  mixedPairs,
  narrowMarks,
  strayCommas,
  wideMarks,
} from "./lib/punctuation-width.js";

/** How many times as often a mark must be used so that it is the style of the article. */
const CLEARLY_MORE = 3;
const CJK_LANGUAGES: ReadonlySet<string | undefined> = new Set(["zh", "ja", "ko"]);

export default defineRule({
  id: "typography/punct-width",
  summary: "Punctuation marks have the width of the writing around them",
  fixes: ["safe", "suggestion"],
  references: ["GB/T 15834-2011", "https://www.w3.org/TR/clreq/#categories_of_punctuation_marks"],
  options: z.strictObject({
    lang: z
      .array(z.enum(["zh", "ja"]))
      .default(["zh"])
      .describe("Languages that use full-width marks between their characters."),
  }),
  messages: {
    "half-width": {
      severity: "warning",
      what: 'The half-width mark "{mark}" is next to CJK characters{places}.',
      why: "It is narrower than the characters around it and leaves an uneven gap.",
      help: "Write the full-width mark, without a space next to it.",
    },
    "full-width": {
      severity: "warning",
      what: 'The full-width mark "{mark}" appears among Latin words{places}.',
      why: "It is wider than the letters around it and leaves a hole in the line.",
      help: "Write the half-width mark.",
    },
    doubled: {
      severity: "warning",
      what: 'The punctuation mark is doubled: "{mark}"{places}.',
      why: "Readers take it for a typing error.",
      help: "Write the mark once.",
    },
    clashing: {
      severity: "warning",
      what: 'A comma and a full stop follow each other: "{mark}"{places}.',
      why: "Readers take it for a typing error, or for a sentence whose end is lost.",
      help: "Write the mark that is meant.",
    },
    heaped: {
      severity: "info",
      what: 'The punctuation mark is repeated: "{mark}"{places}.',
      why: "It reads like shouting or like a typing error.",
      help: "Write the mark that is meant, once.",
    },
    "mixed-pair": {
      severity: "warning",
      what: 'The brackets in "{mark}" have different widths{places}.',
      why: "The text inside them looks shifted to one side.",
      help: "Write both brackets in full width.",
    },
    "mixed-style": {
      severity: "warning",
      what: 'The Japanese text mixes "{usual}" ({usualCount}) and "{other}" ({otherCount}).',
      why: "Both marks mean the same, so a text keeps to one of them.",
      help: "Write {usual} everywhere.",
    },
  },
  check({ article, options, report }) {
    const proses = proseTextsOf(article);
    const isLatin = !CJK_LANGUAGES.has(languageOf(article));
    const inLanguage = (find: (prose: ProseText, language: string) => readonly MarkPlace[]) =>
      options.lang.flatMap((language) =>
        locateMarks(
          proses.filter((prose) => prose.language === language),
          (prose) => find(prose, language),
        ),
      );
    const stray = strayCommas(proses);
    const narrow = (prose: ProseText, language: string) => [
      ...narrowMarks(prose, language),
      ...stray(prose, language),
    ];
    const kinds = [
      { messageId: "half-width", places: inLanguage(narrow) },
      { messageId: "full-width", places: isLatin ? locateMarks(proses, wideMarks) : [] },
      { messageId: "doubled", places: locateMarks(proses, doubledMarks) },
      { messageId: "clashing", places: locateMarks(proses, clashingMarks) },
      { messageId: "heaped", places: locateMarks(proses, heapedMarks) },
      { messageId: "mixed-pair", places: inLanguage(mixedPairs) },
    ] as const;
    for (const { messageId, places } of kinds) {
      const mended = places.filter(({ edits }) => edits.length > 0);
      const left = places.filter(({ edits }) => edits.length === 0);
      for (const [first, ...others] of [mended, left]) {
        if (first === undefined) continue;
        const edits = [first, ...others].flatMap((place) => place.edits);
        report({
          messageId,
          range: first.range,
          data: {
            mark: shortened(article.source.slice(first.range.start, first.range.end)),
            places: others.length > 0 ? ` (${others.length + 1} places)` : "",
          },
          related: alsoAt(others),
          ...offered(messageId === "heaped", edits),
        });
      }
    }
    const japanese = proses.filter(
      (prose) => prose.language === "ja" && !isInQuotation(article, prose),
    );
    for (const style of mixedStyles(japanese)) {
      const places = locateMarks(japanese, (prose) => stylePlaces(prose, style.other, style.usual));
      const [first, ...others] = places;
      if (first === undefined) continue;
      const edits = places.flatMap((place) => place.edits);
      report({
        messageId: "mixed-style",
        range: first.range,
        data: { ...style },
        related: alsoAt(others),
        ...(style.usualCount >= CLEARLY_MORE * style.otherCount
          ? { fix: edits }
          : { suggestions: [{ message: `Write ${style.usual}`, edits }] }),
      });
    }
  },
});

function isInQuotation(article: Article, { paragraph }: ProseText): boolean {
  for (let at = paragraph.element; at !== undefined; at = article.parentOf(at)) {
    if (at.tagName === "blockquote") return true;
  }
  return false;
}

function offered(isChoice: boolean, edits: readonly Edit[]) {
  if (edits.length === 0) return {};
  return isChoice ? { suggestions: [{ message: "Write the mark once", edits }] } : { fix: edits };
}

/** Only the first and last character of a long text, such as its brackets. */
function shortened(found: string): string {
  return found.length > 4 ? `${found.slice(0, 1)}…${found.slice(-1)}` : found;
}
