import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRulePage } from "../../src/testing/page-examples.js";
import { readFences, writeFence } from "../../src/testing/page-fences.js";
import { runs } from "../runs.js";

const page = (...lines: string[]): string => lines.join("\n");

describe("readRulePage", () => {
  const read = readRulePage(
    page(
      "# image/name",
      "",
      "## Options",
      "",
      "| name | default | meaning |",
      "|---|---|---|",
      "| `minWeight` | `60` | a \\| b |",
      "",
      "## Examples",
      "",
      "```md example engine=hexo path=source/a.md files=a.png,b/c.md",
      "# not a heading of the page",
      "```",
      "",
      '```html example options={"min":1} complete now=2026-02-03T00:00:00Z unterminated',
      "<p>",
      "```",
      "",
      "```text output",
      "no findings",
      "```",
      "",
      "```html fixed path=article.html",
      "<p></p>",
      "```",
      "",
      "````mdx example",
      "```js",
      "```",
      "````",
    ),
  );

  it("reads title, sections and options outside fences", () => {
    expect(read.title).toBe("image/name");
    expect(read.sections).toEqual(["Options", "Examples"]);
    expect(read.options).toEqual([{ name: "minWeight", defaultValue: "60" }]);
  });

  it("takes consecutive examples as one site", () => {
    expect(read.examples[0]?.articles).toEqual([
      { path: "source/a.md", text: "# not a heading of the page\n" },
      { path: "article.html", text: "<p>" },
    ]);
    expect(read.examples[0]?.settings).toEqual({
      engine: "hexo",
      options: { min: 1 },
      files: [{ path: "a.png" }, { path: "b/c.md" }],
      complete: true,
      site: {},
      schema: undefined,
      now: "2026-02-03T00:00:00Z",
      external: new Map(),
    });
    expect(read.examples[0]?.output?.lines).toEqual(["no findings"]);
    expect(read.examples[0]?.fixed[0]).toMatchObject({ path: "article.html", text: "<p></p>\n" });
  });

  it("lets a longer fence hold shorter ones, and an output be absent", () => {
    expect(read.examples[1]?.articles).toEqual([{ path: "article.mdx", text: "```js\n```\n" }]);
    expect(read.examples[1]?.output).toBeUndefined();
  });

  it.each([
    ["an open fence", ["```md example", "text"], "Line|line 1 is not closed"],
    ["an unknown setting", ["```md example pth=a", "```"], '"pth=a" is not a setting'],
    ["an unknown engine", ["```md example engine=wordpress", "```"], '"wordpress" is no engine'],
    ["a language that is no article", ["```js example", "```"], "md, html or mdx"],
    ["an output without example", ["```text output", "```"], "does not follow an example"],
    [
      "a fixed text without output",
      ["```md example", "```", "```md fixed", "```"],
      "does not follow",
    ],
  ])("refuses %s", (_what, lines, message) => {
    expect(() => readRulePage(page(...lines))).toThrow(new RegExp(message));
  });
});

describe("writeFence", () => {
  it("writes fences that read back, whatever they hold", () => {
    const line = fc.stringMatching(/^[`a ]{0,8}$/);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (content) => {
        const [fence, ...rest] = readFences(writeFence("text output", content).join("\n"));
        expect(fence?.lines).toEqual(content);
        expect(fence?.words).toEqual(["text", "output"]);
        expect(rest).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });
});
