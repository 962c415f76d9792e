/** The last line of reports in files, by which they are known again. JSON tells by its members. */
const MARK = /(?:^|\n)Written by copydesk \d\S*\n$/;

const JSON_BEGINNING = /^\{\s*"version":\s*\d+,\s*"tool":\s*\{\s*"name":\s*"copydesk"/;

/** A report for a file: one that is not JSON gets a last line that says who wrote it. */
export function marked(report: string, isJson: boolean, version: string): string {
  return isJson ? report : `${report}Written by copydesk ${version}\n`;
}

/** Whether a text is a report that copydesk wrote to a file. */
export function isReport(text: string): boolean {
  return JSON_BEGINNING.test(text.slice(0, 1000)) || MARK.test(text.slice(-200));
}
