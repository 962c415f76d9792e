import { defineRule, lineEndingOf, type Problem, type Suggestion } from "../../src/rules.js";

type FenceDefect = Extract<Problem, { kind: "front-matter-fence" }>;

/** Fences that some readers take and others do not, so that metadata becomes text or text metadata. */
export default defineRule({
  id: "front-matter/fence",
  summary: "Front matter is opened and closed by the same bare line",
  fixes: ["suggestion"],
  references: ["YAML 1.2 §9.1.2"],
  messages: {
    unclosed: {
      severity: "error",
      what: "The front matter is never closed, so readers take it for text, or the text for metadata.",
      why: "",
      help: "Add a line {fence} after the last key.",
    },
    unopened: {
      severity: "error",
      what: "The front matter has no opening fence; only Hexo reads it, everyone else prints it as text.",
      why: "",
      help: "Add a line --- before the first key.",
    },
    closingPrefix: {
      severity: "error",
      what: "This line only begins like the closing fence: some readers end the front matter here, others do not.",
      why: "",
      help: "Write {fence} and nothing else, or indent the line if it belongs to a value.",
    },
    textAfterOpening: {
      severity: "error",
      what: 'Text follows the opening fence ("{written}"), so most readers see no front matter and some look for a language of that name.',
      why: "",
      help: "Write {fence} and nothing else.",
    },
    tooManyDashes: {
      severity: "error",
      what: "The opening fence has more than three dashes, which is a horizontal rule to every reader but Hexo.",
      why: "",
      help: "Write --- above and below the front matter.",
    },
    mixed: {
      severity: "error",
      what: "The front matter is opened with {fence} but closed with {written}, so no reader finds its end.",
      why: "",
      help: "Close it with {fence}.",
    },
    indented: {
      severity: "error",
      what: "The closing fence is indented, so no reader finds the end of the front matter.",
      why: "",
      help: "Move the fence to the start of the line.",
    },
    dotsClose: {
      severity: "error",
      what: 'The front matter is closed with "...", which only Jekyll takes for an end.',
      why: "",
      help: "Close it with ---.",
    },
    proseRule: {
      severity: "error",
      what: "The file begins with a horizontal rule that readers take for front matter: the text down to the next rule is lost.",
      why: "",
      help: "Write the rule as ***, or begin the file with front matter of its own.",
    },
    proseHead: {
      severity: "error",
      what: "Hexo takes this text above the line of dashes for front matter, so it is missing from the page.",
      why: "",
      help: "Begin the file with front matter of its own, or write the line of dashes as ***.",
    },
  },
  check({ article, engine, report }) {
    const { source, frontMatter } = article;
    const opening = frontMatter?.openingFence;
    const mark = opening === undefined ? "---" : source.slice(opening.start, opening.end);
    const fence = /^(?:\+{3}|;{3})/.exec(mark)?.[0] ?? "---";
    const replaced = (range: { start: number; end: number }): readonly Suggestion[] => [
      { message: `Write ${fence}`, edits: [{ ...range, text: fence }] },
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
          const edits = [{ start: at, end: at, text }];
          const suggestions =
            frontMatter === undefined
              ? []
              : [{ message: `Insert ${fence} after the last key`, edits }];
          report({ messageId: "unclosed", range, data: { fence }, suggestions });
          return;
        }
        case "unopened": {
          const at = frontMatter?.content.start ?? 0;
          const edits = [{ start: at, end: at, text: `---${lineEndingOf(source)}` }];
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
          const edits = [range, ...(close === undefined ? [] : [close])].map((place) => ({
            ...place,
            text: "---",
          }));
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
                edits: places.map((place) => ({ ...place, text: "***" })),
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
