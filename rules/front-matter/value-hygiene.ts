import { defineRule, innerRange, quoted } from "../../src/rules.js";
import {
  hiddenIn,
  htmlIn,
  insideCurlyQuotes,
  isName,
  isOneLine,
  isShouted,
  isSpacing,
  isTitle,
  keyOf,
  markdownIn,
  trimming,
} from "./lib/value-hygiene.js";

/** Values with blanks and marks in them that do not belong to the text. */
export default defineRule({
  id: "front-matter/value-hygiene",
  summary: "Values hold their text and nothing else",
  fixes: ["safe", "suggestion"],
  messages: {
    blanks: {
      severity: "warning",
      what: '"{key}" has blanks {where}, which stay in titles, file names and comparisons.',
      why: "",
      help: "Delete them.",
    },
    hidden: {
      severity: "warning",
      what: '"{key}" holds {what}, which nobody sees and every comparison does.',
      why: "",
      help: "Delete them, or write plain blanks instead.",
    },
    newline: {
      severity: "warning",
      what: '"{key}" has a line break in it, which breaks the addresses, headings and feeds it goes into.',
      why: "",
      help: "Write it in one line.",
    },
    curlyQuotes: {
      severity: "warning",
      what: 'Curly quotation marks do not quote a value: they become part of "{key}".',
      why: "",
      help: "Use straight quotation marks, or none.",
    },
    html: {
      severity: "warning",
      what: '"{key}" holds HTML ({markup}), which tabs, feeds and search results show as it stands.',
      why: "",
      help: "Write plain text.",
    },
    markdown: {
      severity: "warning",
      what: '"{key}" holds Markdown ({markup}), which tabs, feeds and search results show as it stands.',
      why: "",
      help: "Write plain text.",
    },
    capitals: {
      severity: "warning",
      what: '"{key}" is all capitals, which is hard to read and which some screen readers spell out.',
      why: "",
      help: "Write it in sentence case and leave capitals to the design.",
    },
  },
  check({ article, report }) {
    const { frontMatter, source } = article;
    for (const entry of frontMatter?.entries ?? []) {
      const { value, style, valueRange: range } = entry;
      if (typeof value !== "string" || style === undefined || frontMatter === undefined) continue;
      const key = keyOf(entry);
      const at = innerRange(entry);
      const text = source.slice(at.start, at.end);
      if (style !== "block" && !isSpacing(entry)) {
        const edits = trimming(text, at, isName(entry));
        const isEdge = edits.some(({ start, end }) => start === at.start || end === at.end);
        const where = isEdge ? "at its ends" : "side by side";
        if (edits.length > 0)
          report({ messageId: "blanks", range, data: { key, where }, fix: edits });
      }
      const hidden = hiddenIn(text, at);
      if (hidden !== undefined) {
        const data = { key, what: hidden.names.join(" and ") };
        const found = { messageId: "hidden", range, data } as const;
        report(hidden.edits === undefined ? found : { ...found, fix: hidden.edits });
      }
      if (isOneLine(entry) && value.trim().includes("\n"))
        report({ messageId: "newline", range, data: { key } });
      const inner = style === "plain" ? insideCurlyQuotes(value) : undefined;
      if (inner !== undefined) {
        const edits = [{ ...range, text: quoted(inner, frontMatter.format) }];
        const suggestions = [{ message: "Use straight quotation marks", edits }];
        report({ messageId: "curlyQuotes", range, data: { key }, suggestions });
      }
      if (!isTitle(entry)) continue;
      const html = htmlIn(value);
      const markdown = markdownIn(value);
      if (html !== undefined) report({ messageId: "html", range, data: { key, markup: html } });
      else if (markdown !== undefined)
        report({ messageId: "markdown", range, data: { key, markup: markdown } });
      if (isShouted(value)) report({ messageId: "capitals", range, data: { key } });
    }
  },
});
