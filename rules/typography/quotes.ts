import * as z from "zod";
import {
  type Article,
  alsoAt,
  defineRule,
  proseTextsOf,
  type Range,
  replace,
  type Suggestion,
} from "../../src/rules.js";
import { balanceOf, blocksOf, type LoneMark, type Mark } from "./lib/quote-balance.js";
import { bothClosing, inOneBlock, isQuote, oneStyle, turnedRound } from "./lib/quote-repairs.js";

/** More unpaired marks than this are one finding with all places. */
const MOST_SINGLE = 3;
const QUOTATION_MARK = /["“”'‘’「」『』«»‹›„‚]/;

interface Place {
  readonly range: Range;
  readonly mark: string;
  readonly suggestions: readonly Suggestion[];
}

export default defineRule({
  id: "typography/quotes",
  summary: "Quotation marks and brackets are paired, and quotation marks have one style",
  fixes: ["suggestion"],
  references: ["GB/T 15834-2011, 4.8 and 4.9", "https://www.w3.org/TR/clreq/"],
  options: z.strictObject({
    style: z
      .enum(["consistent", "straight", "curly", "ignore"])
      .default("consistent")
      .describe(
        "Double quotation marks: `consistent` requires one style in an article, `straight` or `curly` that style, `ignore` none.",
      ),
  }),
  messages: {
    unclosed: {
      severity: "warning",
      what: "This opening {kind} {mark} is never closed.",
      why: "Readers cannot tell where the enclosed text ends.",
      help: "Add the closing mark, or delete this one.",
    },
    unopened: {
      severity: "warning",
      what: "This closing {kind} {mark} has no opening mark.",
      why: "Readers cannot tell where the enclosed text begins.",
      help: "Add the opening mark, or delete this one.",
    },
    several: {
      severity: "warning",
      what: "{count} quotation marks and brackets have no counterpart, the first of them {mark}.",
      why: "Readers cannot tell which text they enclose.",
      help: "Add the missing mark of each pair, or delete the single one.",
    },
    mismatched: {
      severity: "warning",
      what: "This quotation begins with one style of quotation mark and ends with another.",
      why: "Search and screen readers do not recognize the two marks as a pair.",
      help: "Write both marks in one style.",
    },
    "wrong-way": {
      severity: "warning",
      what: "Curly quotation marks in this paragraph face the wrong way.",
      why: "A mark that opens a quotation looks as if it closed one.",
      help: "Write “ before and ” after the quoted text.",
    },
    nested: {
      severity: "warning",
      what: "Double quotation marks appear inside single ones.",
      why: "In Chinese, single quotation marks go inside double ones.",
      help: "Write “ ” outside and ‘ ’ inside.",
    },
    "both-closing": {
      severity: "warning",
      what: "The engine makes closing marks of both quotation marks{places}.",
      why: "It opens a quotation only after a space or a bracket, so readers see ”…”.",
      help: "Write “ and ”.",
    },
    mixed: {
      severity: "info",
      what: "This quotation has {minority} quotation marks, others in the article have {majority} ones.",
      why: "The article mixes both styles ({count} against {rest} quotations), which looks careless.",
      help: "Use one style throughout the article.",
    },
    style: {
      severity: "warning",
      what: "This quotation has {minority} quotation marks{places}.",
      why: "The config of this site requires {majority} ones.",
      help: "Write {majority} quotation marks.",
    },
  },
  check({ article, engine, options, report, settings }) {
    const blocks = blocksOf(proseTextsOf(article));
    const { lone, pairs, turned } = balanceOf(blocks);
    const single: LoneMark[] = [];
    for (const group of inOneBlock(lone)) {
      const quotes = group.filter(isQuote);
      for (const one of group.filter((mark) => !isQuote(mark))) single.push(one);
      const [first, ...others] = quotes;
      if (first === undefined) continue;
      if (others.length === 0) {
        single.push(first);
        continue;
      }
      const block = blocks[first.block] ?? [];
      const edits = turnedRound(block, quotes);
      report({
        messageId: block.some(({ text }) => text.includes('"')) ? "mismatched" : "wrong-way",
        range: rangeOf(first),
        related: others.map((mark) => ({
          range: rangeOf(mark),
          message: "another mark of this paragraph",
        })),
        suggestions:
          edits.length > 0 ? [{ message: "Write curly quotation marks in pairs", edits }] : [],
      });
    }

    const places = single
      .map((mark) => ({ ...placeOf(article, mark), side: mark.side }))
      .sort((left, right) => left.range.start - right.range.start);
    const [first, ...others] = places;
    if (first !== undefined && places.length > MOST_SINGLE) {
      report({
        messageId: "several",
        range: first.range,
        data: { mark: first.mark, count: places.length },
        related: alsoAt(others, ({ mark }) => `unpaired ${mark}`),
      });
    } else {
      for (const { range, mark, side, suggestions } of places) {
        const messageId = side === "opening" ? "unclosed" : "unopened";
        report({ messageId, range, data: { kind: kindOf(mark), mark }, suggestions });
      }
    }
    for (const { outer, inner } of turned) {
      report({
        messageId: "nested",
        range: rangeOf(outer),
        related: [{ range: rangeOf(inner), message: "the double quotation mark inside" }],
      });
    }

    if (options.style === "ignore") return;
    // Where a mark is missing, it is unknown what the others enclose.
    const broken = new Set(lone.filter(isQuote).map(({ block }) => block));
    const whole = pairs.filter(({ block }) => !broken.has(block));
    if (
      options.style === "consistent" &&
      article.format !== "html" &&
      engine.markdown.curlsQuotes(settings.site)
    ) {
      const closed = engine.markdown.closesQuotesAfterText(settings.site)
        ? bothClosing(whole)
        : undefined;
      const [one, ...more] = closed?.marks ?? [];
      if (closed === undefined || one === undefined) return;
      report({
        messageId: "both-closing",
        range: one.range,
        data: { places: more.length > 0 ? ` (${more.length + 1} places)` : "" },
        related: more.map(({ range }) => ({ range, message: "another quotation" })),
        suggestions: [{ message: "Write curly quotation marks", edits: closed.edits }],
      });
      return;
    }
    const mixture = oneStyle(whole, options.style);
    if (mixture === undefined) return;
    const [start, ...rest] = mixture.marks;
    if (start === undefined) return;
    const [minority, majority] = mixture.curly ? ["curly", "straight"] : ["straight", "curly"];
    const shared = {
      range: start.range,
      related: alsoAt(rest, () => "another quotation"),
      suggestions: [
        {
          message: mixture.curly ? "Write straight quotation marks" : "Write curly quotation marks",
          edits: mixture.edits,
        },
      ],
    };
    if (options.style === "consistent") {
      const { count, rest: others } = mixture;
      report({ messageId: "mixed", ...shared, data: { minority, majority, count, rest: others } });
    } else {
      const places = mixture.count > 1 ? ` (${mixture.count} places)` : "";
      report({ messageId: "style", ...shared, data: { minority, majority, places } });
    }
  },
});

function kindOf(mark: string): string {
  return QUOTATION_MARK.test(mark) ? "quotation mark" : "bracket";
}

function rangeOf({ prose, index }: Mark): Range {
  return prose.paragraph.rangeOf(index, index + 1);
}

function placeOf(article: Article, mark: Mark): Place {
  const range = rangeOf(mark);
  const suggestions = [{ message: "Delete this mark", edits: [replace(range, "")] }];
  return {
    range,
    mark: mark.character,
    suggestions: partsLinks(article, range) ? [] : suggestions,
  };
}

/** Whether Markdown would parse the text around a mark as a link or an image without the mark. */
function partsLinks({ source, format }: Article, { start, end }: Range): boolean {
  if (format === "html") return false;
  const before = source.slice(Math.max(0, start - 8), start);
  const mark = source[start];
  const after = source[end] ?? "";
  if (mark === "(" && /\]\(*$/.test(before)) return true;
  if (/[([:]/.test(after) && (mark === "]" || before.endsWith("]"))) return true;
  return before.endsWith("!") && after === "[";
}
