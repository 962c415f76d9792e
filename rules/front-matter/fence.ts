import {
  defineRule,
  insert,
  lineEndingOf,
  type Problem,
  replace,
  type Suggestion,
} from "../../src/rules.js";

type FenceDefect = Extract<Problem, { kind: "front-matter-fence" }>;

/** Fences that only some parsers accept, so that metadata becomes text or text becomes metadata. */
export default defineRule({
  id: "front-matter/fence",
  summary: "Front matter is opened and closed by the same bare line",
  fixes: ["suggestion"],
  references: ["YAML 1.2 §9.1.2"],
  messages: {
    unclosed: {
      severity: "error",
      what: "The front matter is never closed.",
      why: "Some parsers treat the front matter as text, and others treat the text as front matter.",
      help: "Add a line with only {fence} after the last key.",
    },
    unopened: {
      severity: "error",
      what: "The front matter has no opening fence.",
      why: "Nearly all engines print the block as text, and the article has no metadata.",
      help: "Add a line with only --- before the first key.",
    },
    closingPrefix: {
      severity: "error",
      what: "This line only starts like the closing fence.",
      why: "Some parsers end the front matter here, and others do not.",
      help: "Write only {fence} on this line, or indent the line if it belongs to a value.",
    },
    textAfterOpening: {
      severity: "error",
      what: 'The opening fence is followed by text ("{written}").',
      why: "Most parsers find no front matter then, and some take the text as the name of a language.",
      help: "Delete the text after {fence}.",
    },
    tooManyDashes: {
      severity: "error",
      what: "The opening fence has more than three dashes.",
      why: "Nearly all engines read it as a horizontal rule and print the front matter as text.",
      help: "Write exactly three dashes, ---, before and after the front matter.",
    },
    mixed: {
      severity: "error",
      what: "The front matter opens with {fence} but closes with {written}.",
      why: "Parsers do not find the end of the front matter.",
      help: "Write {fence} instead of {written}.",
    },
    indented: {
      severity: "error",
      what: "The closing fence is indented.",
      why: "Parsers do not find the end of the front matter.",
      help: "Move the fence to the start of the line.",
    },
    dotsClose: {
      severity: "error",
      what: "The front matter is closed with three dots.",
      why: "Most engines do not accept the dots as a closing fence, so they do not find the end of the front matter.",
      help: "Write --- instead of the dots.",
    },
    proseRule: {
      severity: "error",
      what: "The horizontal rule at the top of the file is read as front matter.",
      why: "The text down to the next rule is missing from the page.",
      help: "Write both rules as ***, or start the file with front matter.",
    },
    proseHead: {
      severity: "error",
      what: "This text above a line of dashes is read as front matter.",
      why: "The text is missing from the page.",
      help: "Start the file with front matter, or write the line of dashes as ***.",
    },
  },
  check({ article, engine, report }) {
    const { source, frontMatter } = article;
    const opening = frontMatter?.openingFence;
    const mark = opening === undefined ? "---" : source.slice(opening.start, opening.end);
    const fence = /^(?:\+{3}|;{3})/.exec(mark)?.[0] ?? "---";
    const replaced = (range: { start: number; end: number }): readonly Suggestion[] => [
      { message: `Write ${fence}`, edits: [replace(range, fence)] },
    ];
    const handle = (problem: FenceDefect): void => {
      const { code, range, related } = problem;
      const written = source.slice(range.start, range.end);
      const isClosing = frontMatter?.closingFence?.start === range.start;
      switch (code) {
        case "unclosed": {
          const at = frontMatter?.content.end ?? range.end;
          const ending = lineEndingOf(source);
          const text = source[at - 1] === "\n" ? `${fence}${ending}` : `${ending}${fence}${ending}`;
          const edits = [insert(at, text)];
          const suggestions =
            frontMatter === undefined
              ? []
              : [{ message: `Insert ${fence} after the last key`, edits }];
          report({ messageId: "unclosed", range, data: { fence }, suggestions });
          return;
        }
        case "unopened": {
          const at = frontMatter?.content.start ?? 0;
          const edits = [insert(at, `---${lineEndingOf(source)}`)];
          report({
            messageId: "unopened",
            range,
            suggestions: [{ message: "Insert --- before the first key", edits }],
          });
          return;
        }
        case "closing-prefix":
          report({
            messageId: "closingPrefix",
            range,
            data: { fence },
            suggestions: isClosing ? replaced(range) : [],
          });
          return;
        case "text-after-opening": {
          const after = written.replace(/^[-+;]+\s*/, "");
          report({
            messageId: "textAfterOpening",
            range,
            data: { fence, written: after },
            suggestions: replaced(range),
          });
          return;
        }
        case "too-many-dashes": {
          const close = frontMatter?.closingFence;
          const edits = [range, ...(close === undefined ? [] : [close])].map((place) =>
            replace(place, "---"),
          );
          report({
            messageId: "tooManyDashes",
            range,
            suggestions: [{ message: "Write --- for both fences", edits }],
          });
          return;
        }
        case "mixed":
          report({
            messageId: "mixed",
            range,
            data: { fence, written },
            suggestions: replaced(range),
          });
          return;
        case "indented": {
          const start = source.lastIndexOf("\n", range.start) + 1;
          const edits = [{ start, end: range.start, text: "" }];
          report({
            messageId: "indented",
            range,
            suggestions: [{ message: "Remove the indentation", edits }],
          });
          return;
        }
        case "dots-close":
          report({ messageId: "dotsClose", range, suggestions: replaced(range) });
          return;
        case "prose-rule": {
          const places = related === undefined ? [range] : [range, related];
          report({
            messageId: "proseRule",
            range,
            related:
              related === undefined
                ? []
                : [{ range: related, message: "read as the closing fence" }],
            suggestions: [
              {
                message: "Write the rules as ***",
                edits: places.map((place) => replace(place, "***")),
              },
            ],
          });
        }
      }
    };
    for (const problem of article.problems) {
      if (problem.kind !== "front-matter-fence") continue;
      if (!engine.frontMatter.understandsFence(problem, article)) handle(problem);
    }
    const head =
      frontMatter === undefined ? engine.frontMatter.headWithoutFence(source) : undefined;
    if (head !== undefined) report({ messageId: "proseHead", range: head });
  },
});
