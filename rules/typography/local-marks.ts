import { alsoAt, defineRule, languageOf, type ProseText, proseTextsOf } from "../../src/rules.js";
import {
  arabicMarks,
  type Custom,
  decimalCommas,
  FRENCH_GROUPS,
  frenchSpaces,
  isCustom,
  isMostly,
  joinedSentences,
  openingMarks,
  spacesBefore,
} from "./lib/local-marks.js";
import { type LocatedMark, locateMarks } from "./lib/mark-places.js";

const ARABIC: ReadonlySet<string | undefined> = new Set(["ar", "fa", "ur"]);
/** Languages that never set a space before a comma, a full stop, a question mark or an exclamation mark. */
const NO_SPACE: ReadonlySet<string | undefined> = new Set(
  "en de es it pt nl pl sv da nb no fi cs sk hu ro ru uk bg tr id".split(" "),
);

/** Languages that divide decimals with a comma in all their countries. */
const DECIMAL_COMMA: ReadonlySet<string | undefined> = new Set(
  "de fr it pt nl pl sv da nb no fi cs sk hu ro ru uk bg tr id".split(" "),
);

/** Punctuation against the custom of its language. */
export default defineRule({
  id: "typography/local-marks",
  summary: "Punctuation marks follow the custom of the language",
  fixes: ["safe"],
  references: [
    "Imprimerie nationale, Lexique des règles typographiques",
    "Real Academia Española, Ortografía, 3.4.9",
    "The Chicago Manual of Style, 6.119",
  ],
  messages: {
    "french-space": {
      severity: "warning",
      what: 'No space precedes the mark "{mark}" in this French text{places}.',
      why: "French sets a no-break space before it, and the rest of the article does so.",
      help: "Put a no-break space before the mark.",
    },
    opening: {
      severity: "warning",
      what: 'The mark "{mark}" ends a Spanish sentence that no "¿" or "¡" opens{places}.',
      why: "Spanish opens questions and exclamations, and the rest of the article does so.",
      help: "Write ¿ or ¡ where the question or exclamation begins.",
    },
    arabic: {
      severity: "warning",
      what: 'The Latin mark "{mark}" appears between Arabic words{places}.',
      why: "Arabic writing has a mark of its own, which the rest of the article uses.",
      help: "Write the Arabic mark.",
    },
    decimal: {
      severity: "warning",
      what: 'The number "{mark}" has a point for the decimal comma{places}.',
      why: "The language of the text writes a comma, and other numbers of the article have one.",
      help: "Write a comma.",
    },
    "space-before": {
      severity: "warning",
      what: 'A space precedes the mark "{mark}"{places}.',
      why: "The mark may begin the next line, and readers take the space for a typing error.",
      help: "Delete the space.",
    },
    joined: {
      severity: "warning",
      what: 'No space follows the mark "{mark}" that ends a sentence{places}.',
      why: "Two sentences look like one word, which readers take for a name with a dot.",
      help: "Put a space after the mark.",
    },
  },
  check({ article, report }) {
    const language = languageOf(article);
    const proses = proseTextsOf(article).filter((prose) => prose.language === language);
    const against = (
      find: (prose: ProseText) => Custom,
      holds: (kept: number, broken: number) => boolean = isCustom,
    ): readonly LocatedMark[] => {
      const customs = proses.map((prose) => ({ prose, ...find(prose) }));
      const kept = customs.reduce((sum, custom) => sum + custom.kept, 0);
      const broken = new Map(customs.map((custom) => [custom.prose, custom.broken]));
      const places = locateMarks(proses, (prose) => broken.get(prose) ?? []);
      return holds(kept, places.length) ? places : [];
    };
    const always = (find: Parameters<typeof locateMarks>[1]) => locateMarks(proses, find);
    const french =
      language === "fr"
        ? FRENCH_GROUPS.flatMap((group) => against((prose) => frenchSpaces(prose, group)))
        : [];
    const kinds = [
      { messageId: "french-space", places: french },
      { messageId: "opening", places: language === "es" ? against(openingMarks, isMostly) : [] },
      { messageId: "arabic", places: ARABIC.has(language) ? against(arabicMarks) : [] },
      {
        messageId: "decimal",
        places: DECIMAL_COMMA.has(language) ? against(decimalCommas, isMostly) : [],
      },
      { messageId: "space-before", places: NO_SPACE.has(language) ? always(spacesBefore) : [] },
      { messageId: "joined", places: language === "en" ? always(joinedSentences) : [] },
    ] as const;
    for (const { messageId, places } of kinds) {
      const [first, ...others] = places;
      if (first === undefined) continue;
      const edits = places.flatMap((place) => place.edits);
      report({
        messageId,
        range: first.range,
        data: {
          mark: article.source.slice(first.range.start, first.range.end),
          places: others.length > 0 ? ` (${others.length + 1} places)` : "",
        },
        related: alsoAt(others),
        ...(edits.length > 0 ? { fix: edits } : {}),
      });
    }
  },
});
