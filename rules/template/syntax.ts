import * as z from "zod";
import { defineRule, type Range, type RelatedPlace } from "../../src/rules.js";
import { type BalanceProblem, balanceProblemsOf } from "./lib/template-balance.js";
import { accidentalExpressions } from "./lib/template-expressions.js";
import { isTemplated, type TemplateLanguage, templateLanguageOf } from "./lib/template-language.js";
import { type RunTag, templateMarksOf } from "./lib/template-marks.js";
import { pairOf, rawAround, rewritten, standsAmongTags } from "./lib/template-repairs.js";

const SHOWING: ReadonlySet<string> = new Set(["raw", "verbatim", "comment"]);

export default defineRule({
  id: "template/syntax",
  summary:
    "Template tags are complete, balanced and known to the engine, and braces meant as text are no tags",
  fixes: ["suggestion"],
  references: [
    "https://mozilla.github.io/nunjucks/templating.html",
    "https://shopify.github.io/liquid/",
  ],
  options: z.strictObject({
    tags: z
      .array(z.string())
      .default([])
      .describe("Names of the site's own tags and shortcodes, beside those of the engine: `note`."),
  }),
  messages: {
    unfinished: {
      severity: "error",
      what: "{mark} begins a template tag for {engine} that is never closed, so the build stops or the text behind it is lost.",
      why: "",
      help: "Write {end} where it ends; if the braces are meant as text, keep them from {engine}.",
    },
    unclosed: {
      severity: "error",
      what: '"{name}" has no "{end}", so {engine} cannot build the article or takes the rest of it for its content.',
      why: "",
      help: 'Write "{end}" where it ends.',
    },
    stray: {
      severity: "error",
      what: '"{end}" ends nothing: no "{name}" is open here, so {engine} cannot build the article.',
      why: "",
      help: "Delete it, or write the tag that it ends.",
    },
    crossed: {
      severity: "error",
      what: '"{end}" comes before the end of "{inner}", which was opened later, so {engine} cannot build the article.',
      why: "",
      help: 'Write "{innerEnd}" before it.',
    },
    outside: {
      severity: "error",
      what: '"{name}" stands outside of the blocks it may stand in ({blocks}), so {engine} cannot build the article.',
      why: "",
      help: "Delete it, or put it into the block it belongs to.",
    },
    unknown: {
      severity: "error",
      what: '{engine} has no tag "{name}" and stops there; "{meant}" was probably meant.',
      why: "",
      help: 'Write "{meant}", or add the name to the option tags if it is the site\'s own.',
    },
    unfamiliar: {
      severity: "info",
      what: '"{name}" is no tag of {engine} itself: without the plug-in or theme that brings it, the build stops here.',
      why: "",
      help: "Add the name to the option tags if it is the site's own.",
    },
    argument: {
      severity: "error",
      what: '"{name}" lacks {what}, so {engine} cannot carry it out.',
      why: "",
      help: "Complete the tag.",
    },
    executed: {
      severity: "error",
      what: "{engine} takes {text} for a template and prints nothing in its place, or stops there.",
      why: "",
      help: "Keep it from {engine} if it is meant as text.",
    },
  },
  check({ article, engine, options, report }) {
    if (!isTemplated(engine) || engine.templates.optsOut(article)) return;
    if (article.problems.some((problem) => problem.kind === "limit")) return;
    const language = templateLanguageOf(engine, options.tags);
    const { tags, unfinished } = templateMarksOf(article, language);
    const { label } = language;
    const { source } = article;
    const textOf = ({ start, end }: Range): string => source.slice(start, end);

    for (const range of unfinished) {
      const mark = textOf(range);
      const data = { mark, end: endMarkOf(mark), engine: label };
      report({
        messageId: "unfinished",
        range,
        data,
        suggestions: rawAround(article, [range], language),
      });
    }

    const problems = balanceProblemsOf(tags, language);
    for (const problem of problems) {
      if (problem.kind !== "unknown" || problem.meant !== undefined) reportBalance(problem);
    }
    if (language.refusesUnknownTags) reportUnfamiliar(problems);

    for (const { range, name, content, kind } of tags) {
      const what = kind === "tag" ? lackOf(name, content, language) : undefined;
      if (what !== undefined) {
        report({ messageId: "argument", range, data: { name, what, engine: label } });
      }
    }

    const accidents = accidentalExpressions(article, tags, language).map(({ range }) => range);
    const [first, ...others] = accidents;
    if (first === undefined) return;
    report({
      messageId: "executed",
      range: first,
      certainty: "likely",
      data: { text: shortened(textOf(first)), engine: label },
      related: placesOf(others),
      suggestions: rawAround(article, accidents, language),
    });
    return;

    function reportBalance(problem: BalanceProblem): void {
      const { kind, name, tag } = problem;
      const { range } = tag;
      const end = endTagOf(name, language);
      switch (kind) {
        case "unclosed": {
          // A tag that shows what it encloses cannot be shown by itself.
          const isShown = SHOWING.has(name) || standsAmongTags(article, range);
          const suggestions = isShown ? [] : rawAround(article, [range], language);
          report({ messageId: "unclosed", range, data: { name, end, engine: label }, suggestions });
          return;
        }
        case "stray": {
          const suggestions = [{ message: "Delete it", edits: [{ ...range, text: "" }] }];
          report({ messageId: "stray", range, data: { name, end, engine: label }, suggestions });
          return;
        }
        case "crossed": {
          const inner = problem.inner.name;
          const innerEnd = endTagOf(inner, language);
          const related = [{ range: problem.inner.tag.range, message: "Opened here" }];
          const data = { end, inner, innerEnd, engine: label };
          report({ messageId: "crossed", range, data, related });
          return;
        }
        case "outside": {
          const data = { name, blocks: listed(problem.blocks), engine: label };
          report({ messageId: "outside", range, data });
          return;
        }
        default: {
          const { meant = "" } = problem;
          const start = range.start + textOf(range).indexOf(name);
          const place = { start, end: start + name.length };
          const edits = [rewritten(article, place, meant, pairOf(tags, range, meant))];
          const suggestions = [{ message: `Write ${meant}`, edits }];
          const data = { name, meant, engine: label };
          report({ messageId: "unknown", range, certainty: "likely", data, suggestions });
        }
      }
    }

    function reportUnfamiliar(found: readonly BalanceProblem[]): void {
      const byName = new Map<string, Range[]>();
      for (const { kind, tag, name, ...rest } of found) {
        if (kind !== "unknown" || "meant" in rest) continue;
        const ranges = byName.get(name);
        if (ranges === undefined) byName.set(name, [tag.range]);
        else ranges.push(tag.range);
      }
      for (const [name, [range, ...others]] of byName) {
        if (range === undefined) continue;
        const data = { name, engine: label };
        const related = placesOf(others);
        report({ messageId: "unfamiliar", range, certainty: "likely", data, related });
      }
    }
  },
});

/** What a tag needs to be carried out and does not say. */
function lackOf(
  name: RunTag["name"],
  content: string,
  { style, needArguments }: TemplateLanguage,
): string | undefined {
  if (!needArguments.has(name)) return undefined;
  if (content === "") return "what it is for";
  if (style === "shortcodes") return undefined;
  if (name === "for" && !/\s(?:in|of)\s/.test(content)) return '"in"';
  if (name === "assign" && !content.includes("=")) return '"="';
  return undefined;
}

function endMarkOf(mark: string): string {
  if (mark === "{{<") return ">}}";
  if (mark === "{{%") return "%}}";
  return mark === "{%" ? "%}" : "}}";
}

function endTagOf(name: string, { style }: TemplateLanguage): string {
  return style === "shortcodes" ? `/${name}` : `end${name}`;
}

function listed(names: readonly string[]): string {
  return names.join(", ");
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function placesOf(ranges: readonly Range[]): RelatedPlace[] {
  return ranges.map((range) => ({ range, message: "And here" }));
}
