import * as z from "zod";
import { bySite, codeBlockOf, defineRule, excerpt, rangeSchema, replace } from "../../src/rules.js";
import { backwardLines, codeOnFence, misspeltWord, openSign } from "./lib/fence-words.js";
import { languageMeantBy } from "./lib/language-slips.js";

/** A name that a site uses so often is one of its own. */
const OWN_NAME = 3;

const languageSchema = z.strictObject({
  name: z.string(),
  meant: z.string(),
  range: rangeSchema,
});

const PARTNERS: Readonly<Record<string, string>> = { "{": "}" };

/** What a fence says about its code. */
export default defineRule({
  id: "code/fence",
  summary: "What a fence says about its code is read as it is meant",
  fixes: ["suggestion"],
  references: ["https://spec.commonmark.org/0.31.2/#info-string"],
  facts: z.array(languageSchema),
  messages: {
    text: {
      severity: "error",
      what: 'The fence "{fence}" opens no code block.',
      why: "{engine} does not take what follows the language: readers see the code as running text.",
      help: "Correct or delete what follows the language.",
    },
    onFence: {
      severity: "error",
      what: 'The code is in the line of the fence "{fence}".',
      why: "Readers see an empty block: what follows the language is not shown.",
      help: "Move the code to a line of its own.",
    },
    open: {
      severity: "warning",
      what: "The {sign} in this fence is never closed.",
      why: "The title or the highlighted lines are left out, or shown wrong.",
      help: "Add the closing {partner}.",
    },
    backwards: {
      severity: "warning",
      what: "The fence highlights lines {lines}, which run backward.",
      why: "{engine} then highlights no line.",
      help: "Write the lower number first.",
    },
    word: {
      severity: "warning",
      what: '"{written}" is probably a misspelling of "{meant}".',
      why: "{engine} ignores a word that it does not have, and treats the code like any other.",
      help: 'Write "{meant}".',
    },
    language: {
      severity: "warning",
      what: 'No highlighter has a language "{name}".',
      why: "Readers see the code without colors.",
      help: 'Write "{meant}".',
    },
  },
  check({ article, engine, settings, report, leaveFact }) {
    const { fences } = engine.markdown;
    const { label } = engine;
    const languages: z.infer<typeof languageSchema>[] = [];
    return {
      pre(element) {
        const lost = codeOnFence(article, element);
        if (lost !== undefined) {
          const fence = excerpt(article.source.slice(lost.start, lost.end));
          report({ messageId: "onFence", range: lost, data: { fence } });
        }
        const block = codeBlockOf(article, element);
        if (block === undefined) return;
        const range = block.fence;
        const fence = article.source.slice(range.start, range.end);
        const info = fence.replace(/^(?:`+|~+)\s*/, "");
        if (fences.isText(info, settings.site)) {
          report({
            messageId: "text",
            range,
            data: { fence: excerpt(fence), engine: label },
          });
          return;
        }
        const sign = engine.publishes ? openSign(block, fences.closesBraces) : undefined;
        if (sign !== undefined)
          report({ messageId: "open", range, data: { sign, partner: PARTNERS[sign] ?? sign } });
        const lines = fences.refusesBackwards ? backwardLines(block) : undefined;
        if (lines !== undefined)
          report({ messageId: "backwards", range, data: { lines, engine: label } });
        const word = misspeltWord(block, fences.words);
        if (word !== undefined) {
          const { written, meant } = word;
          const start = range.start + fence.lastIndexOf(written);
          const place = { start, end: start + written.length };
          report({
            messageId: "word",
            range: place,
            certainty: "likely",
            data: { ...word, engine: label },
            suggestions: [{ message: `Write "${meant}"`, edits: [replace(place, meant)] }],
          });
        }
        const meant = languageMeantBy(block.language);
        if (meant === undefined) return;
        const start = range.start + fence.length - info.length;
        const end = start + block.language.length;
        languages.push({ name: block.language, meant, range: { start, end } });
      },
      end() {
        if (languages.length > 0) leaveFact(languages);
      },
    };
  },
  site({ articles, report }) {
    for (const members of bySite(articles)) {
      const uses = new Map<string, number>();
      for (const { fact = [] } of members)
        for (const { name } of fact) uses.set(kindOf(name), (uses.get(kindOf(name)) ?? 0) + 1);
      for (const { facts, fact = [] } of members) {
        for (const { name, meant, range } of fact) {
          if ((uses.get(kindOf(name)) ?? 0) >= OWN_NAME) continue;
          const suggestions = [{ message: `Write "${meant}"`, edits: [replace(range, meant)] }];
          const data = { name, meant };
          report({
            path: facts.path,
            range,
            messageId: "language",
            certainty: "likely",
            data,
            suggestions,
          });
        }
      }
    }
  },
});

/** A plugin that reads files after languages reads all of them. */
function kindOf(name: string): string {
  return name.includes(":") ? ":" : name;
}
