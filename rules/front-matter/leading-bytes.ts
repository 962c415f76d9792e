import { defineRule, lineEndingOf } from "../../src/rules.js";
import { describeLeading, readingOfLeading } from "./lib/leading-bytes.js";

/** Anything before the opening fence: many engines then see no front matter at all. */
export default defineRule({
  id: "front-matter/leading-bytes",
  summary: "Front matter begins with the first character of the file",
  fixes: ["safe", "suggestion"],
  messages: {
    lost: {
      severity: "error",
      what: "{what} before the front matter hides it: {who} see no metadata and print it as text.",
      why: "",
      help: "Let the file begin with the opening fence.",
    },
    luck: {
      severity: "warning",
      what: "{what} before the front matter: the engine reads it only by a fallback pattern, while other tools see no metadata.",
      why: "",
      help: "Let the file begin with the opening fence.",
    },
    skipped: {
      severity: "info",
      what: "{what} before the front matter is skipped by {who}, but hides the metadata from other tools.",
      why: "",
      help: "Let the file begin with the opening fence.",
    },
  },
  check({ article, engine, report }) {
    const leading = article.frontMatter?.leading;
    if (leading === undefined || leading.start === leading.end) return;
    const bytes = article.source.slice(leading.start, leading.end);
    const { messageId, who } = readingOfLeading(bytes, engine);
    const what = describeLeading(bytes);
    const data = { what, who };
    const hasComment = bytes.includes("<!--");
    const fix = [{ start: leading.start, end: leading.end, text: "" }];
    if (!hasComment) {
      report({ messageId, range: leading, data, fix });
      return;
    }
    // A comment is somebody's text: it moves below the front matter instead of being deleted.
    const at = article.bodyStart;
    const isClosed = article.frontMatter?.closingFence !== undefined;
    const moved = [
      ...fix,
      { start: at, end: at, text: bytes.trim() + lineEndingOf(article.source) },
    ];
    const suggestions = isClosed
      ? [{ message: "Move the comment below the front matter", edits: moved }]
      : [];
    report({ messageId, range: leading, data, suggestions });
  },
});
