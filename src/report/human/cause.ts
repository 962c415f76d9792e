import { plural } from "../count.js";
import type { ReportCause } from "../model.js";
import { addFrame } from "./finding.js";
import { heading } from "./heading.js";
import { gutterOf, type Page, placeOf, severityColor } from "./page.js";
import { titleLine } from "./title.js";

/** The block of the causes that are errors, or of the others: each told once, with some of its places. */
export function causeBlocks(
  page: Page,
  shown: readonly ReportCause[],
  areErrors: boolean,
): readonly string[] {
  const causes = shown.filter(({ severity }) => (severity === "error") === areErrors);
  if (causes.length === 0) return [];
  const lines = [heading(page, "The same in many places", causes), ""];
  for (const cause of causes) {
    addCause(lines, page, cause);
    lines.push("");
  }
  return [lines.join("\n")];
}

/** Adds the lines of one cause: where it is first, how often, what, the text, where else, what to do. */
function addCause(lines: string[], page: Page, cause: ReportCause): void {
  const { colors } = page;
  const { severity, rule, examples, message, why, help, count, setting } = cause;
  const [first, ...others] = examples;
  if (first === undefined) return;
  const { path, start } = first;
  lines.push(
    titleLine(page, { path, start, severity, rule, url: undefined }),
    page.message(`${message} ${why}`.trim()),
  );
  const paint = severityColor(colors, severity);
  addFrame(lines, page, path, first, paint, gutterOf([first]));
  lines.push(page.labelled("in", extentOf(page, cause)));
  for (const other of others) {
    lines.push(
      `        ${page.linkedFile(colors.cyan(placeOf(page, other.path, other)), other.path)}`,
    );
  }
  if (count > examples.length)
    lines.push(`        and ${count - examples.length} more (--format concise lists them)`);
  lines.push(page.labelled("help", help), page.labelled("off", `in the config: ${setting}`));
}

/** How far a cause reaches: `43 places in 20 files, in docs`. */
function extentOf(page: Page, { count, files, within }: ReportCause): string {
  const folder = within === undefined || within === "" ? "" : ` of ${page.pathOf(within)}`;
  return files === 1
    ? `${plural(count, "place")} of this file`
    : `${plural(count, "place")} in ${plural(files, "file")}${folder}`;
}
