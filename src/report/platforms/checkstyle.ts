import type { Format } from "../format.js";
import type { ReportFile } from "../model.js";
import { repositoryPath } from "./place.js";
import { linesOf } from "./text-of.js";
import { tag } from "./xml.js";

/**
 * A report in the form of Checkstyle, which Jenkins and many other servers read.
 *
 * @see https://github.com/checkstyle/checkstyle XMLLogger.java
 */
export const formatCheckstyle: Format = (report, context) => {
  const fileOf = ({ path, findings }: ReportFile): readonly string[] =>
    findings.length === 0
      ? []
      : [
          `  ${tag("file", { name: repositoryPath(context, path) })}>`,
          ...findings.map((finding) => {
            const { start, severity, rule } = finding;
            const message = linesOf({ ...finding, url: undefined }, context).join(" ");
            const { line, column } = start;
            return `    ${tag("error", { line, column, severity, message, source: `copydesk.${rule}` })}/>`;
          }),
          "  </file>",
        ];
  const notChecked = report.notChecked.flatMap(({ path, reason }) => {
    const message = `Not checked: ${reason}`;
    const attributes = { line: 1, severity: "error", message, source: "copydesk.not-checked" };
    return [
      `  ${tag("file", { name: repositoryPath(context, path) })}>`,
      `    ${tag("error", attributes)}/>`,
      "  </file>",
    ];
  });
  const root = tag("checkstyle", { version: `copydesk ${report.tool.version}` });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `${root}>`,
    ...notChecked,
    ...report.files.flatMap(fileOf),
    "</checkstyle>",
    "",
  ].join("\n");
};
