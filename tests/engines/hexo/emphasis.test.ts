import { describe, expect, it } from "vitest";
import { findingsOf, page } from "../findings-of.js";

async function findings(renderer: string, body: string): Promise<readonly string[]> {
  const dependencies = { hexo: "^6.0.0", ...(renderer === "" ? {} : JSON.parse(renderer)) };
  return findingsOf(
    {
      "_config.yml": "title: T\nsource_dir: source\n",
      "package.json": JSON.stringify({ dependencies }),
      "source/_posts/a.md": page(body, "title: A\ndate: 2024-01-02"),
    },
    ["text/unrendered-markdown"],
  );
}

const MARKS = "**船头：**先看风。\n\n然后**（小船）**靠岸。";

describe("emphasis next to CJK marks", () => {
  it.each(["^0.2.6", "2.0.0", "^6.3.0"])(
    "is rendered by hexo-renderer-marked %s",
    async (range) => {
      expect(await findings(`{"hexo-renderer-marked":"${range}"}`, MARKS)).toEqual([]);
    },
  );

  it("is text from 7 on, and with other renderers", async () => {
    const told = [5, 7].map((line) => `source/_posts/a.md:${line} text/unrendered-markdown/mark`);
    for (const renderer of [
      '{"hexo-renderer-marked":"^7.0.0"}',
      '{"hexo-renderer-markdown-it":"^4.1.0"}',
    ])
      expect(await findings(renderer, MARKS)).toEqual(told);
  });

  it("is text beside a space everywhere", async () => {
    const found = await findings('{"hexo-renderer-marked":"2.0.0"}', "看 **小船 **靠岸。");
    expect(found).toEqual(["source/_posts/a.md:5 text/unrendered-markdown/space"]);
  });
});
