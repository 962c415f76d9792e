import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { detached, detachTexts } from "../../src/article/detached.js";

describe("detached texts", () => {
  it.each(["", "short", "a text that is long enough", 'with "quotes"\n\u2028 and 文字 \ud800'])(
    "say the same: %j",
    (text) => {
      expect(detached(text)).toBe(text);
    },
  );

  it("say the same in plain data, whatever holds them", () => {
    const make = () => ({
      title: "A title of some length",
      list: ["a text that is long enough", 3, null, { name: "another text of its own" }],
      day: new Date(0),
      frozen: Object.freeze({ text: "a text that stays as it is" }),
    });
    const data = make();
    detachTexts(data);
    expect(data).toEqual(make());
  });

  it("let go of the text that they were cut from", () => {
    setFlagsFromString("--expose-gc");
    const collect: unknown = runInNewContext("gc");
    const used = () => {
      if (typeof collect === "function") collect();
      return process.memoryUsage().heapUsed;
    };
    const before = used();
    const kept = Array.from({ length: 20 }, (_, number) => {
      const source = `${number} and its words`.padEnd(2_000_000, "x").split("").join("");
      const data = { piece: source.slice(0, 15) };
      detachTexts(data);
      return data;
    });
    expect(used() - before).toBeLessThan(10_000_000);
    expect(kept).toHaveLength(20);
  });
});
