import * as z from "zod";
import {
  alsoAt,
  defineRule,
  overlapTest,
  type Range,
  rangeSchema,
  replace,
} from "../../src/rules.js";
import { halfTags } from "./lib/half-tags.js";
import { misspeltEndsOf, openShowing } from "./lib/misspelt-ends.js";
import { openCaptures } from "./lib/open-captures.js";
import { hasOpenQuote } from "./lib/open-quote.js";
import { pairsByUse } from "./lib/pairs-by-use.js";
import { shortcodesOf } from "./lib/shortcodes.js";
import { type BalanceProblem, balanceProblemsOf } from "./lib/template-balance.js";
import { accidentalExpressions } from "./lib/template-expressions.js";
import { isTemplated, type TemplateLanguage, templateLanguageOf } from "./lib/template-language.js";
import { type RunTag, templateMarksOf } from "./lib/template-marks.js";
import { pairOf, rawAround, rewritten, standsAmongTags } from "./lib/template-repairs.js";

const SHOWING: ReadonlySet<string> = new Set(["raw", "verbatim", "comment"]);

export default defineRule({
  id: "template/syntax",
  summary:
    "Template tags are complete, balanced and known to the engine, and braces meant as text are escaped",
  fixes: ["suggestion"],
  references: [
    "https://mozilla.github.io/nunjucks/templating.html",
    "https://shopify.github.io/liquid/",
  ],
  options: z.strictObject({
    tags: z
      .array(z.string())
      .default([])
      .describe(
        "Names of the site's own tags and shortcodes, in addition to those of the engine, such as `note`.",
      ),
  }),
  facts: z.array(z.strictObject({ name: z.string(), range: rangeSchema, isClosed: z.boolean() })),
  messages: {
    missing: {
      severity: "error",
      what: 'There is no template for the shortcode "{name}".',
      why: "{engine} stops the build here: neither the site nor its theme has a shortcode of this name.",
      help: 'Correct the name, or add the template of "{name}" to the site.',
    },
    noContent: {
      severity: "error",
      what: 'The shortcode "{name}" takes no content, but it is closed.',
      why: "{engine} stops the build here: the template of the shortcode does not print its content.",
      help: "Delete the closing tag, or use a shortcode that prints what is in it.",
    },
    unfinished: {
      severity: "error",
      what: "The template tag that {mark} opens here is never closed.",
      why: "{engine} stops the build here, or drops the text after it.",
      help: "Close the tag with {end}, or escape the braces if you mean them as text.",
    },
    unclosed: {
      severity: "error",
      what: '"{name}" has no closing tag "{end}".',
      why: "{engine} cannot build the article, or treats the rest of it as the content of this tag.",
      help: 'Add "{end}" where the content of "{name}" ends.',
    },
    stray: {
      severity: "error",
      what: 'The closing tag "{end}" has no opening tag "{name}" before it.',
      why: "{engine} cannot build an article with a closing tag for a block that is not open.",
      help: 'Delete "{end}", or add "{name}" where the block starts.',
    },
    crossed: {
      severity: "error",
      what: 'The tags are crossed: "{end}" comes before "{innerEnd}".',
      why: '"{inner}" was opened later and must be closed first, so {engine} cannot build the article.',
      help: 'Move "{innerEnd}" before "{end}".',
    },
    outside: {
      severity: "error",
      what: '"{name}" is outside the blocks that it belongs to.',
      why: "{engine} accepts it only inside {blocks}, and cannot build the article.",
      help: 'Delete "{name}", or move it inside {blocks}.',
    },
    unknown: {
      severity: "error",
      what: 'The tag "{name}" is probably a misspelling of "{meant}".',
      why: '{engine} does not know "{name}" and stops the build here.',
      help: 'Write "{meant}", or add "{name}" to the option tags if it is a tag of your site.',
    },
    unfamiliar: {
      severity: "info",
      what: '"{name}" is not a built-in tag of {engine}.',
      why: "The build stops here unless a plugin or theme provides the tag.",
      help: 'Check the spelling, or add "{name}" to the option tags if it is a tag of your site.',
    },
    argument: {
      severity: "error",
      what: 'The tag "{name}" has no {what}.',
      why: "{engine} cannot run an incomplete tag.",
      help: 'Add the missing {what} to "{name}".',
    },
    shownEnd: {
      severity: "error",
      what: 'The closing tag "{name}" is probably a misspelling of "{meant}".',
      why: "{engine} takes it for text, and with it everything up to the next {meant}.",
      help: 'Write "{meant}".',
    },
    quote: {
      severity: "error",
      what: "A quotation mark in {text} has no partner.",
      why: "{engine} stops the build here, or prints something else in its place.",
      help: "Add the other quotation mark.",
    },
    half: {
      severity: "error",
      what: "The braces of {text} do not match.",
      why: "{engine} does not take it for a tag, so readers see it as it was typed.",
      help: "Write {meant}.",
    },
    executed: {
      severity: "error",
      what: "{engine} runs {text} as a template.",
      why: "{engine} prints nothing in its place, or stops the build here.",
      help: "Escape it if you mean it as text.",
    },
  },
  check({ article, engine, options, report, leaveFact }) {
    if (!isTemplated(engine) || engine.templates.optsOut(article)) return;
    if (article.problems.some((problem) => problem.kind === "limit")) return;
    const language = templateLanguageOf(engine, options.tags);
    const { tags, unfinished } = templateMarksOf(article, language);
    const { label } = language;
    const { source } = article;
    const textOf = ({ start, end }: Range): string => source.slice(start, end);

    const halves = halfTags(article, language);
    const isHalf = overlapTest(halves.map(({ range }) => range));
    const halfEnds = new Set(halves.map(({ range }) => /end\w+/.exec(textOf(range))?.[0]));
    for (const range of unfinished) {
      if (isHalf(range)) continue;
      const mark = textOf(range);
      const data = { mark, end: endMarkOf(mark), engine: label };
      report({
        messageId: "unfinished",
        range,
        data,
        suggestions: rawAround(article, [range], language),
      });
    }

    const misspeltEnds = misspeltEndsOf(article, tags, language);
    for (const { range, name, meant } of misspeltEnds) {
      const data = { name, meant, engine: label };
      report({ messageId: "shownEnd", range, certainty: "likely", data });
    }
    for (const { name, range } of openShowing(article, tags, language)) {
      if (misspeltEnds.some(({ range: { start } }) => start > range.end)) continue;
      const data = { name, end: endTagOf(name, language), engine: label };
      report({ messageId: "unclosed", range, certainty: "likely", data });
    }
    const unbalanced = [...balanceProblemsOf(tags, language), ...openCaptures(article)];
    const problems = unbalanced.filter(
      // The misspelled or broken closing tag explains why the block has none.
      ({ kind, name }) =>
        kind !== "unclosed" ||
        !(halfEnds.has(`end${name}`) || misspeltEnds.some((end) => end.meant === `end${name}`)),
    );
    for (const problem of problems) {
      if (problem.kind !== "unknown" || problem.meant !== undefined) reportBalance(problem);
    }
    if (language.refusesUnknownTags) reportUnfamiliar(problems);
    const reported = new Set(
      problems
        .filter((problem) => problem.kind !== "unknown" || problem.meant !== undefined)
        .map(({ tag }) => tag),
    );
    const shortcodes = shortcodesOf(tags, language).filter(({ tag }) => !reported.has(tag));
    if (shortcodes.length > 0)
      leaveFact(
        shortcodes.map(({ tag: { name, range }, isClosed }) => ({ name, range, isClosed })),
      );

    for (const { range, name, content, kind } of tags) {
      const what = kind === "tag" ? lackOf(name, content, language) : undefined;
      if (what !== undefined) {
        report({ messageId: "argument", range, data: { name, what, engine: label } });
      }
    }

    for (const { range, meant, isEnd } of halves) {
      const data = { text: shortened(textOf(range)), meant: shortened(meant), engine: label };
      const edits = [replace(range, meant)];
      const suggestions = isEnd ? [] : [{ message: "Add the brace", edits }];
      report({ messageId: "half", range, data, suggestions });
    }

    const expressions = accidentalExpressions(article, tags, language);
    for (const tag of tags) {
      if (expressions.includes(tag) || !hasOpenQuote(tag, language)) continue;
      const { range } = tag;
      report({
        messageId: "quote",
        range,
        data: { text: shortened(textOf(range)), engine: label },
      });
    }
    const accidents = expressions.map(({ range }) => range);
    const [first, ...others] = accidents;
    if (first === undefined) return;
    report({
      messageId: "executed",
      range: first,
      certainty: "likely",
      data: { text: shortened(textOf(first)), engine: label },
      related: alsoAt(others),
      suggestions: rawAround(article, accidents, language),
    });
    return;

    function reportBalance(problem: BalanceProblem): void {
      const { kind, name, tag } = problem;
      const { range } = tag;
      const end = endTagOf(name, language);
      switch (kind) {
        case "unclosed": {
          // A tag that shows its content as it is cannot itself be wrapped in such a tag.
          // Nor can one that takes in what follows, whose tags would show or run then.
          const isShown = SHOWING.has(name) || name === "set" || standsAmongTags(article, range);
          const suggestions = isShown ? [] : rawAround(article, [range], language);
          report({ messageId: "unclosed", range, data: { name, end, engine: label }, suggestions });
          return;
        }
        case "stray": {
          const suggestions = [{ message: `Delete "${end}"`, edits: [replace(range, "")] }];
          report({ messageId: "stray", range, data: { name, end, engine: label }, suggestions });
          return;
        }
        case "crossed": {
          const inner = problem.inner.name;
          const innerEnd = endTagOf(inner, language);
          const related = [
            { range: problem.inner.tag.range, message: `"${inner}" is opened here` },
          ];
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
          const suggestions = [{ message: `Write "${meant}"`, edits }];
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
        const related = alsoAt(others);
        report({ messageId: "unfamiliar", range, certainty: "likely", data, related });
      }
    }
  },
  site({ site, articles, report }) {
    const pairs = pairsByUse(articles);
    for (const { facts, fact: shortcodes = [], engine, options, settings } of articles) {
      const { path } = facts;
      // Elsewhere nobody knows which templates there are.
      if (!settings.site.complete) continue;
      if (site.routesOf(path)?.heldBack !== undefined) continue;
      for (const { name, range, isClosed } of shortcodes) {
        if (options.tags.includes(name)) continue;
        const definition = site.definitionOf(path, name);
        const data = { name, engine: engine.label };
        if (definition === "missing") report({ path, range, messageId: "missing", data });
        else if (definition === "alone" && isClosed)
          report({ path, range, messageId: "noContent", data });
        else if (!isClosed && (definition ?? pairs(settings.site.folder, name)) === "pair") {
          const end = engine.templates?.style === "shortcodes" ? `/${name}` : `end${name}`;
          report({ path, range, messageId: "unclosed", data: { ...data, end } });
        }
      }
    }
  },
});

/** What a tag needs in order to run and does not have, as a noun. */
function lackOf(
  name: RunTag["name"],
  content: string,
  { style, needArguments }: TemplateLanguage,
): string | undefined {
  if (!needArguments.has(name)) return undefined;
  if (content === "") return "argument";
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

/** `a, b or c` */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} or ${last}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
