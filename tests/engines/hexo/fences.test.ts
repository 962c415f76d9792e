import { expect, it } from "vitest";
import parse from "../../../rules/html/parse.js";
import { takesCodeOut, withWholeCode } from "../../../src/engines/hexo/fences.js";
import { checkTexts } from "../../../src/testing/check-texts.js";

const IN_LIST =
  "- Mind this:\n\n  ```\nclass Snow {}\n\nThe List<Snow> of it;\n  ```\n\n  And that.\n";

/** Elements that are none in an article of Hexo. */
function unknown(text: string, config: Record<string, unknown> = {}): readonly string[] {
  const { results } = checkTexts([{ path: "source/_posts/a.md", text }], {
    rules: [{ rule: parse }],
    engine: "hexo",
    site: { config },
  });
  return results.flatMap(({ findings }) => findings.map(({ message }) => message));
}

// Each was rendered with Hexo 8.1 and its highlighter.
it.each([
  ["code that leaves its list", IN_LIST],
  ["two of them in one item", `${IN_LIST}\n  \`\`\`java\n  List<Snow> b;\n  \`\`\`\n`],
  ["a fence behind the sign of an item", "- ```java\nThe List<Snow> of it;\n```\n\nText.\n"],
  ["Windows line ends", IN_LIST.replaceAll("\n", "\r\n")],
])("takes for code what Hexo does: %s", (_, text) => {
  expect(unknown(text)).toEqual([]);
});

it.each([
  ["text behind such code", `${IN_LIST}\nThen List<Snow> in text.\n`],
  ["a fence that no other closes", "- Mind this:\n\n  ```\n\nThe List<Snow> of it;\n"],
])("still finds tags in %s", (_, text) => {
  expect(unknown(text)).toEqual(["<Snow> is not an HTML element."]);
});

it("leaves the code to Markdown where Hexo highlights none", () => {
  expect(unknown(IN_LIST, { syntax_highlighter: false })).toEqual([
    "<Snow> is not an HTML element.",
  ]);
  expect(takesCodeOut({ highlight: { enable: false } })).toBe(false);
  expect(takesCodeOut({ highlight: { enable: false }, prismjs: { enable: true } })).toBe(true);
  expect(takesCodeOut({ syntax_highlighter: "prismjs" })).toBe(true);
});

it("keeps the length of a body, and its lines", () => {
  const kept = withWholeCode(IN_LIST);
  expect(kept.length).toBe(IN_LIST.length);
  expect(kept.split("\n")[2]).toBe("  ```");
  expect(withWholeCode("```\na\n```\n")).toBe("```\na\n```\n");
});
