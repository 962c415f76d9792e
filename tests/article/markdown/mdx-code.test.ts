import { fromMarkdown } from "mdast-util-from-markdown";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { mdxjs } from "micromark-extension-mdxjs";
import { describe, expect, it } from "vitest";
import { parseArticle } from "../../../src/article/parse-article.js";

/** The lines of the problems that copydesk finds in MDX. */
function problemLines(source: string): readonly number[] {
  const { problems, lines } = parseArticle({ path: "a.mdx", source });
  return problems
    .filter(({ kind }) => kind === "mdx-syntax")
    .map(({ range }) => lines.pointAt(range.start).line);
}

/** Whether MDX itself takes a text. */
function isTaken(source: string): boolean {
  try {
    fromMarkdown(source, { extensions: [mdxjs()], mdastExtensions: [mdxFromMarkdown()] });
    return true;
  } catch {
    return false;
  }
}

describe("code in MDX", () => {
  it.each([
    ['export const boat = {\n  name: "Ann,\n  year: 1907,\n};\n\nText.\n', 2],
    ["import Harbour from\n\nText.\n", 3],
    ["Text.\n\nexport your catch before noon, please.\n", 3],
    ["import a from 'a'\nText right below.\n", 2],
    ["Text <Boat {...} /> here.\n", 1],
    ["<Boat {/* none */} />\n", 1],
    ["<Boat {...a, b} />\n", 1],
    ["<Boat {a} />\n", 1],
    ["import type { Boat } from './boat'\n", 1],
  ])("that cannot be read is found: %j", (source, line) => {
    expect(isTaken(source)).toBe(false);
    expect(problemLines(source)).toEqual([line]);
  });

  it.each([
    "import Boat from './boat'\n\n<Boat {...props} name={<b>Ann</b>} />\n",
    "export default ({ children }) => <main>{children}</main>\n",
    "export const boats = [\n\n  1,\n\n]\n\nText.\n",
    "import a from 'a'\n// only a comment\n",
    "export const wait = await load()\n",
    "exports of fish grew\n\nimportant\n",
    "Text {/* comment */} and {}.\n",
  ])("that can be read is left alone: %j", (source) => {
    expect(isTaken(source)).toBe(true);
    expect(problemLines(source)).toEqual([]);
  });
});
