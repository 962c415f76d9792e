import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/model.js";
import { runIn } from "../cli/run-in-memory.js";
import { temporaryProject } from "../run/temporary-project.js";

const ARTICLE = "---\ntitle: 谈话\ndate: 2022-03-01\n---\n\n今天的会谈没有结果。\n\n![](a.png)\n";

const utf8 = (text: string): Buffer => Buffer.from(text, "utf8");
const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");
const hex = (text: string): Buffer => Buffer.from(text, "hex");

/** "今天的会谈没有结果，双方代表离开了会场。" and its like, in the encodings they were once written in. */
const GBK = hex(
  "bdf1ccecb5c4bbe1ccb8c3bbd3d0bde1b9fba3accbabb7bdb4fab1edc0ebbfaac1cbbbe1b3a1a1a30a0a215b5d28612e706e67290a",
);
const BIG5 = hex(
  "a4b5a4d1aababb7cbdcdaa53a6b3b5b2aa47a141c2f9a4e8a54eaaedc2f7b67da446b77cb3f5a1430a0a215b5d28612e706e67290a",
);
/** "�" of the replacement decoder is what remains of these. */
const BROKEN = Buffer.concat([utf8("Text.\n\nA "), hex("ff"), utf8(" b.\n\n![](a.png)\n")]);

/** The findings of one file of these bytes, as `rule line`, and the exit code. */
async function check(name: string, bytes: Uint8Array) {
  const folder = temporaryProject({});
  writeFileSync(join(folder, name), bytes);
  const { code, stdout, stderr } = await runIn(folder, [name, "--format", "json"]);
  const report: Report = JSON.parse(stdout);
  expect(stderr).toBe("");
  expect(report.notChecked).toEqual([]);
  const [file] = report.files;
  const found = (file?.findings ?? []).map(({ rule, start }) => `${rule} ${start.line}`);
  return { code, found, file };
}

describe("files that are not UTF-8", () => {
  const files = {
    "a byte that is none": [BROKEN, 3],
    "a character cut in two": [Buffer.concat([utf8("Text.\n\n![](a.png)\n"), hex("e8b0")]), 4],
    "an overlong slash": [Buffer.concat([utf8("Te"), hex("c0af"), utf8("xt\n\n![](a.png)\n")]), 1],
    "an encoded surrogate": [
      Buffer.concat([utf8("Te"), hex("eda080"), utf8("xt\n\n![](a.png)\n")]),
      1,
    ],
    GBK: [GBK, 1],
    Big5: [BIG5, 1],
    "UTF-16 LE with its mark": [Buffer.concat([hex("fffe"), utf16(ARTICLE)]), 1],
    "UTF-16 BE with its mark": [Buffer.concat([hex("feff"), utf16(ARTICLE).swap16()]), 1],
    "UTF-16 LE without one": [
      utf16("---\ntitle: Talks\n---\n\nThe talks ended.\n\n![](a.png)\n"),
      1,
    ],
    "UTF-16 BE without one": [
      utf16("---\ntitle: Talks\n---\n\nThe talks ended.\n\n![](a.png)\n").swap16(),
      1,
    ],
    "a NUL": [utf8("Text.\n\nA\0b\n\n![](a.png)\n"), 3],
    "many NULs": [utf8(`Text.\n\n${"\0".repeat(100_000)}\n\n![](a.png)\n`), 3],
  } as const;

  it.each(Object.entries(files))(
    "are an error where they go wrong, and are checked all the same: %s",
    async (_name, [bytes, line]) => {
      for (const name of ["a.md", "a.html", "a.mdx"]) {
        const { code, found } = await check(name, bytes);
        expect(code).toBe(1);
        expect(found.filter((finding) => finding.startsWith("desk/"))).toEqual([
          `desk/encoding ${line}`,
        ]);
        if (name === "a.md") expect(found.join()).toContain("image/alt-missing");
      }
    },
  );

  it("have their metadata read in the encoding they are in", async () => {
    for (const bytes of [
      Buffer.concat([hex("fffe"), utf16(ARTICLE)]),
      Buffer.concat([hex("feff"), utf16(ARTICLE).swap16()]),
    ]) {
      expect((await check("a.md", bytes)).file?.metadata.title).toBe("谈话");
    }
  });
});

describe("lone surrogates", () => {
  it("are no error of the program, in whatever place an escape can bring them to", async () => {
    const text =
      '---json\n{"title": "a\\ud800b", "tags": ["\\udc00"], "\\ud83d": 1}\n---\n\n' +
      '# &#xD800; \\ud800\n\n![a&#xDC00;](%ED%A0%80.png "&#xD83D;")\n\n<p title="&#xD800;">&#xDFFF;</p>\n';
    for (const name of ["a.md", "a.html"]) {
      const { code, found } = await check(name, utf8(text));
      expect([0, 1]).toContain(code);
      expect(found.filter((finding) => finding.startsWith("desk/"))).toEqual([]);
    }
  });
});

describe("files with next to nothing in them", () => {
  it.each([
    ["nothing", ""],
    ["a byte order mark", "\uFEFF"],
    ["two byte order marks", "\uFEFF\uFEFF"],
    ["a line end", "\n"],
    ["a carriage return", "\r"],
    ["a fence", "---"],
    ["an open fence", "---\n"],
    ["an empty block", "---\n---\n"],
    ["an executable fence", "---js"],
    ["pluses", "+++"],
    ["a brace", "{"],
    ["a tag's beginning", "<"],
    ["a comment's beginning", "<!--"],
    ["a template's beginning", "{{"],
    ["a code fence", "```"],
    ["a zero-width space", "\u200b"],
    ["a NUL", "\0"],
    ["one byte that is no UTF-8", hex("ff")],
    ["one half of a UTF-16 unit", hex("fffe41")],
    ["a UTF-16 mark alone", hex("fffe")],
  ])("are checked: %s", async (_name, content) => {
    const bytes = typeof content === "string" ? utf8(content) : content;
    for (const name of ["a.md", "a.html", "a.mdx"]) {
      const { code, file } = await check(name, bytes);
      expect([0, 1]).toContain(code);
      expect(file?.path).toBe(name);
    }
  });
});
