import { describe, expect, it } from "vitest";
import { Sources } from "../../../src/run/files/sources.js";

const LARGE = "x".repeat(3 * 1024 * 1024);

describe("Sources", () => {
  it("reads an article again that was too much to keep, once for its text and its lines", () => {
    const read: string[] = [];
    const sources = new Sources((path) => {
      read.push(path);
      return `${path}\n`;
    });
    sources.keep("kept.md", LARGE);
    sources.keep("a.md", LARGE);
    expect(sources.sourceOf("kept.md")).toBe(LARGE);
    expect(sources.sourceOf("a.md")).toBe("a.md\n");
    expect(sources.linesOf("a.md")?.lineCount).toBe(2);
    expect(sources.sourceOf("b.md")).toBe("b.md\n");
    expect(sources.linesOf("a.md")?.lineCount).toBe(2);
    expect(read).toEqual(["a.md", "b.md"]);
  });

  it("says nothing of what is gone", () => {
    const sources = new Sources(() => undefined);
    expect(sources.sourceOf("gone.md")).toBeUndefined();
    expect(sources.linesOf("gone.md")).toBeUndefined();
  });
});
