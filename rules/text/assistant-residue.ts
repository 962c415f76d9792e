import * as z from "zod";
import {
  alsoAt,
  defineRule,
  excerpt,
  overlapTest,
  paragraphRemoval,
  paragraphsOf,
  type Range,
  replace,
  verbatimRangesOf,
} from "../../src/rules.js";
import table from "./lib/assistant-residue.json" with { type: "json" };
import { isQuoted } from "./lib/quotations.js";

const REMARK = new RegExp(`^(?:${table.remarks.join("|")})`, "iu");
/** The private-use characters are those that the interface of an assistant wraps around its marks. */
const CITATION = new RegExp(
  `[\\uE200-\\uE206]*(?:${table.citations.join("|")})[\\uE200-\\uE206]*`,
  "gu",
);
/** Every citation has one of these. */
const MAYBE_CITATION = /oaicite|†|citeturn|cite\uE202/;
/** What a remark needs to be told by is among the first characters. */
const REMARK_LENGTH = 200;

export default defineRule({
  id: "text/assistant-residue",
  summary: "An article should not contain what a writing assistant says about its own text",
  fixes: ["suggestion"],
  options: z.strictObject({}),
  messages: {
    remark: {
      severity: "warning",
      what: '"{text}" is a remark to the writer.',
      why: "A writing assistant says so about its own text. Readers see that nobody read it before they did.",
      help: "Delete it, and read the text around it for others.",
    },
    citation: {
      severity: "warning",
      what: 'The citation "{text}" is shown as code.',
      why: "Only the page of the writing assistant turns it into a link ({places}).",
      help: "Replace it with a link to the source, or delete it.",
    },
  },
  check({ article, report }) {
    const citations: { readonly range: Range; readonly text: string }[] = [];
    for (const paragraph of paragraphsOf(article)) {
      const { text } = paragraph;
      if (paragraph.onlyCode || paragraph.kind === "heading" || paragraph.inTable) continue;
      if (REMARK.test(text.slice(0, REMARK_LENGTH)) && !isQuoted(article, paragraph)) {
        const removal = paragraphRemoval(article, paragraph);
        report({
          messageId: "remark",
          range: paragraph.range,
          data: { text: excerpt(text) },
          suggestions:
            removal === undefined
              ? []
              : [{ message: "Delete the paragraph", edits: [replace(removal, "")] }],
        });
      }
      if (!MAYBE_CITATION.test(text)) continue;
      for (const { 0: mark, index } of text.matchAll(CITATION)) {
        const range = paragraph.rangeOf(index, index + mark.length);
        if (!overlapTest(verbatimRangesOf(article))(range)) citations.push({ range, text: mark });
      }
    }
    const [first, ...others] = citations;
    if (first === undefined) return;
    report({
      messageId: "citation",
      range: first.range,
      data: {
        text: first.text,
        places: citations.length === 1 ? "1 place" : `${citations.length} places`,
      },
      related: alsoAt(others, ({ text }) => text),
      suggestions: [
        { message: "Delete the marks", edits: citations.map(({ range }) => replace(range, "")) },
      ],
    });
  },
});
