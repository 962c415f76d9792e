import { describe, expect, it } from "vitest";
import { mostThreads } from "../../../src/run/threads/thread-count.js";

const GIGABYTE = 1024 ** 3;

describe("mostThreads", () => {
  it("uses both of two processors, and leaves one of more for gathering", () => {
    expect([1, 2, 3, 8, 64].map((cores) => mostThreads(cores, 64 * GIGABYTE))).toEqual([
      1, 2, 2, 7, 16,
    ]);
  });

  it("takes at most half of the free memory", () => {
    expect(mostThreads(8, 2 * GIGABYTE)).toBe(3);
    expect(mostThreads(8, GIGABYTE / 10)).toBe(1);
  });
});
