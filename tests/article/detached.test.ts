import { describe, expect, it } from "vitest";
import { detached } from "../../src/article/detached.js";

describe("detached texts", () => {
  it.each(["", "short", "a text that is long enough", 'with "quotes"\n\u2028 and 文字 \ud800'])(
    "say the same: %j",
    (text) => {
      expect(detached(text)).toBe(text);
    },
  );
});
