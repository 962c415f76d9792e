import {
  type Article,
  defineRule,
  type FrontMatterEntry,
  type Range,
  removeEntry,
  type Suggestion,
} from "../../src/rules.js";

function entryWithKeyAt(article: Article, range: Range): FrontMatterEntry | undefined {
  return article.frontMatter?.entries.find(({ keyRange }) => keyRange?.start === range.start);
}

/** A key that stands twice: parsers refuse the block, or silently keep one of the values. */
export default defineRule({
  id: "front-matter/duplicate-key",
  summary: "Each front-matter key stands once",
  fixes: ["suggestion"],
  references: ["YAML 1.2 §3.2.1.1"],
  messages: {
    repeated: {
      severity: "error",
      what: 'The key "{key}" stands twice, so engines refuse the front matter or silently keep one value.',
      why: "",
      help: "Keep one of them.",
    },
    caseTwin: {
      severity: "error",
      what: 'The keys "{first}" and "{key}" differ only by letter case: one of them is ignored, which one depends on the engine.',
      why: "",
      help: "Keep one of them, in the spelling the engine documents.",
    },
  },
  check({ article, report }) {
    for (const problem of article.problems) {
      if (problem.kind !== "front-matter-duplicate-key") continue;
      const { range, first, key, caseOnly } = problem;
      const suggestions: Suggestion[] = [];
      for (const [which, place] of [
        ["first", range],
        ["last", first],
      ] as const) {
        const entry = entryWithKeyAt(article, place);
        const edits = entry && removeEntry(article, entry);
        if (edits !== undefined) suggestions.push({ message: `Keep the ${which}`, edits });
      }
      const related = [{ range: first, message: "first given here" }];
      const firstKey = article.source.slice(first.start, first.end);
      if (caseOnly) {
        report({
          messageId: "caseTwin",
          range,
          related,
          data: { key, first: firstKey },
          suggestions,
        });
      } else report({ messageId: "repeated", range, related, data: { key }, suggestions });
    }
  },
});
