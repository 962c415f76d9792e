import pc from "picocolors";
import { indexLines } from "../../article/lines.js";
import type { Range } from "../../article/range.js";
import { pathFrom } from "../../engine/paths.js";
import { frameRows } from "../../report/human/frame.js";
import { neutralise } from "../../report/text/neutralise.js";
import type { ConfigError, ConfigIssue } from "../config-error.js";
import { dotted } from "../schema/issues.js";

/** Columns of the text in a frame. */
const WIDTH = 100;

type Paint = ReturnType<typeof pc.createColors>;

/**
 * A config error as text: place, sentence, the offending text with carets under it, and advice. Nothing in it
 * can steer a terminal.
 *
 * @param cwd folder that file names are shown relative to
 */
export function renderConfigError(error: ConfigError, cwd: string, color: boolean): string {
  const paint = pc.createColors(color);
  return error.issues.map((issue) => renderIssue(issue, cwd, paint)).join("\n\n");
}

function renderIssue(issue: ConfigIssue, cwd: string, paint: Paint): string {
  const { file, place, keys, message, help } = issue;
  const name = file === undefined ? "" : neutralise(pathFrom(cwd, file));
  const lines = [`${paint.red("error")}  ${paint.bold(neutralise(message))}`];
  if (name !== "") lines[0] = `${paint.cyan(name + placeSuffix(place))}  ${lines[0]}`;
  if (place !== undefined) for (const one of frame(place.text, place.range, paint)) lines.push(one);
  else if (keys.length > 0) lines.push(`  ${paint.dim("at")}    ${neutralise(dotted(keys))}`);
  if (help !== undefined) lines.push(`  ${paint.green("help")}  ${neutralise(help)}`);
  return lines.join("\n");
}

function placeSuffix(place: ConfigIssue["place"]): string {
  if (place === undefined) return "";
  const { line, column } = indexLines(place.text).pointAt(place.range.start);
  return `:${line}:${column}`;
}

function frame(source: string, range: Range, paint: Paint): readonly string[] {
  const lines = indexLines(source);
  const gutter = String(lines.pointAt(range.end).line).length;
  return frameRows({ source, lines }, range, WIDTH).map(({ line, kind, text }) => {
    const number = String(line ?? "").padStart(gutter);
    return `  ${paint.dim(`${number} │`)} ${kind === "marks" ? paint.red(text) : text}`;
  });
}
