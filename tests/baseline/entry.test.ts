import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BaselineEntry,
  BaselineError,
  isBaseline,
  isDay,
  parseBaseline,
  printBaseline,
} from "../../src/baseline/entry.js";
import { runs } from "../runs.js";

const text = fc.string({ unit: "binary", minLength: 1 }).filter((value) => value.isWellFormed());
const entry: fc.Arbitrary<BaselineEntry> = fc
  .record(
    {
      path: text,
      rule: fc.constantFrom("image/alt-missing", "link/broken"),
      fingerprint: fc.stringMatching(/^[0-9a-f]{16}$/),
      until: fc.constantFrom("2027-01-31", "2028-02-29"),
      owner: text,
    },
    { requiredKeys: ["path", "rule", "fingerprint"] },
  )
  .map((members) => members);
const byKey = ({ path, rule, fingerprint }: BaselineEntry) => `${path}\0${rule}\0${fingerprint}`;
const entries = fc.uniqueArray(entry, { selector: byKey, maxLength: 12 });

const sorted = (list: readonly BaselineEntry[]) =>
  [...list].sort((a, b) => (byKey(a) < byKey(b) ? -1 : 1));

describe("a baseline", () => {
  it("reads back what was written, whatever names say", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const printed = printBaseline(list);
        expect(isBaseline(printed)).toBe(true);
        expect(printed).not.toMatch(/[^\n\t\P{Cc}]/u);
        expect(sorted(parseBaseline(printed))).toEqual(sorted(list));
      }),
      { numRuns: runs(200) },
    );
  });

  it("is the same in whatever order entries come, and after a merge of its lines", () => {
    fc.assert(
      fc.property(entries, entries, (one, other) => {
        expect(printBaseline([...one].reverse())).toBe(printBaseline(one));
        const joined = printBaseline(one) + printBaseline(other).split("\n").slice(3).join("\n");
        const merged = new Map([...one, ...other].map((each) => [byKey(each), each]));
        expect(sorted(parseBaseline(joined))).toEqual(sorted([...merged.values()]));
      }),
      { numRuns: runs(100) },
    );
  });

  it("is read with the line endings of Windows", () => {
    const list = [{ path: "a.md", rule: "a/b", fingerprint: "0123456789abcdef" }];
    expect(parseBaseline(printBaseline(list).replaceAll("\n", "\r\n"))).toEqual(list);
  });

  const HEAD = printBaseline([]);
  it.each([
    ["", 1, "A baseline begins with"],
    ["a.md\ta/b\t0123456789abcdef\n", 1, "A baseline begins with"],
    [`${HEAD}<<<<<<< HEAD\n`, 4, "A merge left its markers here."],
    [`${HEAD}a.md\ta/b\n`, 4, "not sixteen hexadecimal digits"],
    [`${HEAD}a.md\tab\t0123456789abcdef\n`, 4, "not a path, a rule and a fingerprint"],
    [`${HEAD}\n"a.md\ta/b\t0123456789abcdef\n`, 5, "A quoted text is not closed."],
    [`${HEAD}a.md\ta/b\t0123456789abcdef\tuntil:2027-02-30\n`, 4, "is not a day"],
    [`${HEAD}a.md\ta/b\t0123456789abcdef\tsome day\n`, 4, "neither until:DAY nor owner:NAME"],
  ])("refuses %j at its line", (broken, line, message) => {
    expect(() => parseBaseline(broken)).toThrow(BaselineError);
    expect(() => parseBaseline(broken)).toThrow(
      expect.objectContaining({ line, message: expect.stringContaining(message) }),
    );
  });
});

describe("isDay", () => {
  it.each([
    ["2027-01-31", true],
    ["2028-02-29", true],
    ["2027-02-29", false],
    ["2027-1-31", false],
    ["tomorrow", false],
  ])("says of %j: %s", (day, expected) => {
    expect(isDay(day)).toBe(expected);
  });
});
