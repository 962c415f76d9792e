import { defineRule, rangeOf } from "../../src/rules.js";

/** Comments at which engines end an excerpt. */
const MARK =
  /^(?:<!--[ \t]*(?:more|truncate)[ \t]*-->|\{[ \t]*\/\*[ \t]*truncate[ \t]*\*\/[ \t]*\})$/i;

/** Finds a second mark for the end of the excerpt. */
export default defineRule({
  id: "html/excerpt-mark",
  summary: "An article has one mark at which its excerpt ends",
  messages: {
    twice: {
      severity: "warning",
      what: "The article has a second mark for the end of its excerpt.",
      why: "The excerpt ends at the first one, so the text between the two is not in it.",
      help: "Delete one of the two.",
    },
  },
  check({ article, engine, report }) {
    if (!engine.publishes || article.format === "html") return;
    const ranges = [
      ...article.comments.map(rangeOf),
      ...article.expressions.map((one) => one.range),
    ];
    const marks = ranges
      .filter(({ start, end }) => MARK.test(article.source.slice(start, end).trim()))
      .sort((left, right) => left.start - right.start);
    const [first, second] = marks;
    if (first === undefined || second === undefined) return;
    const related = [{ range: first, message: "The first mark" }];
    report({ messageId: "twice", range: second, related });
  },
});
