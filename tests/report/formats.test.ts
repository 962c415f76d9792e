import { describe, expect, it } from "vitest";
import { DEFAULT_FORMAT, FORMAT_NAMES, formats, isFormatName } from "../../src/report/formats.js";
import { contextOf, reportOf } from "./sample.js";

describe("formats", () => {
  it.each(FORMAT_NAMES)("loads %s, whose text ends with one newline", async (name) => {
    const format = await formats[name].load();
    expect(format(reportOf([{ source: "x", findings: [{}] }]), contextOf([]))).toMatch(/[^\n]\n$/);
  });

  it("knows its own names only", () => {
    expect(isFormatName(DEFAULT_FORMAT)).toBe(true);
    expect(isFormatName("toString")).toBe(false);
  });
});
