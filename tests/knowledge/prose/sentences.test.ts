import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../../src/knowledge/prose/sentences.js";
import { runs } from "../../runs.js";

const textsOf = (text: string): readonly string[] => sentencesOf(text).map((part) => part.text);

describe("sentencesOf", () => {
  it("splits Chinese and Japanese after their marks, closing quotes included", () => {
    expect(textsOf("他说：“你好。”然后走了。真的吗？！好")).toEqual([
      "他说：“你好。”",
      "然后走了。",
      "真的吗？！",
      "好",
    ]);
    expect(textsOf("「はい。」そして、帰った。")).toEqual(["「はい。」", "そして、帰った。"]);
  });

  it("ends a sentence after a Chinese ellipsis", () => {
    expect(textsOf("他走了……后来又回来。")).toEqual(["他走了……", "后来又回来。"]);
  });

  it("counts an opening bracket to the sentence it opens", () => {
    expect(textsOf("真的吗？（是的。）好。")).toEqual(["真的吗？", "（是的。）", "好。"]);
  });

  it("does not end at abbreviations, initials and decimals", () => {
    expect(
      textsOf("Dr. Smith paid 3.50 to J. Doe of the U.S. Army, e.g. on Monday. Then he left."),
    ).toEqual(["Dr. Smith paid 3.50 to J. Doe of the U.S. Army, e.g. on Monday.", "Then he left."]);
  });

  it("does not end at a line break inside a paragraph", () => {
    expect(textsOf("One line\r\nand the next. A second\nsentence.")).toEqual([
      "One line\r\nand the next.",
      "A second\nsentence.",
    ]);
  });

  it("gives offsets of its texts, in order, and loses only blanks", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "a",
            "B",
            " ",
            ". ",
            "。",
            "！",
            "……",
            "”",
            "（",
            "\n",
            "Mr. ",
            "中",
            "1",
          ),
          {
            maxLength: 80,
          },
        ),
        (pieces) => {
          const text = pieces.join("");
          let end = 0;
          for (const sentence of sentencesOf(text)) {
            expect(text.slice(end, sentence.start).trim()).toBe("");
            expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
            end = sentence.end;
          }
          expect(text.slice(end).trim()).toBe("");
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it("splits a long text as it splits its parts", () => {
    const part = "The ferry leaves at ten. 渡轮十点开。It is late! ";
    expect(sentencesOf(part.repeat(400))).toHaveLength(1200);
  });
});
