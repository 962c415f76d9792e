import { defineRule } from "../../src/rules.js";
import { needlessWhiteSpace, type WhiteSpace } from "./lib/white-space.js";

type Kind = WhiteSpace["kind"];

/** How one place is named, and how many of its kind are counted. */
const WORDS: Readonly<
  Record<Kind, { readonly place: string; readonly one: string; readonly many: string }>
> = {
  trailing: {
    place: "blanks at the end of the line",
    one: "one line ends in blanks",
    many: "{count} lines end in blanks",
  },
  "no-final-ending": {
    place: "no line ending at the end of the file",
    one: "the file has no line ending at its end",
    many: "the file has no line ending at its end",
  },
  "extra-final-endings": {
    place: "empty lines at the end of the file",
    one: "empty lines stand at its end",
    many: "empty lines stand at its end",
  },
  "mixed-endings": {
    place: "a line ending of another kind than most",
    one: "line endings of two kinds are mixed",
    many: "line endings of two kinds are mixed",
  },
  "blank-lines": {
    place: "more than two empty lines",
    one: "more than two empty lines follow each other",
    many: "more than two empty lines follow each other in {count} places",
  },
  tab: {
    place: "a tab between words",
    one: "a tab stands between words",
    many: "tabs stand between words in {count} places",
  },
};

export default defineRule({
  id: "typography/whitespace",
  summary: "Files hold no white space that serves no one",
  fixes: ["safe"],
  references: ["https://spec.commonmark.org/0.31.2/#hard-line-breaks", "POSIX.1-2017 §3.206 Line"],
  messages: {
    needless: {
      severity: "info",
      what: "Needless white space ({kinds}) makes later comparisons of this file show changes where nothing changed.",
      why: "",
      help: "Let your editor remove blanks at line ends and end the file with one line ending.",
    },
  },
  check({ article, report }) {
    const [first, ...others] = needlessWhiteSpace(article);
    if (first === undefined) return;
    report({
      messageId: "needless",
      range: first.range,
      data: { kinds: describe([first, ...others]) },
      related: others.map(({ kind, range }) => ({ range, message: WORDS[kind].place })),
      fix: [first, ...others].flatMap(({ edits }) => edits),
    });
  },
});

function describe(places: readonly WhiteSpace[]): string {
  const counts = new Map<Kind, number>();
  for (const { kind } of places) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) =>
      count === 1 ? WORDS[kind].one : WORDS[kind].many.replace("{count}", String(count)),
    )
    .join(", ");
}
