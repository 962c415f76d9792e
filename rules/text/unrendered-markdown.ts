import * as z from "zod";
import {
  type Article,
  alsoAt,
  defineRule,
  type Edit,
  type Element,
  excerpt,
  isCjk,
  isWrittenInMarkdown,
  overlapTest,
  type Paragraph,
  paragraphsOf,
  type Range,
  rangeOf,
  replace,
} from "../../src/rules.js";
import {
  hasTemplateCells,
  innerFence,
  looseTable,
  openFence,
  shortFence,
  tightHeadings,
} from "./lib/unrendered/left-as-text.js";
import { loneBacktick } from "./lib/unrendered/lone-backticks.js";
import {
  brokenMarks,
  escapedMarks,
  indentedParagraph,
  textTag,
} from "./lib/unrendered/lost-marks.js";
import { openUnderscores } from "./lib/unrendered/open-underscores.js";
import { placeOf, withMendedStars } from "./lib/unrendered/star-repairs.js";
import { type StarDefect, starDefects } from "./lib/unrendered/star-runs.js";
import { looseItem, strictListDefect } from "./lib/unrendered/strict-lists.js";
import { unevenMarks } from "./lib/unrendered/uneven-marks.js";

const ASTERISKS = { mark: "**", escaped: "\\*\\*", signs: "asterisks" };
const KINDS = ["mark", "space", "unclosed"] as const;
const UNDERSCORES = { mark: "__", escaped: "\\_\\_", signs: "underscores" };

export default defineRule({
  id: "text/unrendered-markdown",
  summary: "Markdown should not reach readers as it was typed",
  fixes: ["suggestion"],
  references: ["https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis", "GFM 4.10"],
  options: z.strictObject({
    cjkFriendly: z
      .boolean()
      .default(false)
      .describe(
        "Whether the site has a plugin, such as markdown-it-cjk-friendly or remark-cjk-friendly, that renders emphasis next to CJK characters.",
      ),
  }),
  messages: {
    mark: {
      severity: "error",
      what: 'The emphasis "{sample}" is not rendered.',
      why: "Between a punctuation mark and a letter, ** does not begin or end emphasis: readers see it.",
      help: "Move the punctuation mark out of the emphasis, or put a space outside.",
    },
    space: {
      severity: "error",
      what: 'The emphasis "{sample}" is not rendered.',
      why: "After or before a space, ** does not begin or end emphasis: readers see it.",
      help: "Delete the spaces inside the emphasis.",
    },
    unclosed: {
      severity: "warning",
      what: 'The emphasis "{sample}" has no closing {mark}.',
      why: "Readers see the {signs}.",
      help: "Add {mark} where the emphasis ends, or write {escaped} if the {signs} are meant.",
    },
    uneven: {
      severity: "warning",
      what: 'The emphasis "{sample}" has two {signs} at one end and one at the other.',
      why: "Readers see the sign that is left over, and a text that is emphasized in another way than meant.",
      help: "Write {mark} at both ends, or one sign at both.",
    },
    backtick: {
      severity: "warning",
      what: 'The code "{sample}" has a backtick at one end only.',
      why: "Readers see the backtick, and no code.",
      help: "Add the other backtick, or write \\` if the backtick is meant.",
    },
    heading: {
      severity: "error",
      what: "There is no space after the {signs} of this heading.",
      why: "Without it the line is not a heading, and readers see the signs.",
      help: "Add a space.",
    },
    escaped: {
      severity: "warning",
      what: 'The marks of "{sample}" are escaped, so readers see them.',
      why: "Programs that convert pages escape what they take for text.",
      help: "Delete the backslashes, or write it as code if the marks are meant.",
    },
    imageGap: {
      severity: "error",
      what: "There is a space between the ! and the bracket of this image.",
      why: "Readers see an exclamation mark and a link in place of the image.",
      help: "Delete the space.",
    },
    wideImage: {
      severity: "error",
      what: "This image has a full-width exclamation mark.",
      why: "Readers see the mark and a link in place of the image.",
      help: "Write a half-width !, without a space after it.",
    },
    tag: {
      severity: "error",
      what: "The tag {sample} is shown as text.",
      why: "Something in it is wrong, such as a missing quotation mark, so Markdown does not take it for a tag.",
      help: "Correct its attributes, or write it as code if readers are meant to see it.",
    },
    comment: {
      severity: "warning",
      what: 'The comment "{sample}" is shown as text.',
      why: "Comments are written between <!-- and -->. With other characters, readers see them.",
      help: "Write {meant}.",
    },
    indented: {
      severity: "warning",
      what: "This paragraph is shown as code, since it is indented by four spaces.",
      why: "Readers see one long line in the type of code, without emphasis and links.",
      help: "Delete the spaces before it.",
    },
    table: {
      severity: "error",
      what: "This table has no delimiter row.",
      why: "Without a row of hyphens after the first row it is text, and readers see the bars.",
      help: "Add {row} after the first row.",
    },
    cells: {
      severity: "error",
      what: "The first row of this table has {header} cells, its delimiter row {delimiters}.",
      why: "With these numbers it is not a table, and readers see the bars and hyphens.",
      help: "Give both rows the same number of cells.",
    },
    gluedList: {
      severity: "error",
      what: "There is no blank line before this list.",
      why: "{engine} takes it for a part of the paragraph, and readers see the marks in running text.",
      help: "Add a blank line before the list.",
    },
    flatList: {
      severity: "error",
      what: "This inner list is not indented by four spaces.",
      why: "{engine} takes its items for items of the list around it.",
      help: "Indent the inner list by four spaces.",
    },
    looseItem: {
      severity: "warning",
      what: "This item is indented too little for the list that it belongs to.",
      why: "Markdown makes it an item of the outer list, or ends a list there and begins another.",
      help: "Indent it by {missing} more.",
    },
    shortFence: {
      severity: "warning",
      what: "This line has two of the three backticks that close the code.",
      why: "The text below it is shown as code, up to the next fence.",
      help: "Add a backtick.",
    },
    innerFence: {
      severity: "warning",
      what: 'The line "{line}" is inside another code block.',
      why: "The block above it ends only at the next fence without a language, with all the text between.",
      help: "Close the block above with {fence}. If it shows Markdown, give both of its fences one more sign.",
    },
    fence: {
      severity: "warning",
      what: "This code block is never closed.",
      why: "Everything after the fence is shown as code.",
      help: "Add {fence} on a line of its own where the code ends.",
    },
  },
  check({ article, engine, options, settings, report }) {
    if (article.format === "html") return;
    const isCjkFriendly = options.cjkFriendly || engine.markdown.rendersCjkEmphasis(settings.site);
    const isKramdown = engine.markdown.renderer === "kramdown";
    const isTemplate = overlapTest(article.templateTags.map(({ range }) => range));
    const isMarkdown = (range: Range): boolean => isWrittenInMarkdown(article, range);

    const headings: Range[] = [];
    const edits: (Edit | undefined)[] = [];
    const indented: Range[] = [];
    const paragraphs = paragraphsOf(article);
    const shown = (range: Range): boolean => isMarkdown(range) && !isTemplate(range);
    tellEscaped(escapedMarks(article, paragraphs).filter(shown));
    for (const { mark, ...range } of unevenMarks(article)) {
      if (!shown(range)) continue;
      const sample = excerpt(article.source.slice(range.start, range.end));
      const { signs } = mark === ASTERISKS.mark ? ASTERISKS : UNDERSCORES;
      report({ messageId: "uneven", range, data: { sample, signs, mark } });
    }
    for (const paragraph of paragraphs) {
      if (paragraph.onlyCode) continue;
      const { defects, span } = starDefects(article, paragraph);
      const seen = defects.filter((defect) => isMarkdown(defect.open) && isShown(defect));
      for (const kind of KINDS) {
        const alike = seen.filter((defect) => defect.kind === kind);
        if (alike.length > 0) tell(paragraph, alike, span);
      }
      const underscores = openUnderscores(article, paragraph);
      if (underscores !== undefined && isMarkdown(underscores)) {
        const sample = excerpt(article.source.slice(underscores.start, paragraph.range.end));
        report({ messageId: "unclosed", range: underscores, data: { sample, ...UNDERSCORES } });
      }
      const backtick = loneBacktick(article, paragraph);
      if (backtick !== undefined)
        report({
          messageId: "backtick",
          range: backtick,
          data: { sample: sampleAt(article, paragraph, backtick) },
        });
      const tag = textTag(article, paragraph);
      if (tag !== undefined && shown(tag)) {
        const sample = excerpt(article.source.slice(tag.start, tag.end));
        report({ messageId: "tag", range: tag, data: { sample } });
      }
      for (const { kind, range, meant } of brokenMarks(article, paragraph)) {
        if (!shown(range)) continue;
        const sample = excerpt(article.source.slice(range.start, range.end));
        const suggestions = [
          { message: `Write ${excerpt(meant)}`, edits: [replace(range, meant)] },
        ];
        if (kind === "imageGap" || kind === "wideImage") report({ messageId: kind, range });
        else report({ messageId: kind, range, data: { sample, meant }, suggestions });
      }
      if (paragraph.kind === "heading" || paragraph.inTable) continue;
      const tight = tightHeadings(article, paragraph).filter(shown);
      if (tight.length === 0) continue;
      for (const one of tight) headings.push(one);
      edits.push(spacedHeadings(article, paragraph, tight));
    }
    const [first, ...others] = headings;
    if (first !== undefined) {
      report({
        messageId: "heading",
        range: first,
        // kramdown without its parser for GFM needs no space.
        certainty: isKramdown ? "likely" : "certain",
        data: { signs: article.source.slice(first.start, first.end) },
        related: alsoAt(others),
        suggestions: edits.includes(undefined)
          ? []
          : [{ message: "Add the space", edits: edits.flatMap((edit) => edit ?? []) }],
      });
    }
    const isStrict = engine.markdown.hasStrictLists(settings.site);
    const list = (element: Element): void => {
      const loose = looseItem(article, element, isStrict);
      if (loose !== undefined && !isTemplate(loose.range)) {
        const missing = loose.missing === 1 ? "1 space" : `${loose.missing} spaces`;
        report({ messageId: "looseItem", range: loose.range, data: { missing } });
      }
      const defect = isStrict ? strictListDefect(article, element) : undefined;
      if (defect === undefined || isTemplate(defect.range)) return;
      const data = { engine: engine.label };
      report({ messageId: defect.kind, range: defect.range, data });
    };
    return {
      ul: list,
      ol: list,
      p(element) {
        // A table of kramdown needs no delimiter row.
        if (isKramdown || article.originOf(element) !== "markdown") return;
        const table = looseTable(article, element);
        if (table === undefined) return;
        const { range, mended, delimiterRow, mismatch } = table;
        if (table.hasSpacedDelimiters && engine.markdown.spacesDelimiters) return;
        const isOpen =
          mismatch === undefined ? isTemplate(range) : hasTemplateCells(article, range);
        if (isOpen) return;
        if (mismatch !== undefined) {
          if (engine.markdown.fillsTableHeads && mismatch.header < mismatch.delimiters) return;
          report({ messageId: "cells", range, data: mismatch });
          return;
        }
        const suggestions =
          mended === undefined
            ? []
            : [{ message: `Add ${delimiterRow}`, edits: [replace(range, mended)] }];
        report({ messageId: "table", range, data: { row: delimiterRow }, suggestions });
      },
      pre(element) {
        if (article.originOf(element) !== "markdown") return;
        const paragraph = indentedParagraph(article, element);
        if (paragraph !== undefined && shown(paragraph)) indented.push(paragraph);
        const short = shortFence(article, element);
        if (short !== undefined && !isTemplate(short)) {
          report({ messageId: "shortFence", range: short });
          return;
        }
        const inner = innerFence(article, element);
        if (inner !== undefined && !isTemplate(inner)) {
          const { start } = rangeOf(element);
          const [fence = "```"] = /^(?:`+|~+)/.exec(article.source.slice(start)) ?? [];
          const line = excerpt(article.source.slice(inner.start, inner.end));
          report({
            messageId: "innerFence",
            range: inner,
            data: { line, fence },
            related: [{ range: { start, end: start + fence.length }, message: "the block above" }],
          });
          return;
        }
        const range = openFence(article, element);
        if (range === undefined || isTemplate(rangeOf(element))) return;
        const [fence = "```"] = /^(?:`+|~+)/.exec(article.source.slice(range.start)) ?? [];
        report({ messageId: "fence", range, data: { fence } });
      },
      end: () => tellIndented(indented),
    };

    function tellEscaped([first, ...others]: readonly Range[]): void {
      if (first === undefined) return;
      const sample = excerpt(article.source.slice(first.start, first.end).replaceAll("\\", ""));
      report({ messageId: "escaped", range: first, data: { sample }, related: alsoAt(others) });
    }

    function tellIndented([first, ...others]: readonly Range[]): void {
      if (first === undefined) return;
      report({ messageId: "indented", range: first, related: alsoAt(others) });
    }

    /** Whether the site's renderer leaves it as text, too. */
    function isShown(defect: StarDefect): boolean {
      const { before, after } = defect.open;
      if (defect.kind === "unclosed") return true;
      if (isKramdown) {
        // It looks for white space where emphasis begins, and right before its end.
        const opensNot = /\s/.test(before) && /\s/.test(after);
        return defect.kind === "space" && (opensNot || /\s/.test(defect.close.before));
      }
      return defect.kind === "space" || !isCjkFriendly || !isNextToCjk(defect);
    }

    /** What is wrong in one way in a paragraph is one finding: a run that does not render pairs with those of others. */
    function tell(paragraph: Paragraph, defects: readonly StarDefect[], span: Range): void {
      const [first, ...others] = defects;
      if (first === undefined) return;
      const isOpen = first.kind === "unclosed";
      const range = isOpen ? first.open : placeOf(first);
      const sample = article.source.slice(
        range.start,
        isOpen ? paragraph.range.end : placeOf(first).end,
      );
      const text = withMendedStars(article, defects, span);
      report({
        ...(isOpen
          ? { messageId: "unclosed", data: { sample: excerpt(sample), ...ASTERISKS } }
          : { messageId: first.kind, data: { sample: excerpt(sample) } }),
        range: { start: range.start, end: range.end },
        related: alsoAt(others.map((defect) => ({ range: placeOf(defect) }))),
        suggestions:
          text === undefined ? [] : [{ message: messageFor(text), edits: [replace(span, text)] }],
      });
    }
  },
});

/** The words at a lone backtick. */
function sampleAt({ source }: Article, { range }: Paragraph, { start, end }: Range): string {
  const isOpening = start <= range.start || !/[\p{L}\p{N})\]]/u.test(source[start - 1] ?? "");
  if (isOpening) return excerpt(source.slice(start, Math.min(range.end, end + 60)));
  const before = source.slice(Math.max(range.start, start - 40), end);
  return excerpt(before.slice(before.lastIndexOf(" ") + 1));
}

function isNextToCjk({ open, close }: Extract<StarDefect, { readonly kind: "mark" }>): boolean {
  return [open.before, open.after, close.before, close.after].some(isCjk);
}

/** The whole paragraph is rewritten, since a heading ends it. */
function spacedHeadings(
  article: Article,
  { element, kind }: Paragraph,
  signs: readonly Range[],
): Edit | undefined {
  if (element === undefined || kind !== "paragraph") return undefined;
  const range = rangeOf(element);
  let text = "";
  let at = range.start;
  for (const { end } of signs) {
    text += `${article.source.slice(at, end)} `;
    at = end;
  }
  return replace(range, text + article.source.slice(at, range.end));
}

function messageFor(text: string): string {
  return text.endsWith(" ") ? "Add a space after it" : `Write ${excerpt(text)}`;
}
