import * as z from "zod";
import { languageOf } from "../../src/knowledge/prose/article-language.js";
import { type ProseText, proseTextsOf } from "../../src/knowledge/prose/prose-text.js";
import { defineRule, type Edit } from "../../src/rule/index.js";
import { locateMarks, type MarkPlace } from "./lib/mark-places.js";
import {
  doubledMarks,
  heapedMarks,
  mixedPairs,
  narrowMarks,
  wideMarks,
} from "./lib/punctuation-width.js";

const CJK_LANGUAGES: ReadonlySet<string | undefined> = new Set(["zh", "ja", "ko"]);

export default defineRule({
  id: "typography/punct-width",
  summary: "Marks have the width of the writing they stand in",
  fixes: ["safe", "suggestion"],
  references: ["GB/T 15834-2011", "https://www.w3.org/TR/clreq/#categories_of_punctuation_marks"],
  options: z.strictObject({
    lang: z
      .array(z.enum(["zh", "ja"]))
      .default(["zh"])
      .describe("Languages that take full-width marks between their characters."),
  }),
  messages: {
    "half-width": {
      severity: "warning",
      what: 'Half-width "{mark}" between CJK characters looks torn from the line{places}.',
      why: "",
      help: "Write the full-width mark, without a space beside it.",
    },
    "full-width": {
      severity: "warning",
      what: 'Full-width "{mark}" among Latin words leaves a hole in the line{places}.',
      why: "",
      help: "Write the half-width mark.",
    },
    doubled: {
      severity: "warning",
      what: '"{mark}" is one mark too many{places}.',
      why: "",
      help: "Write the mark once.",
    },
    heaped: {
      severity: "info",
      what: 'Marks are heaped up as "{mark}", which reads like shouting or like a slip{places}.',
      why: "",
      help: "Write the mark that is meant, once.",
    },
    "mixed-pair": {
      severity: "warning",
      what: 'The brackets of "{mark}" are of two widths{places}.',
      why: "",
      help: "Write both in full width.",
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
    const kinds = [
      { messageId: "half-width", places: inLanguage(narrowMarks) },
      { messageId: "full-width", places: isLatin ? locateMarks(proses, wideMarks) : [] },
      { messageId: "doubled", places: locateMarks(proses, doubledMarks) },
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
          related: others.map(({ range }) => ({ range, message: "here too" })),
          ...offered(messageId === "heaped", edits),
        });
      }
    }
    return undefined;
  },
});

function offered(isChoice: boolean, edits: readonly Edit[]) {
  if (edits.length === 0) return {};
  return isChoice ? { suggestions: [{ message: "Write the mark once", edits }] } : { fix: edits };
}

/** Of brackets only the two ends are of interest. */
function shortened(found: string): string {
  return found.length > 4 ? `${found.slice(0, 1)}…${found.slice(-1)}` : found;
}
