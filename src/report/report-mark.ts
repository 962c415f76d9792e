import type { ReportMark } from "./formats.js";

/** The last line of reports in files, by which they are known again; others tell by what they begin with. */
const MARK = /(?:^|\n)(?:<!-- )?Written by copydesk \d\S*(?: -->)?\n$/;

const BEGINNINGS: readonly RegExp[] = [
  /^\{\s*"version":\s*\d+,\s*"tool":\s*\{\s*"name":\s*"copydesk"/,
  /^\{"type":"run","version":\d+,"tool":\{"name":"copydesk"/,
  /^\{"\$schema":"[^"]*","version":"2\.1\.0","runs":\[\{"tool":\{"driver":\{"name":"copydesk"/,
  /^\{"source":\{"name":"copydesk"/,
  /^# TYPE copydesk_/,
  // GitLab's list has no member for the tool but in its entries; an empty one loses nothing.
  /^\[\]\n$/,
  /^\[\{"description":(?:[^"\\]|"(?:[^"\\]|\\.)*")*?"engine_name":"copydesk"/,
];

/** A report for a file, with a last line that says who wrote it where its format allows one. */
export function marked(report: string, mark: ReportMark, version: string): string {
  const line = `Written by copydesk ${version}`;
  if (mark === "line") return `${report}${line}\n`;
  return mark === "comment" ? `${report}<!-- ${line} -->\n` : report;
}

/** Whether a text is a report that copydesk wrote to a file. */
export function isReport(text: string): boolean {
  const beginning = text.slice(0, 4000);
  return BEGINNINGS.some((pattern) => pattern.test(beginning)) || MARK.test(text.slice(-200));
}
