import * as z from "zod";
import { type Article, defineRule, type Edit, proseTextsOf } from "../../src/rules.js";
import { type RepeatedWord, repeatedWords } from "./lib/repeated-words.js";

/** More doubled words than this in one article make one finding with all places. */
const MOST_SINGLE = 3;

export default defineRule({
  id: "text/repeated-word",
  summary: "A word should not stand twice in a row",
  fixes: ["safe"],
  options: z.strictObject({
    lang: z
      .array(z.string().regex(/^[a-z]{2,3}$/))
      .default([])
      .describe("Only texts in these languages are judged, as primary subtags: `en`. None: all."),
    allow: z
      .array(z.string().min(1))
      .default([])
      .describe("Further words that may follow themselves."),
  }),
  messages: {
    repeated: {
      severity: "warning",
      what: '"{word}" stands twice in a row, and readers stumble over it.',
      why: "",
      help: "Delete one of the two.",
    },
    several: {
      severity: "warning",
      what: 'From "{word}" on, {count} words stand twice in a row, and readers stumble over them.',
      why: "",
      help: "Delete one of the two in each place.",
    },
  },
  check({ article, options, report }) {
    const allow = new Set(options.allow.map((word) => word.toLowerCase()));
    const places = proseTextsOf(article)
      .filter(({ language }) => isJudged(language, options.lang))
      .flatMap((prose) =>
        repeatedWords(prose, allow).map((repeated) => ({
          word: repeated.word,
          range: prose.paragraph.rangeOf(repeated.first.start, repeated.second.end),
          edits: deletionOf(article, repeated, (start, end) => prose.paragraph.rangeOf(start, end)),
        })),
      );
    const [first, ...others] = places;
    if (first === undefined) return;
    if (places.length > MOST_SINGLE) {
      report({
        messageId: "several",
        range: first.range,
        data: { word: first.word, count: places.length },
        related: others.map(({ range, word }) => ({ range, message: `"${word}" twice` })),
        fix: places.flatMap(({ edits }) => edits),
      });
      return;
    }
    for (const { word, range, edits } of places) {
      report({ messageId: "repeated", range, data: { word }, fix: edits });
    }
  },
});

function isJudged(language: string | undefined, languages: readonly string[]): boolean {
  return languages.length === 0 || (language !== undefined && languages.includes(language));
}

/** Deletes the second of two words; where a line break stands between them, the one that leaves no gap. */
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
