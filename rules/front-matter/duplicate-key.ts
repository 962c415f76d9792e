import {
  type Article,
  defineRule,
  type FrontMatterEntry,
  type Range,
  removeEntry,
  type Suggestion,
} from "../../src/rules.js";
import { headDoubles } from "./lib/head-doubles.js";
import { hasMergeConflict } from "./lib/merge-conflict.js";

function entryWithKeyAt(article: Article, range: Range): FrontMatterEntry | undefined {
  return article.frontMatter?.entries.find(({ keyRange }) => keyRange?.start === range.start);
}

/** A key that appears twice: parsers reject the block, or silently keep one of the values. */
export default defineRule({
  id: "front-matter/duplicate-key",
  summary: "Each front-matter key appears only once",
  fixes: ["suggestion"],
  references: ["YAML 1.2 §3.2.1.1"],
  messages: {
    repeated: {
      severity: "error",
      what: 'The key "{key}" appears twice.',
      why: "Engines reject the front matter, or silently keep only one of the values.",
      help: "Keep one of the two and delete the other.",
    },
    caseTwin: {
      severity: "error",
      what: 'The keys "{first}" and "{key}" differ only in letter case.',
      why: "One of them is ignored, and which one depends on the engine.",
      help: "Keep one of them, spelled as your engine documents it.",
    },
    headTwice: {
      severity: "warning",
      what: "The head of the page has two values for {name}.",
      why: "Search engines and other sites take one of the two, and which one is for them to decide.",
      help: "Keep one of the two and delete the other.",
    },
  },
  check({ article, report }) {
    if (hasMergeConflict(article)) return;
    for (const { name, range, first } of headDoubles(article)) {
      const related = [{ range: first, message: "first value" }];
      report({ messageId: "headTwice", range, related, data: { name } });
    }
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
      const related = [{ range: first, message: "first occurrence" }];
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
