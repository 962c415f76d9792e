import * as z from "zod";
import { type Article, alsoAt, defineRule, type Edit, proseTextsOf } from "../../src/rules.js";
import { type RepeatedWord, repeatedWords } from "./lib/repeated-words.js";

/** More doubled words than this in one article are one finding with all places. */
const MOST_SINGLE = 3;

export default defineRule({
  id: "text/repeated-word",
  summary: "A word should not appear twice in a row",
  fixes: ["safe", "suggestion"],
  options: z.strictObject({
    lang: z
      .array(z.string().regex(/^[a-z]{2,3}$/))
      .default([])
      .describe("Languages to check, as primary subtags such as `en`; all when empty."),
    allow: z
      .array(z.string().min(1))
      .default([])
      .describe("Further words that may appear twice in a row."),
  }),
  messages: {
    repeated: {
      severity: "warning",
      what: 'The word "{word}" appears twice in a row.',
      why: "Readers stumble over a doubled word.",
      help: "Delete one of the two.",
    },
    several: {
      severity: "warning",
      what: '{count} words appear twice in a row, the first of them "{word}".',
      why: "Readers stumble over doubled words.",
      help: "Delete one of the two words in each place.",
    },
  },
  check({ article, options, report }) {
    const allow = new Set(options.allow.map((word) => word.toLowerCase()));
    const places = proseTextsOf(article)
      .filter(({ language }) => isJudged(language, options.lang))
      .flatMap((prose) =>
        repeatedWords(prose, allow).map((repeated) => ({
          word: repeated.word,
          certain: repeated.certain,
          range: prose.paragraph.rangeOf(repeated.first.start, repeated.second.end),
          edits: deletionOf(article, repeated, (start, end) => prose.paragraph.rangeOf(start, end)),
        })),
      );
    // Of other words the two may be meant, as far as anyone can tell without knowing what the sentence says.
    for (const certain of [true, false]) {
      const group = places.filter((place) => place.certain === certain);
      const changes = (edits: readonly Edit[]) =>
        certain ? { fix: edits } : { suggestions: [{ message: "Delete one of the two", edits }] };
      const [first, ...others] = group;
      if (first !== undefined && group.length > MOST_SINGLE) {
        report({
          messageId: "several",
          range: first.range,
          data: { word: first.word, count: group.length },
          related: alsoAt(others, ({ word }) => `"${word}" twice`),
          ...changes(group.flatMap(({ edits }) => edits)),
        });
        continue;
      }
      for (const { word, range, edits } of group) {
        report({ messageId: "repeated", range, data: { word }, ...changes(edits) });
      }
    }
  },
});

function isJudged(language: string | undefined, languages: readonly string[]): boolean {
  return languages.length === 0 || (language !== undefined && languages.includes(language));
}

/** Deletes the second of two words; if there is a line break between them, the one whose deletion leaves no gap. */
function deletionOf(
  article: Article,
  { first, second }: RepeatedWord,
  rangeOf: (start: number, end: number) => { readonly start: number; readonly end: number },
): readonly Edit[] {
  const one = rangeOf(first.start, first.end);
  const two = rangeOf(second.start, second.end);
  const { source } = article;
  if (!/[\r\n]/.test(source.slice(one.end, two.start))) {
    return [{ start: one.end, end: two.end, text: "" }];
  }
  if (/[ \t]/.test(source[one.start - 1] ?? "") && /[^\s>]/.test(source[one.start - 2] ?? "")) {
    return [{ start: one.start - 1, end: one.end, text: "" }];
  }
  const blank = /[ \t]/.test(source[two.end] ?? "") ? 1 : 0;
  return [{ start: two.start, end: two.end + blank, text: "" }];
}
