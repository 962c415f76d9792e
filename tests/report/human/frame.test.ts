import { describe, expect, it } from "vitest";
import { indexLines } from "../../../src/article/lines.js";
import { frameRows } from "../../../src/report/human/frame.js";
import { rangeOf } from "../sample.js";

function frame(source: string, marked: string): readonly string[] {
  const rows = frameRows({ source, lines: indexLines(source) }, rangeOf(source, marked), 60);
  return rows.map((row) => `${row.kind === "gap" ? "⋮" : (row.line ?? "")}|${row.text}`);
}

describe("frameRows", () => {
  it("shows one line with carets", () => {
    expect(frame("a\n谈判 x\n", "x")).toEqual(["2|谈判 x", "|     ^"]);
  });

  it("keeps to the line when the range takes in its ending", () => {
    expect(frame("\r\n---\r\n", "\r\n")).toEqual(["1|", "|^"]);
  });

  it("holds several whole lines together with a bracket", () => {
    expect(frame("<p>\r\ntext\r\n</p>\r\n", "<p>\r\ntext\r\n</p>")).toEqual([
      "1|╭ <p>",
      "2|│ text",
      "3|╰ </p>",
    ]);
  });

  it("adds carets where a range begins or ends inside a line", () => {
    expect(frame("one two\nthree four\n", "two\nthree")).toEqual([
      "1|╭ one two",
      "|│     ^^^",
      "2|╰ three four",
      "|  ^^^^^",
    ]);
  });

  it("leaves out the middle of a long range", () => {
    expect(frame("1\n2\n3\n4\n5\n6", "1\n2\n3\n4\n5\n6")).toEqual([
      "1|╭ 1",
      "2|│ 2",
      "⋮|",
      "6|╰ 6",
    ]);
  });
});
