import { describe, expect, it } from "vitest";
import { findingsOf, page } from "../findings-of.js";

const rules = ["html/in-markdown"];
const body = [
  "Flour <b>and</b> bran<br>",
  "<div>\nA wheel\n</div>",
  "A ![wheel](w.png) <!-- soon -->",
  "{{< box >}}<b>x</b>{{< /box >}}",
  'See <img src="w.png" alt="W">',
  "`<b>` and <https://mill.example/>",
].join("\n\n");

const at = (line: number, messageId: string) =>
  `content/a.md:${line} html/in-markdown/${messageId}`;
const site = async (config: string, name = "hugo.toml", text = page(body)) =>
  findingsOf(
    { [name]: `baseURL = "https://mill.example/"\n${config}`, "content/a.md": text },
    rules,
  );

describe("raw HTML of a Hugo site", () => {
  it("is left out unless the config allows it", async () => {
    const left = [at(4, "omittedTags"), at(6, "omitted")];
    expect(await site("")).toEqual(left);
    expect(await site("[markup.goldmark.renderer]\nunsafe = false\n", "config.toml")).toEqual(left);
    expect(await site("[markup.highlight]\nlineNos = true\n", "config.toml")).toEqual(left);
    expect(await site("[Markup.Goldmark.Renderer]\nUnsafe = true\n")).toEqual([]);
  });

  it("may be shown by an older version, or by another renderer", async () => {
    expect(await site("", "config.toml")).toEqual([]);
    expect(await site("", "hugo.toml", page(body, "title: A\nmarkup: pandoc"))).toEqual([]);
    expect(await site('[markup]\ndefaultMarkdownHandler = "asciidocExt"\n')).toEqual([]);
  });

  it("is left out by the version that the host builds with", async () => {
    const built = (version: string) =>
      findingsOf(
        {
          "config.toml": 'baseURL = "https://mill.example/"\n',
          "netlify.toml": `[build.environment]\nHUGO_VERSION = "${version}"\n`,
          "content/a.md": page("> <details>\n> <summary>S</summary>\n> </details>"),
        },
        rules,
      );
    expect(await built("0.121.1")).toEqual([at(4, "omitted")]);
    expect(await built("0.55.6")).toEqual([]);
  });

  it("is judged no further where it is left out", async () => {
    const article = page(
      [
        '<span id="quay" onclick="moor()"><p>North</span> quay',
        '<img src="gone.png"> and <a href="gone.md"></a>, see [the quay](#quay)',
        '{{< box >}}<a href="tides.md"></a>{{< /box >}}',
        '  <div class="code">![](gone.png)<b>\n[tides] (https://mill.example/)\n</b></div>',
        "Use <code>[a][b] and (x)[https://mill.example/]</code>, a Map<Key>",
        "<div>",
        "Flood",
      ].join("\n\n"),
    );
    const allRules = ["html/*", "image/*", "link/*", "security/*"];
    const found = async (unsafe: boolean) => {
      const config = `baseURL = "https://mill.example/"\nmarkup.goldmark.renderer.unsafe = ${unsafe}\n`;
      return findingsOf({ "hugo.toml": config, "content/a.md": article }, allRules);
    };
    expect(await found(false)).toEqual([
      "content/a.md:14 html/in-markdown/omittedWord",
      "content/a.md:4 html/in-markdown/omittedTags",
      "content/a.md:6 html/in-markdown/omitted",
      "content/a.md:6 image/alt-missing/missing",
      "content/a.md:6 link/anchor/missing",
      "content/a.md:8 link/broken/absent",
      "content/a.md:8 link/text/noName",
    ]);
    const shown = await found(true);
    expect(shown).toContain("content/a.md:4 security/event-handler/handler");
    expect(shown).toContain("content/a.md:6 image/alt-missing/missing");
    expect(shown).toContain("content/a.md:16 html/parse/unclosed");
  });

  it("is judged for the alt text of pictures, which they lack as soon as they are shown", async () => {
    const article = page(
      '<img src="a.png">\n\n<img src="b.png" alt="B">\n\nText <img src="c.png"> and <img>',
    );
    const found = await findingsOf(
      { "hugo.toml": 'baseURL = "https://mill.example/"\n', "content/a.md": article },
      ["image/*"],
    );
    expect(found).toEqual([
      "content/a.md:4 image/alt-missing/missing",
      "content/a.md:8 image/alt-missing/missing",
    ]);
  });
});
