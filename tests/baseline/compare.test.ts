import { describe, expect, it } from "vitest";
import { type Comparison, compare } from "../../src/baseline/compare.js";
import type { BaselineEntry } from "../../src/baseline/entry.js";
import { withoutKnown } from "../../src/baseline/without-known.js";
import type { Report } from "../../src/report/model.js";
import { rangeOf, reportOf, type Sample } from "../report/sample.js";

const RULES = { "image/alt-missing": "own", "z/z": "own" } as const;
const settings = [{ engine: "none", articles: 1, failOn: "error", rules: RULES }] as const;
const report = (samples: readonly Sample[]): Report => reportOf(samples, { settings });

const source = "one two three one\n";
const at = (word: string, nth = 0) => ({ range: rangeOf(source, word, nth) });
const sample = (path: string, ...words: readonly string[]): Sample => ({
  path,
  source,
  findings: words.map((word) => at(word)),
});

function entriesOf({ files }: Report): readonly BaselineEntry[] {
  return files.flatMap(({ path, findings }) =>
    findings.map(({ rule, fingerprint }) => ({ path, rule, fingerprint })),
  );
}

function compared(before: Report, now: Report, more: Partial<Comparison> = {}) {
  const there = new Set(now.files.map(({ path }) => path));
  return compare(now, {
    entries: entriesOf(before),
    today: "2027-01-31",
    exists: (path) => there.has(path),
    ...more,
  });
}

const counts = (result: ReturnType<typeof compare>) => ({
  new: result.new.length,
  known: result.known.length,
  gone: result.gone.length,
  unchecked: result.unchecked.length,
  expired: result.expired.length,
});

describe("compare", () => {
  it("knows findings whose lines have moved", () => {
    const moved = `\n\n${source}`;
    const now = report([
      { path: "a.md", source: moved, findings: [{ range: rangeOf(moved, "two") }] },
    ]);
    expect(counts(compared(report([sample("a.md", "two")]), now))).toMatchObject({
      new: 0,
      known: 1,
    });
  });

  it("does not let a fix and a new finding cancel out", () => {
    const result = compared(report([sample("a.md", "two")]), report([sample("a.md", "three")]));
    expect(counts(result)).toMatchObject({ new: 1, known: 0, gone: 1 });
  });

  it("counts equal findings: one more is new", () => {
    const before = report([{ path: "a.md", source, findings: [at("one")] }]);
    const now = report([{ path: "a.md", source, findings: [at("one"), at("one", 1)] }]);
    expect(counts(compared(before, now))).toMatchObject({ new: 1, known: 1, gone: 0 });
  });

  it("takes a copy of a known finding in another file for new", () => {
    const now = report([sample("a.md", "two"), sample("b.md", "two")]);
    const result = compared(report([sample("a.md", "two")]), now);
    expect(result.new.map(({ file }) => file.path)).toEqual(["b.md"]);
  });

  it("follows a file that was moved, and forgets one that was deleted", () => {
    const before = report([sample("a.md", "two", "three")]);
    expect(counts(compared(before, report([sample("b.md", "two", "three")])))).toMatchObject({
      new: 0,
      known: 2,
      gone: 0,
    });
    expect(counts(compared(before, report([sample("c.md")])))).toMatchObject({ new: 0, gone: 2 });
  });

  it("says nothing of files and rules that were not part of the run", () => {
    const before = report([sample("a.md", "two"), sample("b.md", "two")]);
    const result = compared(before, report([sample("a.md", "two")]), { exists: () => true });
    expect(counts(result)).toMatchObject({ known: 1, gone: 0, unchecked: 1 });
    const other = [{ path: "a.md", rule: "x/off", fingerprint: "0123456789abcdef" }];
    const now = report([sample("a.md")]);
    expect(counts(compared(before, now, { entries: other }))).toMatchObject({ unchecked: 1 });
  });

  it("takes findings whose entry has ended for new", () => {
    const now = report([sample("a.md", "two")]);
    const [entry] = entriesOf(now);
    if (entry === undefined) throw new Error("There is no finding.");
    const on = (until: string) => compared(now, now, { entries: [{ ...entry, until }] });
    expect(counts(on("2027-01-31"))).toMatchObject({ new: 0, known: 1, expired: 0 });
    expect(counts(on("2027-01-30"))).toMatchObject({ new: 1, known: 0, expired: 1 });
  });
});

describe("withoutKnown", () => {
  it("lists known findings apart, with their owner, and counts them apart", () => {
    const now = report([sample("a.md", "two", "three")]);
    const [entry] = entriesOf(now);
    if (entry === undefined) throw new Error("There is no finding.");
    const result = compared(now, now, { entries: [{ ...entry, owner: "docs" }] });
    const fresh = withoutKnown(now, result, "known.txt");
    expect(fresh.summary).toMatchObject({ errors: 1, places: 1, known: 1 });
    expect(fresh.files[0]?.findings).toHaveLength(1);
    expect(fresh.files[0]?.known).toMatchObject([{ owner: "docs" }]);
    expect(fresh.baseline).toEqual({ name: "known.txt", new: 1, known: 1, gone: 0, expired: 0 });
  });

  it("leaves of a cause what is new of it, and no cause of a single finding", () => {
    const samples = [sample("a.md", "two"), sample("b.md", "two"), sample("c.md", "two")];
    const { files, ...rest } = report(samples);
    const cause = {
      id: "0011",
      kind: "repeated",
      rule: "image/alt-missing",
      messageId: "missing",
      severity: "error",
      count: 3,
      files: 3,
      message: "m",
      why: "",
      help: "h",
      setting: "{}",
      examples: [],
    } as const;
    const folded: Report = {
      ...rest,
      causes: [{ ...cause, examples: [] }],
      files: files.map((file) => ({
        ...file,
        findings: file.findings.map((finding) => ({ ...finding, cause: "0011" })),
      })),
    };
    const without = (paths: readonly string[]) => {
      const entries = entriesOf(folded).filter(({ path }) => paths.includes(path));
      return withoutKnown(folded, compared(folded, folded, { entries }), "known.txt");
    };
    expect(without(["a.md"]).causes).toMatchObject([
      { count: 2, files: 2, examples: [{ path: "b.md" }, { path: "c.md" }] },
    ]);
    const last = without(["a.md", "b.md"]);
    expect(last.causes).toEqual([]);
    expect(last.files[2]?.findings[0]).not.toHaveProperty("cause");
    expect(last.summary.errors).toBe(1);
  });
});
