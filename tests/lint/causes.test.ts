import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldCauses } from "../../src/lint/causes.js";
import type { Finding } from "../../src/rule/finding.js";
import { finding } from "../report/sample.js";

const file = (path: string, ...findings: Partial<Finding>[]) => ({
  path,
  site: "",
  findings: findings.map((members) => finding({ path, severity: "warning", ...members })),
});

const never = () => false;

describe("foldCauses", () => {
  it("makes a habit of what a third of a site's articles do, as an info", () => {
    const files = Array.from({ length: 30 }, (_, n) => file(`${n}.md`, ...(n < 10 ? [{}] : [])));
    const { causes, findings } = foldCauses(files, never);
    expect(causes).toMatchObject([{ kind: "convention", within: "", severity: "info" }]);
    expect(causes[0]?.findings).toHaveLength(10);
    expect(findings.get("3.md")).toMatchObject([{ cause: causes[0]?.id, severity: "info" }]);
  });

  it("calls it widespread where fewer do, and keeps its severity", () => {
    const files = Array.from({ length: 100 }, (_, n) => file(`${n}.md`, ...(n < 10 ? [{}] : [])));
    expect(foldCauses(files, never).causes).toMatchObject([
      { kind: "widespread", severity: "warning" },
    ]);
  });

  it("leaves alone what few do", () => {
    const files = Array.from({ length: 101 }, (_, n) => file(`${n}.md`, ...(n < 10 ? [{}] : [])));
    expect(foldCauses(files, never).causes).toEqual([]);
  });

  it("folds infos of five files", () => {
    const files = Array.from({ length: 99 }, (_, n) =>
      file(`${n}.md`, ...(n < 5 ? [{ severity: "info" as const }] : [])),
    );
    expect(foldCauses(files, never).causes).toMatchObject([{ kind: "widespread" }]);
  });

  it("folds what is found in pages that a program wrote, errors too", () => {
    const files = ["api/a.md", "api/b.md", "c.md"].map((path) => ({
      ...file(path, { severity: "error" }),
      isGenerated: path.startsWith("api/"),
    }));
    const { causes } = foldCauses(files, never);
    expect(causes).toMatchObject([{ kind: "generated", severity: "error" }]);
    expect(causes[0]?.findings).toHaveLength(2);
  });

  it("finds the habit of a folder, in the widest that has it", () => {
    const files = [
      ...Array.from({ length: 6 }, (_, n) => file(`notes/a/${n}.md`, {})),
      ...Array.from({ length: 6 }, (_, n) => file(`notes/b/${n}.md`, {})),
      ...Array.from({ length: 60 }, (_, n) => file(`posts/${n}.md`)),
    ];
    expect(foldCauses(files, never).causes).toMatchObject([{ within: "notes" }]);
  });

  it("never makes a habit of errors", () => {
    const files = Array.from({ length: 30 }, (_, n) =>
      file(`${n}.md`, { severity: "error", repeats: `${n}` }),
    );
    expect(foldCauses(files, never).causes).toEqual([]);
  });

  it("keeps the severity that the config sets", () => {
    const files = Array.from({ length: 12 }, (_, n) => file(`${n}.md`, {}));
    const { causes } = foldCauses(files, (_, rule) => rule === "image/alt-missing");
    expect(causes).toMatchObject([{ severity: "warning" }]);
  });

  it("folds one thing in three files, with the gravest severity", () => {
    const files = ["a.md", "b.md", "c.md"].map((path) =>
      file(path, { severity: "error", repeats: "/gone/" }),
    );
    const { causes } = foldCauses(files, never);
    expect(causes).toMatchObject([{ kind: "repeated", severity: "error" }]);
    expect(causes[0]?.findings).toHaveLength(3);
  });

  it("keeps two different targets apart, and one thing in two files", () => {
    const files = [
      file("a.md", { repeats: "/x/" }, { repeats: "/y/" }),
      file("b.md", { repeats: "/x/" }),
    ];
    expect(foldCauses(files, never).causes).toEqual([]);
  });

  it("folds one page in several versions", () => {
    const files = ["v1/guide.md", "v2/guide.md"].map((path) => file(path, { severity: "error" }));
    expect(foldCauses(files, never).causes).toMatchObject([
      { kind: "editions", severity: "error" },
    ]);
  });

  it("folds ten places of one file", () => {
    const { causes } = foldCauses([file("a.md", ...Array.from({ length: 10 }, () => ({})))], never);
    expect(causes).toMatchObject([{ kind: "file", within: "a.md", severity: "warning" }]);
  });

  it("loses no finding and counts none twice", () => {
    const finds = fc.record({
      rule: fc.constantFrom("a/a", "b/b"),
      severity: fc.constantFrom<Finding["severity"]>("error", "warning", "info"),
      repeats: fc.constantFrom(undefined, "x", "y"),
    });
    const paths = fc.constantFrom("a.md", "v1/b.md", "v2/b.md", "fr/b.md", "x/y/z.md");
    const project = fc
      .array(fc.tuple(paths, fc.array(finds, { maxLength: 12 })), { maxLength: 30 })
      .map((entries) => entries.map(([path, members], n) => file(`${n}/${path}`, ...members)));
    fc.assert(
      fc.property(project, (files) => {
        const { causes, findings } = foldCauses(files, never);
        const folded = [...findings.values()].flat();
        expect(folded).toHaveLength(files.reduce((sum, one) => sum + one.findings.length, 0));
        const ofCauses = causes.flatMap((cause) => cause.findings);
        expect(new Set(ofCauses).size).toBe(ofCauses.length);
        expect(folded.filter(({ cause }) => cause !== undefined)).toHaveLength(ofCauses.length);
        for (const { severity, findings: own } of causes)
          if (own.some((one) => one.severity === "error")) expect(severity).toBe("error");
      }),
    );
  });
});
