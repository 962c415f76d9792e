import * as z from "zod";
import {
  alsoAt,
  type Dictionary,
  defineRule,
  excerpt,
  pagesOfWords,
  type Range,
  rangeSchema,
  replace,
} from "../../src/rules.js";
import { KnownWords } from "./lib/known-words.js";
import { unknownWords } from "./lib/unknown-words.js";

/** Unknown words that a finding names. */
const MOST_NAMED = 3;
/** A word without a near one that an article repeats is a term. */
const MOST_REPEATED = 2;

const SEVERITIES = { info: "info", warn: "warning", error: "error" } as const;

const placeSchema = rangeSchema.extend({ isPlain: z.boolean() });

const factSchema = z.array(
  z.strictObject({
    word: z.string(),
    /** Words that were perhaps meant. */
    near: z.array(z.string()),
    places: z.array(placeSchema),
    isName: z.boolean(),
  }),
);

type UnknownFact = z.output<typeof factSchema>[number];

export default defineRule({
  id: "text/spelling",
  summary: "The words of a text should be spelled right",
  recommended: false,
  fixes: ["suggestion"],
  options: z.strictObject({
    dictionaries: z
      .array(z.string().min(1))
      .default([])
      .describe(
        "Installed packages with dictionaries, of Hunspell (`dictionary-en`) or cspell (`@cspell/dict-en_us`). By default those that `package.json` lists.",
      ),
    words: z.array(z.string().min(1)).default([]).describe("Further words that are right."),
    files: z
      .array(z.string().min(1))
      .default([])
      .describe(
        "Text files with further words that are right, one on each line, relative to the config; `#` begins a remark.",
      ),
    common: z
      .int()
      .min(2)
      .default(3)
      .describe("In how many pages a word must appear to count as a word of the site."),
    unknown: z
      .enum(["off", "info", "warn", "error"])
      .default("info")
      .describe("Severity for words that resemble no known word."),
  }),
  facts: factSchema,
  messages: {
    misspelled: {
      severity: "warning",
      what: '"{word}" is in no dictionary{places}; perhaps "{near}" is meant.',
      why: "Readers stumble over misspelled words, and search does not find them.",
      help: 'Write "{near}", or add "{word}" to the words of the rule.',
    },
    unknown: {
      severity: "info",
      what: "No dictionary contains {words}.",
      why: "Readers stumble over misspelled words, and search does not find them.",
      help: "Correct what is misspelled, and add the other words to the words of the rule.",
    },
  },
  load({ dictionaries, words, files }, resources) {
    const isChosen = dictionaries.length > 0;
    const names = isChosen ? dictionaries : resources.dictionaries;
    if (names.length === 0) {
      const help =
        "Run npm install --save-dev @cspell/dict-en_us, or the dictionary of your language.";
      resources.refuse(["dictionaries"], "text/spelling has no dictionary.", help);
      return undefined;
    }
    const own = files.flatMap((name, index) =>
      wordsIn(resources.text(name, ["files", index]) ?? ""),
    );
    return wordsByLanguage(
      names.flatMap(
        (name, index) => resources.dictionary(name, isChosen ? ["dictionaries", index] : []) ?? [],
      ),
      new Set([...words, ...own].map((word) => word.toLowerCase())),
    );
  },
  check({ article, loaded, leaveFact }) {
    if (loaded === undefined) return;
    const facts = new Map<string, UnknownFact>();
    for (const { word, range, isPlain, isName, known } of unknownWords(article, loaded)) {
      const place = { start: range.start, end: range.end, isPlain };
      const before = facts.get(word);
      if (before === undefined) {
        const near = isName ? [] : [...known.near(word)];
        facts.set(word, { word, near, places: [place], isName });
      } else {
        before.places.push(place);
        if (isName) before.isName = true;
      }
    }
    if (facts.size > 0) leaveFact([...facts.values()]);
  },
  site({ articles, report }) {
    const pages = pagesOfWords(
      articles.map(({ facts: { path }, fact = [] }) => ({
        path,
        words: fact.map(({ word }) => word),
      })),
    );
    for (const {
      facts: { path },
      fact = [],
      options,
    } of articles) {
      const judged = fact.filter(
        ({ word, isName }) => !isName && (pages.get(word.toLowerCase()) ?? 0) < options.common,
      );
      for (const one of judged) {
        const { word, near, places } = one;
        const [range, ...others] = places;
        const [best] = near;
        if (best === undefined || range === undefined) continue;
        report({
          path,
          messageId: "misspelled",
          range: plainRange(range),
          certainty: "likely",
          data: {
            word,
            near: best,
            places: others.length === 0 ? "" : ` (${places.length} places)`,
          },
          related: alsoAt(others.map(plainRange)),
          suggestions: suggestionsFor(one),
        });
      }
      const strange = judged.filter(
        ({ word, near, places }) =>
          near.length === 0 && places.length <= MOST_REPEATED && /^\p{Ll}/u.test(word),
      );
      const [first, ...others] = strange.flatMap(({ places }) => places).map(plainRange);
      if (first === undefined || options.unknown === "off") continue;
      report({
        path,
        messageId: "unknown",
        severity: SEVERITIES[options.unknown],
        range: first,
        certainty: "likely",
        data: { words: listed(strange.map(({ word }) => word)) },
        related: alsoAt(others),
      });
    }
  },
});

/** The known words of a language; undefined for a language without a dictionary of its own. */
function wordsByLanguage(
  dictionaries: readonly Dictionary[],
  own: ReadonlySet<string>,
): (language: string) => KnownWords | undefined {
  const known = new Map<string, KnownWords>();
  for (const { language } of dictionaries) {
    if (language === undefined || known.has(language)) continue;
    const fitting = dictionaries.filter((one) => (one.language ?? language) === language);
    known.set(language, new KnownWords(language, fitting, own));
  }
  return (language) => known.get(language);
}

function wordsIn(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((word) => word !== "");
}

function suggestionsFor({ near, places }: UnknownFact) {
  if (!places.every(({ isPlain }) => isPlain)) return [];
  return near.map((right) => ({
    message: `Write "${right}"`,
    edits: places.map((place) => replace(plainRange(place), right)),
  }));
}

function plainRange({ start, end }: Range): Range {
  return { start, end };
}

function listed(words: readonly string[]): string {
  const named = words.slice(0, MOST_NAMED).map((word) => `"${excerpt(word)}"`);
  const rest = words.length - named.length;
  const last = rest > 0 ? `${rest} more` : named.pop();
  return named.length === 0 ? (last ?? "") : `${named.join(", ")} and ${last}`;
}
