import { defineRule, innerRange, quoted, replace, soundEntries } from "../../src/rules.js";
import {
  hiddenIn,
  htmlIn,
  insideCurlyQuotes,
  isName,
  isOneLine,
  isShouted,
  isShown,
  isSpacing,
  isTitle,
  keyOf,
  markdownIn,
  referenceIn,
  trimming,
} from "./lib/value-hygiene.js";

/** Values with spaces, markup and invisible characters that do not belong to the text. */
export default defineRule({
  id: "front-matter/value-hygiene",
  summary: "Values contain only their text",
  fixes: ["safe", "suggestion"],
  messages: {
    blanks: {
      severity: "warning",
      what: '"{key}" has extra spaces {where}.',
      why: "The spaces stay in titles and file names, and make values differ that should be equal.",
      help: "Delete the extra spaces.",
    },
    hidden: {
      severity: "warning",
      what: '"{key}" contains {what}.',
      why: "Nobody sees them, but they make values differ that look equal.",
      help: "Delete them, or write ordinary spaces instead.",
    },
    newline: {
      severity: "warning",
      what: '"{key}" contains a line break.',
      why: "The line break goes into URLs, headings and feeds, and breaks them.",
      help: "Write the value on one line.",
    },
    curlyQuotes: {
      severity: "warning",
      what: 'The curly quotation marks become part of "{key}".',
      why: "Only straight quotation marks quote a value.",
      help: "Use straight quotation marks, or none.",
    },
    html: {
      severity: "warning",
      what: '"{key}" contains HTML.',
      why: "Browser tabs, feeds and search results show {markup} as it is written.",
      help: "Remove the HTML tags.",
    },
    markdown: {
      severity: "warning",
      what: '"{key}" contains Markdown.',
      why: "Browser tabs, feeds and search results show {markup} as it is written.",
      help: "Remove the Markdown markup.",
    },
    reference: {
      severity: "warning",
      what: '"{key}" contains the character reference {written}.',
      why: "Templates escape values, so tabs, feeds and lists show the reference as it is written.",
      help: "Write the character itself.",
    },
    capitals: {
      severity: "warning",
      what: '"{key}" is written in all capitals.',
      why: "Text in all capitals is hard to read, and some screen readers spell it out letter by letter.",
      help: "Use sentence case; the theme can display the value in capitals.",
    },
  },
  check({ article, engine, report }) {
    const { frontMatter, source } = article;
    for (const entry of soundEntries(article)) {
      const { value, style, valueRange: range } = entry;
      if (typeof value !== "string" || style === undefined || frontMatter === undefined) continue;
      const key = keyOf(entry);
      const at = innerRange(entry);
      const text = source.slice(at.start, at.end);
      if (style !== "block" && !isSpacing(entry)) {
        const edits = trimming(text, at, isName(entry));
        const isEdge = edits.some(({ start, end }) => start === at.start || end === at.end);
        const where = isEdge ? "at the start or end" : "between words";
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
        const edits = [replace(range, quoted(inner, frontMatter.format))];
        const suggestions = [{ message: "Use straight quotation marks", edits }];
        report({ messageId: "curlyQuotes", range, data: { key }, suggestions });
      }
      const reference = isShown(entry) ? referenceIn(value) : undefined;
      const isRead =
        !engine.frontMatter.escapesValues && !/^&(?:amp|#38);./.test(reference?.written ?? "");
      if (reference !== undefined && !isRead) {
        const edits = [replace(range, quoted(reference.meant, frontMatter.format))];
        const suggestions =
          style === "block" ? [] : [{ message: `Write "${reference.meant}"`, edits }];
        const data = { key, written: reference.written };
        report({ messageId: "reference", range, data, suggestions });
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
