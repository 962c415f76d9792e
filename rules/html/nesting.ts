import {
  alsoAt,
  type Certainty,
  defineRule,
  type Edit,
  rangeOf,
  replace,
  type Suggestion,
  templateFlowOf,
  type WrittenTag,
} from "../../src/rules.js";
import { blockHarm, harmInText } from "./lib/block-harm.js";
import { paragraphsInPhrasing } from "./lib/mdx-paragraphs.js";
import {
  blocksInMarkdownParagraphs,
  type NestingProblem,
  nestingProblemsOf,
} from "./lib/nesting.js";
import { isNamedInSentence } from "./lib/printed-tags.js";

export default defineRule({
  id: "html/nesting",
  summary: "Elements are used only where HTML allows them",
  fixes: ["suggestion"],
  references: [
    "https://html.spec.whatwg.org/multipage/dom.html#content-models",
    "https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody",
  ],
  messages: {
    paragraph: {
      severity: "error",
      what: "A <p> cannot contain <{name}>.",
      why: "Browsers end the paragraph there, so the text after it is outside of any paragraph.",
      help: "Write </p> before the <{name}>, or change the <p> to a <div>.",
    },
    text: {
      severity: "error",
      what: "<{name}> begins in the middle of a paragraph.",
      why: "{harm}",
      help: "Begin it on its own line, after a blank line.",
    },
    block: {
      severity: "warning",
      what: "<{outer}> cannot contain the block <{name}>.",
      why: "Browsers show what was meant, but the HTML of the page is invalid.",
      help: "Move the <{name}> out of the <{outer}>, or delete the <{outer}> tags.",
    },
    torn: {
      severity: "error",
      what: "<{outer}> cannot contain the block <{name}>.",
      why: "{harm}",
      help: "Move the <{name}> out of the <{outer}>, or delete the <{outer}> tags.",
    },
    lines: {
      severity: "warning",
      what: "MDX makes a paragraph inside this <{name}>, which cannot contain one.",
      why: "The text gets the margins of a paragraph, and the HTML of the page is invalid.",
      help: "Write the text on the same line as the tags, or change the <{name}> to a <div>.",
    },
    link: {
      severity: "error",
      what: "This link is inside another link.",
      why: "Browsers end the outer link where the inner one begins.",
      help: "Write </a> before the inner link, or delete one of the two.",
    },
    control: {
      severity: "error",
      what: "<{outer}> cannot contain <{name}>.",
      why: "Only one of the two can be reached by keyboard or screen reader.",
      help: "Put them next to each other.",
    },
    form: {
      severity: "error",
      what: "This form is inside another form.",
      why: "Browsers drop the inner form, and its button submits the outer one.",
      help: "Close the outer form before this one.",
    },
    table: {
      severity: "error",
      what: "<{name}> is in <{outer}> but not in a cell.",
      why: "Browsers show it before the table.",
      help: "Move it into a cell, or before the table.",
    },
    outsideTable: {
      severity: "error",
      what: "<{name}> is not inside a table.",
      why: "Browsers drop the tag and run the cells together.",
      help: "Put <table> and </table> around the rows.",
    },
    named: {
      severity: "error",
      what: "<{name}> in this sentence is read as a tag.",
      why: "Browsers drop the tag, so readers do not see its name.",
      help: "To show it to readers, write &lt;{name}&gt;, or put it in backticks.",
    },
    outsideFigure: {
      severity: "error",
      what: "<figcaption> is not inside a <figure>.",
      why: "Screen readers do not connect the caption to an image.",
      help: "Put <figure> around the image and its caption, or change the caption to a paragraph.",
    },
  },
  check({ article, engine, report }) {
    const isKramdown = engine.markdown.renderer === "kramdown";
    const flow = templateFlowOf(article);
    // A partial that is included elsewhere in the text may contain the tag that is missing here.
    const certainty: Certainty = article.templateTags.some(({ kind }) => kind === "tag")
      ? "likely"
      : "certain";
    const groups = new Map<string, NestingProblem[]>();
    for (const problem of nestingProblemsOf(article)) {
      const { kind, around, tag } = problem;
      if (around !== undefined && flow.isEitherOr(around.opening.start, tag.opening.start))
        continue;
      const holder = kind === "outside" ? tag.parent : around;
      const key = `${kind} ${holder?.opening.start ?? ""} ${kind === "outside" ? tag.name : ""}`;
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [problem]);
      else known.push(problem);
    }

    const torn = new Set<WrittenTag>();
    for (const [problem, ...others] of groups.values()) {
      if (problem === undefined) continue;
      const { kind, tag, around } = problem;
      const { name } = tag;
      const outer = around?.name ?? "";
      const place = {
        range: tag.opening,
        certainty,
        related: [
          ...(around === undefined
            ? []
            : [{ range: around.opening, message: `in this <${outer}>` }]),
          ...alsoAt(others.map((other) => other.tag.opening)),
        ],
      };
      switch (kind) {
        case "block-in-paragraph": {
          const suggestions = around === undefined ? [] : asDivByTags(around);
          report({ messageId: "paragraph", ...place, data: { name }, suggestions });
          break;
        }
        case "block-in-phrasing": {
          const suggestions = around?.name === "span" ? asDivByTags(around) : [];
          const [harm] = [problem, ...others].flatMap(
            (one) => blockHarm(article, one, isKramdown) ?? [],
          );
          const data = { name, outer };
          if (harm === undefined) report({ messageId: "block", ...place, data, suggestions });
          else {
            torn.add(tag);
            report({ messageId: "torn", ...place, data: { ...data, harm }, suggestions });
          }
          break;
        }
        case "link-in-link":
          report({ messageId: "link", ...place, suggestions: [withoutTags(tag)] });
          break;
        case "control-in-control":
          report({ messageId: "control", ...place, data: { name, outer } });
          break;
        case "form-in-form":
          report({ messageId: "form", ...place });
          break;
        case "in-table":
          report({ messageId: "table", ...place, data: { name, outer } });
          break;
        default:
          if (name === "figcaption") {
            report({ messageId: "outsideFigure", ...place, suggestions: asDivByTags(tag) });
          } else if (tag.closing === undefined && isNamedInSentence(article, tag.opening))
            report({ messageId: "named", ...place, data: { name } });
          else report({ messageId: "outsideTable", ...place, data: { name } });
      }
    }

    for (const { tag, paragraph } of paragraphsInPhrasing(article)) {
      const { name } = tag;
      report({
        messageId: "lines",
        range: tag.opening,
        data: { name },
        related: [{ range: rangeOf(paragraph), message: "this text" }],
        suggestions: name === "span" || name === "p" ? asDivByTags(tag) : [],
      });
    }

    for (const { tag, paragraph } of blocksInMarkdownParagraphs(article)) {
      // That it is opened at all is told by another rule.
      const isNamed = tag.closing === undefined && isNamedInSentence(article, tag.opening);
      if (torn.has(tag) || isNamed) continue;
      report({
        messageId: "text",
        range: tag.opening,
        data: { name: tag.name, harm: harmInText(article, tag, isKramdown) },
        related: [{ range: rangeOf(paragraph), message: "in this paragraph" }],
      });
    }
  },
});

/** The parser loses the closing tag of the paragraph, so its name is replaced where the writer put it. */
function asDivByTags({ name, opening, closing }: WrittenTag): Suggestion[] {
  if (closing === undefined) return [];
  const edits: Edit[] = [
    { start: opening.start + 1, end: opening.start + 1 + name.length, text: "div" },
    { start: closing.start + 2, end: closing.start + 2 + name.length, text: "div" },
  ];
  return [{ message: `Change the <${name}> to a <div>`, edits }];
}

function withoutTags({ opening, closing }: WrittenTag): Suggestion {
  const tags = closing === undefined ? [opening] : [opening, closing];
  return {
    message: "Delete the tags of the inner link",
    edits: tags.map((range) => replace(range, "")),
  };
}
