import { describe, expect, it } from "vitest";
import { rules } from "../../../rules/index.js";
import { indexLines } from "../../../src/article/lines.js";
import { checkTexts } from "../../../src/testing/check-texts.js";

const family = rules.filter(({ id }) => id.startsWith("image/"));

/** What the image rules find in an article of a Hexo site filled from feeds. */
function findingsIn(text: string): readonly string[] {
  const { results, crashes } = checkTexts([{ path: "source/_posts/a.md", text }], {
    rules: family.map((rule) => ({ rule })),
    engine: "hexo",
    site: { root: "source" },
  });
  expect(crashes).toEqual([]);
  const lines = indexLines(text);
  return (results[0]?.findings ?? []).map(
    ({ rule, messageId, range }) => `${rule} ${messageId} ${lines.pointAt(range.start).line}`,
  );
}

const HEAD = "\n---\ntitle: 'A harbour wakes'\ncategories: \n - 新媒体\n";

describe("articles filled from feeds", () => {
  it("take a proxy's address for the picture behind it", () => {
    const text = `${HEAD}headimg: 'https://proxy.example/?http://img.example/a.jpg'\nthumbnail: 'https://proxy.example/?http://img.example/a.jpg'\n---\n\n<div>\n<img src="http://img.example/a.jpg" alt="Boats in fog">\n<p>Text</p>\n</div>\n`;
    expect(findingsIn(text)).toEqual(["image/hotlink hotlink 6", "image/hotlink hotlink 11"]);
  });

  it("report random stand-ins as header images once", () => {
    const text = `${HEAD}headimg: 'https://picsum.photos/400/300?random=81'\nthumbnail: 'https://picsum.photos/400/300?random=81'\n---\n\n<div>\n<img src="/img/a.jpg" alt="Boats in fog">\n</div>\n`;
    expect(findingsIn(text)).toEqual([
      "image/header-mismatch standIn 6",
      "image/hotlink hotlink 6",
    ]);
  });

  it("may hold thirty lazy images: their stand-in is no repeated picture, alt without a value is decoration", () => {
    const image = (index: number): string =>
      `<p><img class="lazy" src="https://static.example/wait.gif" data-original="https://img.example/${index}.jpg" zoomfile="https://img.example/${index}.jpg" alt></p>`;
    const images = Array.from({ length: 30 }, (_, index) => image(index)).join("\n");
    expect(findingsIn(`${HEAD}---\n\n<div>\n${images}\n</div>\n`)).toEqual([
      "image/hotlink hotlink 9",
      "image/hotlink hotlink 9",
    ]);
  });

  it("have <br> and fake headings around images without being captions", () => {
    const text = `${HEAD}---\n\n<div>\n<img src="/a.jpg" alt="Boats in fog"><br>\n<br>First text run<br>\n<br><div align="center"><strong><font size="4">First heading</font></strong></div>Second text run<p></p>\n</div>\n`;
    expect(findingsIn(text)).toEqual([]);
  });
});
