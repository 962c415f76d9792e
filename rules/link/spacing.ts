import {
  type Article,
  defineRule,
  type Element,
  insert,
  rangeOf,
  textContentOf,
} from "../../src/rules.js";
import table from "./lib/glued-words.json" with { type: "json" };

const BEFORE = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${alternatives(table.before)})$`, "iu");
const SHORT_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${alternatives(table.short)})$`, "iu");
/** `four.[See the timetable](…)` */
const SENTENCE_BEFORE = /\p{Ll}{2}[.!?]$/u;
const AFTER = new RegExp(`^(?:${alternatives(table.after)})(?![\\p{L}\\p{N}_-])`, "u");
/** As much text as the longest word needs. */
const NEAR = 16;

/** Words that a link is glued to. */
export default defineRule({
  id: "link/spacing",
  summary: "A space separates a link from the words around it",
  fixes: ["safe"],
  messages: {
    before: {
      severity: "warning",
      what: 'A space is missing between "{word}" and the link "{text}".',
      why: "Readers see two words as one.",
      help: "Write a space before the link.",
    },
    after: {
      severity: "warning",
      what: 'A space is missing between the link "{text}" and "{word}".',
      why: "Readers see two words as one.",
      help: "Write a space after the link.",
    },
  },
  check: ({ article, report }) => ({
    a(link) {
      const { start, end } = rangeOf(link);
      const text = textContentOf(article, link).text;
      if (!isPlainLink(article, link)) return;
      const lead = article.source.slice(Math.max(0, start - NEAR), start);
      const isCapital = /^\p{Lu}/u.test(text);
      const before =
        (/^\p{L}{3}/u.test(text) ? BEFORE.exec(lead) : null) ??
        (isCapital ? (SHORT_BEFORE.exec(lead) ?? SENTENCE_BEFORE.exec(lead)) : null);
      if (before !== null) {
        report({
          messageId: "before",
          range: { start: start - before[0].length, end },
          data: { word: before[0], text: shortened(text) },
          fix: [insert(start, " ")],
        });
      }
      const after = /\p{L}$/u.test(text) ? AFTER.exec(article.source.slice(end, end + NEAR)) : null;
      if (after !== null) {
        report({
          messageId: "after",
          range: { start, end: end + after[0].length },
          data: { word: after[0], text: shortened(text) },
          fix: [insert(end, " ")],
        });
      }
    },
  }),
});

/** Whether a link is written as one, so that its neighbours in the source are those on the page. */
function isPlainLink(article: Article, link: Element): boolean {
  const { start, end } = rangeOf(link);
  const opening = article.source[start];
  return end > start && (opening === "[" || article.source.slice(start, start + 2) === "<a");
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}

function alternatives(words: string): string {
  return words.split(" ").join("|");
}
