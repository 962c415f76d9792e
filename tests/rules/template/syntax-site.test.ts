import { describe, expect, it } from "vitest";
import { findingsOf, page } from "../../engines/findings-of.js";

const closed = page('{% tip "one" %}Text{% endtip %}');
const found = (
  bodies: readonly string[],
  config: Readonly<Record<string, string>> = { "eleventy.config.js": "export default () => {};" },
): Promise<readonly string[]> =>
  findingsOf(
    { ...config, ...Object.fromEntries(bodies.map((body, index) => [`p${index}.md`, body])) },
    ["template/syntax"],
  );
const many = Array.from({ length: 10 }, () => closed);

describe("tags of a site's own", () => {
  it("need the closing tag that the other articles write", async () => {
    expect(await found([...many, page('{% tip "two" %}Text')])).toEqual([
      "p10.md:4 template/syntax/unclosed",
    ]);
    expect(await found([...many, page("Text {% tip %}\n\nmore")])).toHaveLength(1);
  });

  it("need none where others do without, or too few show it", async () => {
    const open = page("{% tip %}");
    expect(await found([...many, open, open])).toEqual([]);
    expect(await found([...many.slice(1), open])).toEqual([]);
    expect(await found([...many, page("{% tips %} `{% raw %}{% tip %}{% endraw %}`")])).toEqual([]);
  });
});
