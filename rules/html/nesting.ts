import {
  type Certainty,
  defineRule,
  type Edit,
  rangeOf,
  type Suggestion,
  templateFlowOf,
  type WrittenTag,
} from "../../src/rules.js";
import { paragraphsInPhrasing } from "./lib/mdx-paragraphs.js";
import {
  blocksInMarkdownParagraphs,
  type NestingProblem,
  nestingProblemsOf,
} from "./lib/nesting.js";

export default defineRule({
  id: "html/nesting",
  summary: "Elements stand only where HTML allows them",
  fixes: ["suggestion"],
  references: [
    "https://html.spec.whatwg.org/multipage/dom.html#content-models",
    "https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody",
  ],
  messages: {
    paragraph: {
      severity: "error",
      what: "A paragraph cannot hold <{name}>: browsers end it there, and the text after it stands outside every paragraph.",
      why: "",
      help: "Write </p> before the <{name}>, or make the <p> a <div>.",
    },
    text: {
      severity: "error",
      what: "<{name}> begins in the middle of a paragraph, which ends there: the rest of it stands outside.",
      why: "",
      help: "Begin it on a line of its own, after a blank line.",
    },
    block: {
      severity: "error",
      what: "<{outer}> is for words in a line and cannot hold <{name}>, so browsers, feeds and screen readers disagree on what belongs together.",
      why: "",
      help: "Put <{outer}> inside <{name}>, or leave it out.",
    },
    lines: {
      severity: "warning",
      what: "MDX makes a paragraph, margins and all, of text on lines of its own, and <{name}> is for words in a line and cannot hold one.",
      why: "",
      help: "Write the text on the lines of the tags, or make the <{name}> a <div>.",
    },
    link: {
      severity: "error",
      what: "A link stands inside another link: browsers end the outer one where the inner one begins.",
      why: "",
      help: "Write </a> before the inner link, or delete one of the two.",
    },
    control: {
      severity: "error",
      what: "<{name}> stands inside <{outer}>: of two things to press at one place, keyboards and screen readers reach only one.",
      why: "",
      help: "Put them beside each other.",
    },
    form: {
      severity: "error",
      what: "A form stands inside another form: browsers drop the inner one, and its button sends the outer one.",
      why: "",
      help: "End the outer form before it.",
    },
    table: {
      severity: "error",
      what: "<{name}> stands in <{outer}> outside of every cell, so browsers show it before the table.",
      why: "",
      help: "Put it into a cell, or before the table.",
    },
    outsideTable: {
      severity: "error",
      what: "<{name}> stands outside of every table, so browsers drop the tag and run the cells together.",
      why: "",
      help: "Put <table> and </table> around the rows.",
    },
    outsideFigure: {
      severity: "error",
      what: "<figcaption> stands outside of every <figure>, so it is the caption of nothing.",
      why: "",
      help: "Put <figure> around the picture and its caption, or make it a paragraph.",
    },
  },
  check({ article, report }) {
    const flow = templateFlowOf(article);
    // A partial that is inserted elsewhere in the text may bring the tag that is missing here.
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
          ...others.map((other) => ({ range: other.tag.opening, message: "and here" })),
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
          report({ messageId: "block", ...place, data: { name, outer }, suggestions });
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
          } else report({ messageId: "outsideTable", ...place, data: { name } });
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
      report({
        messageId: "text",
        range: tag.opening,
        data: { name: tag.name },
        related: [{ range: rangeOf(paragraph), message: "in this paragraph" }],
      });
    }
  },
});

/** A paragraph's own end tag is lost to the parser, so its name is replaced where the writer put it. */
function asDivByTags({ name, opening, closing }: WrittenTag): Suggestion[] {
  if (closing === undefined) return [];
  const edits: Edit[] = [
    { start: opening.start + 1, end: opening.start + 1 + name.length, text: "div" },
    { start: closing.start + 2, end: closing.start + 2 + name.length, text: "div" },
  ];
  return [{ message: `Make the <${name}> a <div>`, edits }];
}

function withoutTags({ opening, closing }: WrittenTag): Suggestion {
  const tags = closing === undefined ? [opening] : [opening, closing];
  return {
    message: "Delete the tags of the inner link",
    edits: tags.map((range) => ({ ...range, text: "" })),
  };
}
