import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainFolders } from "../../../src/engines/index.js";
import type { ArticleInput } from "../../../src/lint/contract.js";
import { Queue } from "../../../src/run/threads/queue.js";
import { PLAIN_SITE } from "../../../src/testing/check-texts.js";
import { runs } from "../../runs.js";

const settings = {
  site: PLAIN_SITE,
  schema: undefined,
  requireReasons: false,
  knownRules: new Set<string>(),
};
const inputs = (lengths: readonly number[]): readonly ArticleInput[] =>
  lengths.map((length, index) => ({
    path: `${index}.md`,
    source: "x".repeat(length),
    decodingProblems: [],
    engine: plainFolders,
    rules: [],
    settings,
  }));
const paths = (list: Iterable<ArticleInput>): string[] => Array.from(list, ({ path }) => path);

describe("articles that wait", () => {
  it("are each handed out once, in batches or at the end", () => {
    const lengths = fc.array(fc.nat(200_000), { maxLength: 60 });
    fc.assert(
      fc.property(lengths, fc.nat(2_000_000), fc.nat(5), (given, most, batches) => {
        const all = inputs(given);
        const queue = new Queue(all[Symbol.iterator](), most);
        const handed = Array.from({ length: batches }, () => queue.next()).flat();
        expect(paths([...handed, ...queue.rest()]).sort()).toEqual(paths(all).sort());
        expect(queue.next()).toEqual([]);
      }),
      { numRuns: runs(50) },
    );
  });

  it("go by length, the longest first, and few of long ones at a time", () => {
    const queue = new Queue(inputs([1, 400_000, 5, 3])[Symbol.iterator](), 1_000_000);
    expect(paths(queue.next())).toEqual(["1.md"]);
    expect(paths(queue.next())).toEqual(["2.md", "3.md", "0.md"]);
  });

  it("are read ahead no further than their bound", () => {
    let read = 0;
    const counted = (function* () {
      for (const input of inputs(Array.from({ length: 100 }, () => 1000))) {
        read += 1;
        yield input;
      }
    })();
    const queue = new Queue(counted, 20_000);
    expect(queue.fill(5_000)).toBe(5_000);
    expect(read).toBe(5);
    queue.next();
    expect(read).toBe(20);
  });

  it("stay in the order in which they were read where no thread takes them", () => {
    const queue = new Queue(inputs([1, 3, 2])[Symbol.iterator](), 10);
    queue.fill(4);
    expect(paths(queue.rest())).toEqual(["0.md", "1.md", "2.md"]);
  });
});
