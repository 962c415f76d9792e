import * as z from "zod";
import {
  areInEntries,
  areParallel,
  comparedParagraphs,
  defineRule,
  LEAST_COMPARED_WEIGHT,
  paragraphRemoval,
  type Range,
  rangeSchema,
} from "../../src/rules.js";

/** A paragraph in this many articles is boilerplate. */
const BOILERPLATE_ARTICLES = 3;
/** More copies than this in one article are a refrain or a template, not a mistake. */
const MOST_COPIES = 3;

/** What `check` leaves: the copies of paragraphs within one article. */
const copySchema = z.strictObject({
  hash: z.string(),
  /** Positions of the copy and of the first one among the compared paragraphs. */
  index: z.int(),
  firstIndex: z.int(),
  range: rangeSchema,
  first: rangeSchema,
  /** What to delete so that the copy is gone. */
  removal: rangeSchema.optional(),
});
type Copy = z.infer<typeof copySchema>;

export default defineRule({
  id: "text/duplicate-paragraph",
  summary: "A paragraph should not appear twice in an article",
  fixes: ["suggestion"],
  options: z.strictObject({
    minWeight: z
      .int()
      .min(LEAST_COMPARED_WEIGHT)
      .default(60)
      .describe(
        "Shortest paragraph that is compared, in weighted length (a CJK character counts 2).",
      ),
    ignore: z
      .array(z.string().min(1))
      .default([])
      .describe("Paragraphs that contain one of these texts may be repeated."),
  }),
  facts: z.array(copySchema),
  messages: {
    repeated: {
      severity: "warning",
      what: "This paragraph repeats an earlier one of the article word for word.",
      why: "Readers meet the same words again and take the second copy for a mistake.",
      help: "Delete one of the two copies.",
    },
    passage: {
      severity: "warning",
      what: "These {count} paragraphs repeat earlier ones of the article word for word.",
      why: "Readers meet the same words again and take the second copy for a mistake.",
      help: "Delete one of the two copies.",
    },
  },
  check: ({ article, options, leaveFact }) => {
    const places = new Map<string, number[]>();
    const compared = comparedParagraphs(article);
    for (const [index, { hash, weight, paragraph }] of compared.entries()) {
      if (weight < options.minWeight) continue;
      if (options.ignore.some((text) => paragraph.text.includes(text))) continue;
      const known = places.get(hash);
      if (known === undefined) places.set(hash, [index]);
      else known.push(index);
    }

    const copies: Copy[] = [];
    for (const [hash, indexes] of places) {
      if (indexes.length > MOST_COPIES) continue;
      for (const index of indexes) {
        const again = compared[index]?.paragraph;
        const firstIndex = indexes.find((earlier) => {
          const other = compared[earlier]?.paragraph;
          if (other === undefined || again === undefined) return false;
          return !areParallel(other, again) && !areInEntries(article, other, again);
        });
        const first = compared[firstIndex ?? index]?.paragraph;
        if (again === undefined || first === undefined || first === again) continue;
        if (firstIndex === undefined || firstIndex >= index) continue;
        const removal = paragraphRemoval(article, again);
        copies.push({
          hash,
          index,
          firstIndex,
          range: { ...again.range },
          first: { ...first.range },
          ...(removal === undefined ? {} : { removal: { ...removal } }),
        });
      }
    }
    if (copies.length > 0) {
      leaveFact(copies.sort((left, right) => left.index - right.index));
    }
  },
  speaksOf: "each",
  site: ({ site, articles, report }) => {
    for (const { facts, fact = [] } of articles) {
      const copies = fact.filter(
        ({ hash }) => site.articlesWithParagraph(hash) < BOILERPLATE_ARTICLES,
      );
      for (const passage of passagesOf(copies)) {
        const removals = passage.flatMap(({ removal }) => (removal === undefined ? [] : [removal]));
        const place = {
          path: facts.path,
          range: spanOf(passage.map(({ range }) => range)),
          related: [{ range: spanOf(passage.map(({ first }) => first)), message: "first copy" }],
          suggestions:
            removals.length === passage.length
              ? [
                  {
                    message: "Delete this copy",
                    edits: removals.map(({ start, end }) => ({ start, end, text: "" })),
                  },
                ]
              : [],
        };
        if (passage.length === 1) report({ ...place, messageId: "repeated" });
        else report({ ...place, messageId: "passage", data: { count: passage.length } });
      }
    }
  },
});

/** Copies that follow each other in the same order as the originals are one mistake. */
function passagesOf(copies: readonly Copy[]): readonly (readonly Copy[])[] {
  const passages: Copy[][] = [];
  for (const copy of copies) {
    const passage = passages.at(-1);
    const last = passage?.at(-1);
    if (last?.index === copy.index - 1 && last.firstIndex === copy.firstIndex - 1) {
      passage?.push(copy);
    } else passages.push([copy]);
  }
  return passages;
}

function spanOf(ranges: readonly Range[]): Range {
  return { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 };
}
