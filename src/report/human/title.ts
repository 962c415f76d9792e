import type { ReportFinding } from "../model.js";
import { widthOf } from "../text/clusters.js";
import { neutralise } from "../text/neutralise.js";
import { INDENT, type Page, pointOf, severityColor } from "./page.js";

/** What a title says, and how wide its columns are, so that those of a file line up. */
export interface Title extends Pick<ReportFinding, "start" | "severity" | "rule" | "url"> {
  /** The file's path, as the report has it. */
  readonly path: string;
  readonly certainty?: ReportFinding["certainty"];
  /** Columns of the longest `:line:column`. */
  readonly pointWidth?: number;
  readonly severityWidth?: number;
}

/**
 * Place, severity and rule: in one line, or in two where they do not fit. A place is never cut, so that it can be
 * clicked.
 */
export function titleLine(page: Page, title: Title): string {
  const { colors } = page;
  const { path, severity, certainty = "certain", rule, url } = title;
  const { pointWidth = 0, severityWidth = 0 } = title;
  const point = pointOf(title.start);
  const text = page.pathOf(path) + point;
  const place = page.linkedFile(colors.cyan(text), path);
  const id = neutralise(rule);
  const doubt = certainty === "certain" ? "" : ` (${certainty})`;
  const named = colors.dim(page.linked(id, url) + doubt);
  const left = widthOf(text) + Math.max(0, pointWidth - point.length);
  const padded = severity.padEnd(severityWidth);
  const weight = severityColor(colors, severity)(severity) + padded.slice(severity.length);
  return left + padded.length + widthOf(id) + doubt.length + 4 <= page.width
    ? `${place}${" ".repeat(left - widthOf(text))}  ${weight}  ${named}`
    : `${place}\n${INDENT}${weight}  ${named}`;
}
