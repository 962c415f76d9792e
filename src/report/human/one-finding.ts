import { indexLines } from "../../article/lines.js";
import type { Finding } from "../../rule/index.js";
import { findingOf } from "../build-report.js";
import type { FormatContext } from "../format.js";
import { addFinding } from "./finding.js";
import { gutterOf, openPage, pointOf } from "./page.js";

/** One finding with its frame, as the human report shows it, without its repairs. */
export function formatFinding(found: Finding, context: FormatContext): string {
  const page = openPage(context);
  const linesOf = (path: string) => {
    const source = context.sourceOf(path);
    return source === undefined ? undefined : indexLines(source);
  };
  const bare = { ...found, fix: undefined, suggestions: [] };
  const lines = linesOf(found.path) ?? indexLines("");
  const finding = findingOf(bare, lines, "", { linesOf, urlOf: () => undefined });
  const text: string[] = [];
  const columns = {
    pointWidth: pointOf(finding.start).length,
    severityWidth: finding.severity.length,
    gutter: gutterOf([finding]),
  };
  addFinding(text, page, { path: found.path }, finding, columns);
  return `${text.join("\n")}\n`;
}
