import pc from "picocolors";
import stringWidth from "string-width";
import { indexLines } from "../article/lines.js";
import { neutralise } from "../report/text/neutralise.js";
import type { ConfigError, ConfigIssue } from "./config-error.js";
import { dotted } from "./issues.js";
import { pathFrom } from "./root.js";

/**
 * A config error as text: place, sentence, the lines around it with a caret, and advice.
 *
 * @param cwd folder that file names are shown relative to
 */
export function renderConfigError(error: ConfigError, cwd: string, color: boolean): string {
  const paint = pc.createColors(color);
  return error.issues.map((issue) => renderIssue(issue, cwd, paint)).join("\n\n");
}

type Paint = ReturnType<typeof pc.createColors>;

function renderIssue(issue: ConfigIssue, cwd: string, paint: Paint): string {
  const lines = [
    `${placeName(issue, cwd, paint)}${paint.red("error")} ${neutralise(issue.message)}`,
  ];
  if (issue.place !== undefined) lines.push(...frame(issue.place, paint));
  else if (issue.keys.length > 0) lines.push(`  at ${neutralise(dotted(issue.keys))}`);
  if (issue.help !== undefined) lines.push(`  ${paint.cyan("help:")} ${neutralise(issue.help)}`);
  return lines.join("\n");
}

function placeName(issue: ConfigIssue, cwd: string, paint: Paint): string {
  if (issue.file === undefined) return "";
  const name = neutralise(pathFrom(cwd, issue.file));
  if (issue.place === undefined) return `${paint.underline(name)} `;
  const { line, column } = indexLines(issue.place.text).pointAt(issue.place.range.start);
  return `${paint.underline(`${name}:${line}:${column}`)} `;
}

function frame(place: NonNullable<ConfigIssue["place"]>, paint: Paint): readonly string[] {
  const index = indexLines(place.text);
  const start = index.pointAt(place.range.start);
  const first = Math.max(1, start.line - 2);
  const last = Math.min(index.lineCount, start.line + 1);
  const gutter = String(last).length;
  const shown: string[] = [];
  for (let line = first; line <= last; line += 1) {
    const text = place.text.slice(index.startOf(line), index.endOf(line));
    const marked = line === start.line;
    shown.push(
      `${marked ? paint.red(">") : " "} ${paint.dim(`${String(line).padStart(gutter)} |`)} ${visible(text)}`,
    );
    if (!marked) continue;
    const before = text.slice(0, start.column - 1);
    const end = Math.min(place.range.end, index.endOf(line));
    const under = Math.max(1, stringWidth(visible(place.text.slice(place.range.start, end))));
    shown.push(
      `  ${" ".repeat(gutter)} ${paint.dim("|")} ${" ".repeat(stringWidth(visible(before)))}${paint.red("^".repeat(under))}`,
    );
  }
  return shown;
}

/** Tabs and control characters as what they take on a terminal: nothing in a config may steer it. */
function visible(text: string): string {
  return neutralise(text.replaceAll("\t", "  "));
}
