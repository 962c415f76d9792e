import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { applyPatch } from "diff";
import { describe, expect, it } from "vitest";
import { type ProjectTree, temporaryCopy, temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

const ONLY = ["--only", "typography/whitespace,image/alt-missing,image/size-invalid"];
const BAD = "# A\n\nText   \n\nmore text\n";
const GOOD = "# A\n\nText\n\nmore text\n";

function project(tree: ProjectTree): { folder: string; read(name: string): string } {
  const folder = temporaryProject({ ".git/HEAD": "", ...tree });
  return { folder, read: (name) => readFileSync(join(folder, name), "utf8") };
}

describe("--fix", () => {
  it("makes the safe fixes, reports what is left, and has nothing to do the second time", async () => {
    const { folder, read } = project({ "a.md": `${BAD}\n<img src="a.png">\n`, "b.md": GOOD });
    const first = await runIn(folder, [".", ...ONLY, "--fix", "-f", "concise"]);
    expect(read("a.md")).toBe(`${GOOD}\n<img src="a.png">\n`);
    expect([first.code, first.stdout]).toEqual([1, expect.stringContaining("image/alt-missing")]);
    expect(first.stdout).not.toContain("typography/whitespace");
    expect(first.stderr).toBe(
      [
        "Fixed 1 finding in 1 file.",
        "  image/alt-missing      1 with a suggestion that --fix-suggestions makes",
        "  typography/whitespace  1 fixed",
        "",
      ].join("\n"),
    );
    const second = await runIn(folder, [".", ...ONLY, "--fix"]);
    expect(second.stderr).toContain("Nothing to fix.\n");
  });

  it.each([
    ["CRLF", BAD.replaceAll("\n", "\r\n"), GOOD.replaceAll("\n", "\r\n")],
    ["a BOM", `\uFEFF${BAD}`, `\uFEFF${GOOD}`],
  ])("keeps %s", async (_name, bad, good) => {
    const { folder, read } = project({ "a.md": bad });
    await runIn(folder, ["a.md", "--fix", "--only", "typography/whitespace"]);
    expect(read("a.md")).toBe(good);
  });

  it("does with CRLF what it does without, whatever it fixes", async () => {
    const source = readFileSync(
      new URL("../../fixtures/founding-article/source/_posts/talks.md", import.meta.url),
      "utf8",
    );
    const lines = source.replaceAll("\r\n", "\n");
    const fixed = async (text: string): Promise<string> => {
      const { folder, read } = project({ "a.md": text });
      await runIn(folder, ["a.md", "--fix-suggestions"]);
      return read("a.md");
    };
    const plain = await fixed(lines);
    expect(plain).not.toBe(lines);
    expect(await fixed(lines.replaceAll("\n", "\r\n"))).toBe(plain.replaceAll("\n", "\r\n"));
  });

  it("keeps line endings that differ, and a missing one at the end", async () => {
    const bad = '<img src="a.png" alt="" width="9px" height="9">\n\nx\r\ny';
    const { folder, read } = project({ "a.md": bad });
    await runIn(folder, ["a.md", "--fix", "--fix-rule", "image/*"]);
    expect(read("a.md")).toBe(bad.replace("9px", "9"));
  });

  it("keeps the mode of the file, and comments, quotes and anchors of the front matter", async () => {
    const head = [
      "---",
      'title: "A" # why',
      "date: 2024-1-1 # then",
      "a: &x [1,  2]",
      "b: *x",
      "---",
      "",
    ];
    const { folder, read } = project({ "a.md": `${head.join("\n")}${BAD}` });
    chmodSync(join(folder, "a.md"), 0o640);
    await runIn(folder, ["a.md", "--fix", "--fix-rule", "front-matter/date-format"]);
    expect(read("a.md")).toBe(`${head.join("\n").replace("2024-1-1", "2024-01-01")}${BAD}`);
    expect(statSync(join(folder, "a.md")).mode & 0o777).toBe(0o640);
  });

  it("leaves what directives silence and what git ignores", async () => {
    const { folder, read } = project({
      "a.md": `<!-- copydesk-disable-file typography/whitespace -- a poem -->\n\n${BAD}`,
      "b.md": BAD,
      ".gitignore": "b.md\n",
    });
    const ran = await runIn(folder, [".", ...ONLY, "--fix"]);
    expect([read("a.md").includes(BAD), read("b.md")]).toEqual([true, BAD]);
    expect(ran.stderr).toContain("Nothing to fix.");
  });

  it("does not change a text that is not UTF-8, or a link to a file", async () => {
    const { folder, read } = project({ "b.md": GOOD, "elsewhere/c.txt": BAD });
    const latin = Buffer.concat([
      Buffer.from("Text \xe9t\xe9   \n", "latin1"),
      Buffer.from("More   \n"),
    ]);
    writeFileSync(join(folder, "a.md"), latin);
    symlinkSync(join(folder, "elsewhere/c.txt"), join(folder, "c.md"));
    const ran = await runIn(folder, ["a.md", "b.md", "c.md", ...ONLY, "--fix"]);
    expect(readFileSync(join(folder, "a.md")).equals(latin)).toBe(true);
    expect(read("elsewhere/c.txt")).toBe(BAD);
    expect(ran.stderr).toContain("a.md is not changed: Its bytes are not all text in UTF-8.");
  });

  it("fixes a path with special characters, and a file in a folder", async () => {
    const { folder, read } = project({ "posts/a [1] é.md": BAD });
    await runIn(folder, ["posts", "--fix", ...ONLY]);
    expect(read("posts/a [1] é.md")).toBe(GOOD);
  });
});

describe("--fix-suggestions", () => {
  it("also makes suggestions where there is exactly one", async () => {
    const { folder, read } = project({ "a.md": '<img src="a.png">\n' });
    const ran = await runIn(folder, [".", ...ONLY, "--fix-suggestions"]);
    expect([ran.code, read("a.md")]).toEqual([0, '<img alt="" src="a.png">\n']);
  });

  it("is told of by the report", async () => {
    const { folder } = project({ "a.md": `<img src="a.png">\n\n${BAD}` });
    const ran = await runIn(folder, [".", ...ONLY]);
    expect(ran.stdout).toContain(
      "1 with a safe fix (--fix), 1 with a suggestion (--fix-suggestions makes 1)",
    );
  });
});

describe("--diff", () => {
  it("shows a diff that makes the fixed text, writes nothing, and fails", async () => {
    const sized = '\n<img src="a.png" alt="" width="9px" height="9">';
    const bad = `${GOOD}${sized}`;
    const { folder, read } = project({ "a.md": bad, "b.md": GOOD });
    const ran = await runIn(folder, [".", ...ONLY, "--diff", "--fix-rule", "image/*"]);
    expect([ran.code, read("a.md")]).toEqual([1, bad]);
    expect(ran.stdout).toMatch(/^--- a\/a\.md\n\+\+\+ b\/a\.md\n@@ /);
    expect(applyPatch(bad, ran.stdout)).toBe(bad.replace("9px", "9"));
    expect(ran.stderr).toContain("Would fix ");
  });

  it("passes where there is none", async () => {
    const { folder } = project({ "a.md": GOOD });
    const ran = await runIn(folder, [".", ...ONLY, "--diff"]);
    expect([ran.code, ran.stdout]).toEqual([0, ""]);
  });

  it("works with CRLF", async () => {
    const bad = BAD.replaceAll("\n", "\r\n");
    const { folder } = project({ "a.md": bad });
    const { stdout } = await runIn(folder, [".", ...ONLY, "--diff"]);
    expect(stdout).toContain("-Text   \r\n+Text\r\n");
    expect(applyPatch(bad, stdout, { autoConvertLineEndings: false })).toBe(
      GOOD.replaceAll("\n", "\r\n"),
    );
  });
});

describe("--fix-only and --fix-rule", () => {
  it("fixes without a report, and what is left fails nothing", async () => {
    const { folder, read } = project({ "a.md": `${BAD}\n<img src="a.png">\n` });
    const ran = await runIn(folder, [".", ...ONLY, "--fix-only"]);
    expect([ran.code, ran.stdout]).toEqual([0, ""]);
    expect(read("a.md")).toBe(`${GOOD}\n<img src="a.png">\n`);
  });

  it("fixes what the rules find that are named, by id or glob", async () => {
    const text = `${BAD}\n<img src="a.png" alt="" width="9px" height="9">\n`;
    const { folder, read } = project({ "a.md": text, "b.md": text });
    const ran = await runIn(folder, ["a.md", ...ONLY, "--fix-rule", "image/*"]);
    expect(read("a.md")).toBe(text.replace("9px", "9"));
    expect(ran.stderr).toContain("typography/whitespace  1 not asked for by --fix-rule");
    await runIn(folder, [
      "b.md",
      ...ONLY,
      "--fix-rule",
      "typography/whitespace,image/size-invalid",
    ]);
    expect(read("b.md")).toBe(text.replace("9px", "9").replace("Text   ", "Text"));
  });
});

describe("standard input", () => {
  const piped = ["--stdin", "--stdin-filename", "a.md", ...ONLY];

  it("is fixed onto standard output; the report goes to standard error", async () => {
    const { folder } = project({});
    const stdin = `\uFEFF${BAD}\n<img src="a.png">\n`;
    const ran = await runIn(folder, [...piped, "--fix", "-f", "concise"], { stdin });
    expect(ran.stdout).toBe(`\uFEFF${GOOD}\n<img src="a.png">\n`);
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining("image/alt-missing")]);
  });

  it("comes back as it was where there is nothing to fix, and where it is ignored", async () => {
    const { folder } = project({ ".gitignore": "a.md\n" });
    const ran = await runIn(folder, [...piped, "--fix-only"], { stdin: BAD });
    expect(ran.stdout).toBe(BAD);
    const kept = await runIn(folder, [...piped, "--fix-only", "--no-ignore"], { stdin: GOOD });
    expect(kept.stdout).toBe(GOOD);
  });

  it("shows a diff", async () => {
    const { folder } = project({});
    const ran = await runIn(folder, [...piped, "--diff"], { stdin: BAD });
    expect(ran.stdout).toContain("-Text   \n+Text\n");
  });
});

describe("wrong usage", () => {
  it.each<[readonly string[], string]>([
    [["--fix-rule", "typography/whitspace"], "--fix-rule: "],
    [["--diff", "-f", "json"], "--diff prints no report, so it cannot be combined with --format."],
    [["--fix-only", "-f", "json=a.json"], "--fix-only prints no report"],
    [["--fix", "--print-config", "a.md"], "--print-config fixes nothing."],
    [["--fixx"], "Did you mean --fix?"],
  ])("%j is told", async (argv, message) => {
    const { folder, read } = project({ "a.md": BAD });
    const ran = await runIn(folder, ["a.md", ...argv]);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(read("a.md")).toBe(BAD);
  });
});

describe("the founding article", () => {
  it("is fixed as somebody has read it", async () => {
    const fixtures = new URL("../../fixtures/", import.meta.url);
    const folder = temporaryCopy(fileURLToPath(new URL("founding-article", fixtures)));
    const expected = readFileSync(new URL("founding-fixed/talks.md", fixtures), "utf8");
    const article = join(folder, "source/_posts/talks.md");
    await runIn(folder, [".", "--fix"]);
    expect(readFileSync(article, "utf8")).toBe(expected);
    const again = await runIn(folder, [".", "--fix"]);
    expect(again.stderr).toContain("Nothing to fix.");
    expect(readFileSync(article, "utf8")).toBe(expected);
  });
});

describe("a fix that others depend on", () => {
  const broken = ["--rule", "link/anchor:error"];

  it("is taken back where a link in another article would break", async () => {
    const { folder, read } = project({
      "package.json": '{"dependencies":{"hexo":"7"}}',
      "_config.yml": "title: A\n",
      "source/_posts/a.md": "---\ntitle: Long title\n---\n\n## 学习React 技术\n\nText   \n",
      "source/_posts/b.md":
        "---\ntitle: Other title\n---\n\n[x](/2026/01/01/a/#%E5%AD%A6%E4%B9%A0React-%E6%8A%80%E6%9C%AF) [there](#no)\n",
    });
    const before = await runIn(folder, [".", ...broken, "-f", "json"]);
    const ran = await runIn(folder, [".", ...broken, "--fix", "-f", "json"]);
    const anchors = (text: string) => text.split('"link/anchor"').length;
    expect(anchors(ran.stdout)).toBeLessThanOrEqual(anchors(before.stdout));
    expect(read("source/_posts/a.md")).toContain("Text\n");
  });
});

describe("--suppress", () => {
  const rules = [
    "--only",
    "image/alt-missing,typography/whitespace,front-matter/date-format,seo/description",
  ];
  const why = "the importer needs it";

  async function silenced(name: string, text: string, ...argv: readonly string[]) {
    const { folder, read } = project({ [name]: text });
    const ran = await runIn(folder, [".", ...rules, "--suppress", why, "-f", "concise", ...argv]);
    const again = await runIn(folder, [".", ...rules, "-f", "json"]);
    return { ran, text: read(name), left: JSON.parse(again.stdout).files[0].findings };
  }

  it("writes a directive before a line, at its end, or for the file", async () => {
    const { ran, text, left } = await silenced(
      "a.md",
      [
        "---",
        "title: A",
        "date: 2024-1-1",
        "---",
        "",
        '<img src="a.png">',
        "",
        "Text",
        'and <img src="b.png"> more',
        "",
      ].join("\n"),
    );
    expect(text).toBe(
      [
        "---",
        `# copydesk-disable-file seo/description -- ${why}`,
        "title: A",
        `# copydesk-disable-next-line front-matter/date-format -- ${why}`,
        "date: 2024-1-1",
        "---",
        "",
        `<!-- copydesk-disable-next-line image/alt-missing -- ${why} -->`,
        '<img src="a.png">',
        "",
        "Text",
        `and <img src="b.png"> more <!-- copydesk-disable-line image/alt-missing -- ${why} -->`,
        "",
      ].join("\n"),
    );
    expect([ran.code, left]).toEqual([0, []]);
    expect(ran.stderr).toContain("Silenced 4 findings in 1 file.");
  });

  it.each([
    ["a.html", '<p>\r\n<img src="a.png">\r\n</p>\r\n', "<!-- copydesk-disable-next-line"],
    ["a.mdx", 'Text\n\n<img src="a.png" />\n', "{/* copydesk-disable-next-line"],
    ["a.md", '{ "title": "A", "date": "2024-1-1" }\n\nText   \n', "<!-- copydesk-disable-"],
    ["a.md", '\uFEFF- one\n- <img src="a.png">\n- three\n', "<!-- copydesk-disable-line"],
    ["a.md", '| a | b |\n| - | - |\n| c | <img src="a.png"> |\n', "<!-- copydesk-disable-"],
    ["a.md", '> Text\n>\n> <img src="a.png">\n', "> <!-- copydesk-disable-next-line"],
  ])("finds a place in %s: %j", async (name, source, start) => {
    const { text, left } = await silenced(name, source);
    expect(text).toContain(start);
    expect(text.includes("\r\n")).toBe(source.includes("\r\n"));
    expect(left).toEqual([]);
  });

  it("shows a diff, and silences the rules that are named", async () => {
    const source = '<img src="a.png">\n\nText   \n';
    const { ran, text } = await silenced("a.md", source, "--fix-rule", "image/*");
    expect(text).toContain("Text   ");
    expect(ran.stdout).toContain("typography/whitespace");
    const { folder, read } = project({ "a.md": source });
    const shown = await runIn(folder, [".", ...rules, "--suppress", why, "--diff"]);
    expect([shown.code, read("a.md")]).toEqual([1, source]);
    expect(shown.stdout).toContain("+<!-- copydesk-disable-next-line image/alt-missing");
  });

  it.each([
    [["--suppress", " "], "--suppress needs a reason."],
    [["--suppress", "a --> b"], "The reason of --suppress is written into comments"],
    [["--suppress", "a", "--fix"], "--suppress and --fix cannot be combined."],
  ])("refuses %j", async (argv, message) => {
    const { folder } = project({ "a.md": BAD });
    const ran = await runIn(folder, [".", ...argv]);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe("fixes of several files that belong together", () => {
  const tagged = (title: string, tag: string) =>
    `---\ntitle: ${title}\ntags: [${tag}]\n---\nText of ${title}.\n`;
  const SITE = {
    "a.md": tagged("Boats and quays", "Harbour"),
    "b.md": tagged("Ships and cranes", "Harbour"),
    "c.md": tagged("Lighthouses", "Harbour"),
    "d.md": tagged("Ferries in spring", "harbour"),
    "e.md": tagged("Ferries in autumn", "harbour"),
  };
  const ARGV = [".", "--only", "front-matter/taxonomy", "--fix-suggestions"];

  it("are all made", async () => {
    const { folder, read } = project(SITE);
    const { stderr } = await runIn(folder, ARGV);
    expect(stderr).toContain("Fixed 2 findings in 2 files.");
    expect([read("d.md"), read("e.md")].every((text) => text.includes("[Harbour]"))).toBe(true);
  });

  it("are none of them made where one article cannot be changed", async () => {
    const { folder, read } = project(SITE);
    const latin = Buffer.from(`${SITE["e.md"]}Caf\xe9.\n`, "latin1");
    writeFileSync(join(folder, "e.md"), latin);
    const { stderr } = await runIn(folder, [...ARGV, "--fix-only"]);
    expect(read("d.md")).toBe(SITE["d.md"]);
    expect(readFileSync(join(folder, "e.md"))).toEqual(latin);
    expect(stderr).toContain("e.md is not changed");
    expect(stderr).toContain("2 made in all articles or in none");
  });
});
