import { defineRule, insert, lineEndingOf } from "../../src/rules.js";
import { describeLeading, readingOfLeading } from "./lib/leading-bytes.js";

/** Anything before the opening fence: many engines then find no front matter at all. */
export default defineRule({
  id: "front-matter/leading-bytes",
  summary: "Front matter starts with the first character of the file",
  fixes: ["safe", "suggestion"],
  messages: {
    lost: {
      severity: "error",
      what: "The front matter comes after {what}, so it is not read.",
      why: "To {who}, the article has no metadata, and the block is printed as text.",
      help: "{advice}",
    },
    luck: {
      severity: "warning",
      what: "The front matter comes after {what}.",
      why: "It is read by {who} only through a fallback pattern, and not at all by many other tools.",
      help: "{advice}",
    },
    skipped: {
      severity: "info",
      what: "The front matter comes after {what}.",
      why: "It is read correctly by {who}, but many other tools find no metadata.",
      help: "{advice}",
    },
  },
  check({ article, engine, report }) {
    const leading = article.frontMatter?.leading;
    if (leading === undefined || leading.start === leading.end) return;
    const bytes = article.source.slice(leading.start, leading.end);
    const { messageId, who } = readingOfLeading(bytes, engine);
    const what = describeLeading(bytes);
    const hasComment = bytes.includes("<!--");
    const advice = hasComment
      ? "Move the comment below the front matter."
      : "Delete everything before the opening fence.";
    const data = { what, who, advice };
    const fix = [{ start: leading.start, end: leading.end, text: "" }];
    if (!hasComment) {
      report({ messageId, range: leading, data, fix });
      return;
    }
    // A comment is somebody's text: it moves below the front matter instead of being deleted.
    const at = article.bodyStart;
    const isClosed = article.frontMatter?.closingFence !== undefined;
    const moved = [...fix, insert(at, bytes.trim() + lineEndingOf(article.source))];
    const suggestions = isClosed
      ? [{ message: "Move the comment below the front matter", edits: moved }]
      : [];
    report({ messageId, range: leading, data, suggestions });
  },
});
