import {
  defineRule,
  type Edit,
  type Element,
  headingText,
  isWrittenInMarkdown,
  overlapTest,
  type Paragraph,
  paragraphsOf,
  type Range,
  rangeOf,
  replace,
} from "../../src/rules.js";
import { isUnderlinedSentence, wideMarks } from "./lib/marks.js";

/** Headings that Markdown does not see, and sentences that it takes for headings. */
export default defineRule({
  id: "heading/marks",
  summary: "Markdown sees the headings that are meant, and no others",
  fixes: ["suggestion"],
  references: ["https://spec.commonmark.org/0.31.2/#atx-headings"],
  messages: {
    wideSpace: {
      severity: "error",
      what: "{character} follows the {signs} of this heading, not a plain space.",
      why: "Markdown takes it for a letter, so the line is not a heading, and readers see the signs.",
      help: "Replace it with a space.",
    },
    fullWidth: {
      severity: "error",
      what: "The {signs} of this heading are full-width signs.",
      why: "Markdown knows only #, so the line is not a heading, and readers see the signs.",
      help: "Write {meant}.",
    },
    underlined: {
      severity: "warning",
      what: "The hyphens below this paragraph make it a heading.",
      why: "Without a blank line before it, --- is not a rule: it underlines the text above.",
      help: "Put a blank line before the hyphens.",
    },
  },
  check({ article, report }) {
    if (article.format === "html") return;
    const isTemplate = overlapTest(article.templateTags.map(({ range }) => range));
    const isMarkdown = (range: Range): boolean => isWrittenInMarkdown(article, range);
    /** The whole paragraph is rewritten, since it becomes a heading. */
    const rewritten = (
      { element, kind }: Paragraph,
      range: Range,
      text: string,
    ): readonly Edit[] | undefined => {
      if (element === undefined || kind !== "paragraph") return undefined;
      const { start, end } = rangeOf(element);
      const before = article.source.slice(start, range.start);
      return [replace({ start, end }, before + text + article.source.slice(range.end, end))];
    };

    for (const paragraph of paragraphsOf(article)) {
      const { element, onlyCode, inTable, kind: place } = paragraph;
      if (onlyCode || inTable || place === "heading") continue;
      if (element !== undefined && article.originOf(element) !== "markdown") continue;
      for (const { kind, signs, character, range, meant } of wideMarks(article, paragraph)) {
        if (!isMarkdown(range) || isTemplate(range)) continue;
        const edits = rewritten(paragraph, range, meant);
        const suggestions =
          edits === undefined ? [] : [{ message: `Write ${meant.trim() || "a space"}`, edits }];
        if (kind === "wideSpace")
          report({ messageId: kind, range, data: { character, signs }, suggestions });
        else report({ messageId: kind, range, data: { signs, meant: meant.trim() }, suggestions });
      }
    }
    return {
      h2(element: Element) {
        if (article.originOf(element) !== "markdown") return;
        const range = rangeOf(element);
        if (
          isTemplate(range) ||
          !isUnderlinedSentence(article.source.slice(range.start, range.end))
        )
          return;
        if ((headingText(article, element) ?? "") !== "")
          report({ messageId: "underlined", range });
      },
    };
  },
});
