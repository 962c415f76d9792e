import { describe, expect, it } from "vitest";
import { findingsOf, page } from "../../engines/findings-of.js";

const eleventy = { "eleventy.config.js": "export default () => {};" };
const found = (
  bodies: readonly string[],
  files: Readonly<Record<string, string>> = eleventy,
): Promise<readonly string[]> =>
  findingsOf(
    { ...files, ...Object.fromEntries(bodies.map((body, index) => [`p${index}.md`, page(body)])) },
    ["template/argument"],
  );
const times = (count: number, body: string): readonly string[] =>
  Array.from({ length: count }, () => body);

describe("names of arguments", () => {
  const usual = times(6, '{% card title="a", color="b" %}');

  it("are those that the tag is given elsewhere", async () => {
    expect(await found([...usual, '{% card titel="a" %}'])).toEqual([
      "p6.md:4 template/argument/slip",
    ]);
    expect(await found([...usual, '{% card tiles="a" %}'])).toEqual([]);
  });

  it("may be new where the tag is used seldom, has the other one, or has it in its file", async () => {
    expect(await found([...usual.slice(2), '{% card titel="a" %}'])).toEqual([]);
    expect(await found([...usual, '{% card title="b", titles="a" %}'])).toEqual([]);
    const defined = {
      ...eleventy,
      "_includes/card.js": "export const card = ({ titel }) => titel;",
    };
    expect(await found([...usual, '{% card titel="a" %}'], defined)).toEqual([]);
  });

  it("are those of components as well", async () => {
    const config = { "docusaurus.config.js": "export default {};", "package.json": "{}" };
    const articles = Object.fromEntries(
      [...times(6, '<Card title="a" />'), '<Card titel="a" />'].map((body, index) => [
        `docs/p${index}.mdx`,
        page(body),
      ]),
    );
    expect(await findingsOf({ ...config, ...articles }, ["template/argument"])).toEqual([
      "docs/p6.mdx:4 template/argument/slip",
    ]);
  });
});

describe("words to choose from", () => {
  const usual = [...times(8, "{% note 'warning' %}"), ...times(8, "{% note 'info' %}")];

  it("are those that others choose", async () => {
    expect(await found([...usual, "{% note 'wraning' %}"])).toEqual([
      "p16.md:4 template/argument/slip",
    ]);
    expect(await found([...usual, "{% note 'danger' %}"])).toEqual([]);
  });

  it("are not words of a text", async () => {
    const texts = Array.from(
      { length: 9 },
      (_one, index) => `{% note "word${"x".repeat(index)}" %}`,
    );
    expect(await found([...texts, ...usual.slice(0, 8), "{% note 'wraning' %}"])).toEqual([]);
  });
});

describe("files", () => {
  const names = [
    "code/harbour.js",
    ...Array.from({ length: 10 }, (_one, index) => `code/part${index}.js`),
  ];
  const files = { ...eleventy, ...Object.fromEntries(names.map((name) => [`src/${name}`, "a"])) };
  const usual = names.map((name) => `{% sample "/${name}" %}`);

  it("are there where all others that the tag is given are", async () => {
    expect(await found([...usual, '{% sample "/code/harbor.js" %}'], files)).toEqual([
      "p11.md:4 template/argument/fileNearest",
    ]);
    expect(await found([...usual, '{% sample "/code/none.js" %}'], files)).toEqual([
      "p11.md:4 template/argument/file",
    ]);
  });

  it("may be elsewhere where others are, or lie in another folder", async () => {
    const two = ['{% sample "/code/a.js" %}', '{% sample "/code/b.js" %}'];
    expect(await found([...usual, ...two], files)).toEqual([]);
    expect(await found([...usual, '{% sample "part5.js" %}'], files)).toEqual([]);
    expect(await found([...usual, '{% sample "https://example.org/a.js" %}'], files)).toEqual([]);
  });
});
