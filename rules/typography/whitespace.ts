import { alsoAt, defineRule } from "../../src/rules.js";
import { needlessWhiteSpace, type WhiteSpace } from "./lib/white-space.js";

type Kind = WhiteSpace["kind"];

/** What one place of a kind is called, and what the message calls it; `many` for several places. */
const WORDS: Readonly<
  Record<Kind, { readonly place: string; readonly name: string; readonly many?: string }>
> = {
  trailing: { place: "trailing spaces", name: "trailing spaces" },
  "no-final-ending": {
    place: "no line break at the end of the file",
    name: "no line break at the end",
  },
  "extra-final-endings": {
    place: "blank lines at the end of the file",
    name: "blank lines at the end",
  },
  "mixed-endings": { place: "a line ending that differs from most", name: "mixed line endings" },
  "blank-lines": { place: "more than two blank lines", name: "extra blank lines" },
  tab: { place: "a tab between words", name: "a tab between words", many: "tabs between words" },
};
/** A message that names more kinds than this would not fit into one line. */
const MOST_KINDS = 3;

export default defineRule({
  id: "typography/whitespace",
  summary: "A file should have no unnecessary white space, and one kind of line ending",
  fixes: ["safe"],
  references: ["https://spec.commonmark.org/0.31.2/#hard-line-breaks", "POSIX.1-2017 §3.206 Line"],
  messages: {
    needless: {
      severity: "info",
      what: "The file has {kinds}.",
      why: "Version control later shows changes in lines whose text did not change.",
      help: "Let your editor remove white space at line ends and end every file with one line break.",
    },
  },
  check({ article, report }) {
    const [first, ...others] = needlessWhiteSpace(article);
    if (first === undefined) return;
    report({
      messageId: "needless",
      range: first.range,
      data: { kinds: describe([first, ...others]) },
      related: alsoAt(others, ({ kind }) => WORDS[kind].place),
      fix: [first, ...others].flatMap(({ edits }) => edits),
    });
  },
});

function describe(places: readonly WhiteSpace[]): string {
  const counts = new Map<Kind, number>();
  for (const { kind } of places) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].map(([kind, count]) => {
    const { name, many = name } = WORDS[kind];
    return count === 1 ? name : many;
  });
  const named =
    kinds.length > MOST_KINDS ? [...kinds.slice(0, 2), "other white-space errors"] : kinds;
  return named.length === 1
    ? named.join("")
    : `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}
