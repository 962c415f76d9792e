import { fails } from "../fails.js";
import type { Format, FormatContext } from "../format.js";
import type { ReportFile, ReportFinding, ReportNotChecked } from "../model.js";
import { repositoryPath } from "./place.js";
import { linesOf } from "./text-of.js";
import { content, tag } from "./xml.js";

/**
 * A report in the form of JUnit: a suite for each file, a test for each finding. Findings that fail the run are failures, the
 * others are tests that pass and say in their output what was found. A file without findings is one test that passes.
 *
 * @see https://github.com/jenkinsci/xunit-plugin junit-10.xsd
 */
export const formatJunit: Format = (report, context) => {
  const time = (report.run.durationMs / 1000).toFixed(3);
  const suites = [
    ...report.notChecked.map((one) => notCheckedSuite(one, context)),
    ...report.files.map((file) => suiteOf(file, context)),
  ];
  const sum = (count: (suite: Suite) => number): number =>
    suites.reduce((total, suite) => total + count(suite), 0);
  const attributes = {
    name: `copydesk ${report.tool.version}`,
    tests: sum(({ tests }) => tests),
    failures: sum(({ failures }) => failures),
    errors: sum(({ errors }) => errors),
    time,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `${tag("testsuites", attributes)}>`,
    ...suites.flatMap(({ lines }) => lines),
    "</testsuites>",
    "",
  ].join("\n");
};

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly lines: readonly string[];
}

function suiteOf(file: ReportFile, context: FormatContext): Suite {
  const path = repositoryPath(context, file.path);
  const failures = file.findings.filter((finding) => fails(finding, file)).length;
  const cases =
    file.findings.length === 0
      ? [`    ${tag("testcase", { name: "copydesk", classname: path })}/>`]
      : file.findings.flatMap((finding) => caseOf(finding, file, path, context));
  return suite(path, Math.max(1, file.findings.length), failures, 0, cases);
}

function caseOf(
  finding: ReportFinding,
  file: ReportFile,
  path: string,
  context: FormatContext,
): readonly string[] {
  const { rule, severity, start, message } = finding;
  const place = `${path}:${start.line}:${start.column}`;
  const name = `${rule} ${start.line}:${start.column}`;
  const text = content([`${place} ${severity}`, ...linesOf(finding, context)]);
  const body = fails(finding, file)
    ? `      ${tag("failure", { message, type: severity })}>${text}</failure>`
    : `      <system-out>${text}</system-out>`;
  return [`    ${tag("testcase", { name, classname: path })}>`, body, "    </testcase>"];
}

function notCheckedSuite({ path, reason }: ReportNotChecked, context: FormatContext): Suite {
  const name = repositoryPath(context, path);
  return suite(name, 1, 0, 1, [
    `    ${tag("testcase", { name: "copydesk", classname: name })}>`,
    `      ${tag("error", { message: `Not checked: ${reason}`, type: "not-checked" })}/>`,
    "    </testcase>",
  ]);
}

function suite(
  name: string,
  tests: number,
  failures: number,
  errors: number,
  cases: readonly string[],
): Suite {
  const lines = [
    `  ${tag("testsuite", { name, tests, failures, errors, skipped: 0 })}>`,
    ...cases,
    "  </testsuite>",
  ];
  return { tests, failures, errors, lines };
}
