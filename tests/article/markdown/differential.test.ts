import { markdownToHast, mdxToHast } from "satteri";
import { describe, expect, it } from "vitest";
import { blanked } from "../../../src/article/blanked.js";
import { readFrontMatter } from "../../../src/article/front-matter/read-front-matter.js";
import { featuresOf } from "../../../src/article/markdown/satteri.js";
import { formatOf, plainSyntax } from "../../../src/article/syntax.js";
import { maskTemplates } from "../../../src/article/templates.js";
import { hasCorpus, readCorpus } from "../../corpus/corpus.js";
import { linesOf, oracleTree } from "./oracle.js";
import { samples } from "./samples.js";

/** Heading attributes are no CommonMark: the oracle does not know them. */
const features = featuresOf(plainSyntax("a.mdx"));

/**
 * Places where the parsers differ, by sample or article: the nodes to which satteri gives another position.
 * The trees themselves are the same.
 */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  // A quote in a quote that a list follows: the oracle ends it after the next line's marks.
  quotes: ["blockquote"],
  // satteri counts the line ending after imports and exports.
  MDX: ["mdxjsEsm"],
  // An empty last line of indented code that ends a list item: the oracle counts its line ending.
  "content/en/projects/sofa-rpc/contributing/index.md": ["pre", "code"],
  // An address that runs on over `](`: the oracle gives the link it makes of it no place at all.
  "content/zh/blog/still-worried-about-multi-cluster-management/index.md": ["text", "a", "text"],
};

function difference(text: string, format: "markdown" | "mdx"): readonly string[] {
  const parse = format === "mdx" ? mdxToHast : markdownToHast;
  const ours = linesOf(parse(text, { features }));
  const theirs = linesOf(oracleTree(text, format));
  if (ours.length !== theirs.length) return [`${ours.length} nodes for ${theirs.length}`];
  return ours.filter((line, index) => line !== theirs[index]).map((line) => line.trim());
}

function nodeName(line: string): string {
  return line.split(" ")[0] ?? "";
}

describe("satteri's trees are those of micromark", () => {
  it.each(Object.entries(samples))("for %s", (name, text) => {
    const found = difference(text, name === "MDX" ? "mdx" : "markdown");
    expect(found.map(nodeName)).toEqual(KNOWN[name] ?? []);
  });

  describe.runIf(hasCorpus)("for real articles", () => {
    it.each(readCorpus())(
      "of $name",
      ({ articles }) => {
        for (const { path, source } of articles) {
          const format = formatOf(path);
          if (format === "html") continue;
          const { bodyStart } = readFrontMatter(source);
          const body = blanked(source.slice(0, bodyStart)) + source.slice(bodyStart);
          const found = difference(maskTemplates(body, format).masked, format);
          expect(found.map(nodeName), path).toEqual(KNOWN[path] ?? []);
        }
      },
      120_000,
    );
  });
});
