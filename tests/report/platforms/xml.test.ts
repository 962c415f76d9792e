import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { Format } from "../../../src/report/format.js";
import { formatCheckstyle } from "../../../src/report/platforms/checkstyle.js";
import { formatJunit } from "../../../src/report/platforms/junit.js";
import { contextOf, rangeOf, reportOf, type Sample } from "../sample.js";
import { hostileSample, hostileText } from "./hostile.js";

async function errorsOf(contents: readonly string[], schema: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: contents.map((text, index) => ({ fileName: `${index}.xml`, contents: text })),
    schema: readFileSync(new URL(schema, import.meta.url), "utf8"),
  });
  return errors.map(({ message }) => message);
}

function print(format: Format, samples: readonly Sample[]): string {
  const report = reportOf(samples, { notChecked: [{ path: "x.md", reason: "permission denied" }] });
  return format(report, contextOf(samples));
}

const FORMATS = [
  ["junit", formatJunit],
  ["checkstyle", formatCheckstyle],
] as const;

describe.each(FORMATS)("%s", (name, format) => {
  it("is what its schema says, whatever an article says", async () => {
    const texts = fc.sample(hostileText, 40);
    const printed = texts.map((text) => print(format, [hostileSample(text)]));
    expect(await errorsOf([...printed, print(format, [])], `${name}.xsd`)).toEqual([]);
  });

  it("is refused by its schema where it is broken", async () => {
    const broken = print(format, []).replace(` name="x.md"`, "");
    expect(await errorsOf([broken], `${name}.xsd`)).not.toEqual([]);
  });
});

const source = "one <b> two\nthree\n";
const samples: readonly Sample[] = [
  {
    path: "a.md",
    source,
    findings: [
      { range: rangeOf(source, "three"), message: "Bad “<b>”." },
      { severity: "warning", rule: "z/z", range: rangeOf(source, "two") },
    ],
  },
  { path: "b.md", source: "fine" },
];

describe("junit", () => {
  const xml = print(formatJunit, samples);

  it("counts findings that fail the run as failures, and files without findings as tests", () => {
    expect(xml).toContain('tests="4" failures="1" errors="1"');
    expect(xml).toContain('<testsuite name="b.md" tests="1" failures="0"');
    expect(xml).toContain('<failure message="Bad “&lt;b&gt;”." type="error">a.md:2:1 error');
  });

  it("lets what does not fail the run pass, and says it", () => {
    expect(xml).toMatch(/name="z\/z 1:9" classname="a\.md">\n +<system-out>a\.md:1:9 warning/);
  });
});

describe("checkstyle", () => {
  it("lists findings with line, column and rule, and no file without them", () => {
    const xml = print(formatCheckstyle, samples);
    expect(xml).toContain('<error line="2" column="1" severity="error" message="Bad “&lt;b&gt;”.');
    expect(xml).toContain('source="copydesk.z/z"');
    expect(xml).not.toContain("b.md");
  });
});
