import pc from "picocolors";
import { indexLines } from "../../article/lines.js";
import { remembered } from "../../article/remembered.js";
import type { FormatContext } from "../format.js";
import type { ReportFile, ReportFinding } from "../model.js";
import { neutralise } from "../text/neutralise.js";
import { wrap } from "../text/wrap.js";
import type { FrameText } from "./frame.js";

export type Colors = ReturnType<typeof pc.createColors>;

/** What the parts of the human report share: colours, width, texts by path. */
export interface Page {
  readonly colors: Colors;
  readonly width: number;
  readonly hyperlinks: boolean;
  /** The path as printed, safe. */
  pathOf(path: string): string;
  /** A message in safe lines as wide as the page. */
  message(text: string): readonly string[];
  /** A text in safe lines that hang beside a label. */
  beside(text: string): readonly string[];
  textOf(path: string): FrameText | undefined;
}

/** Narrower pages are not worth wrapping for, wider ones are hard to read. */
const NARROWEST = 40;
const WIDEST = 120;

/** Columns before a message, and before what hangs beside a label. */
export const INDENT = "  ";
export const LABEL_WIDTH = 6;

/** How many texts stay indexed: related places of one finding lie in a few files. */
const TEXTS_KEPT = 8;

export function openPage(context: FormatContext): Page {
  const texts = new Map<string, FrameText | undefined>();
  const width = Math.max(NARROWEST, Math.min(WIDEST, context.width));
  return {
    colors: pc.createColors(context.color),
    width,
    hyperlinks: context.hyperlinks ?? false,
    pathOf: remembered((path) => neutralise(context.displayPath?.(path) ?? path)),
    message: remembered((text) => wrap(neutralise(text), width - INDENT.length)),
    beside: remembered((text) => wrap(neutralise(text), width - INDENT.length - LABEL_WIDTH)),
    textOf(path) {
      if (texts.has(path)) return texts.get(path);
      const source = context.sourceOf(path);
      const text = source === undefined ? undefined : { source, lines: indexLines(source) };
      if (texts.size >= TEXTS_KEPT) texts.clear();
      texts.set(path, text);
      return text;
    },
  };
}

export function severityColor(colors: Colors, severity: ReportFinding["severity"]) {
  if (severity === "error") return colors.red;
  return severity === "warning" ? colors.yellow : colors.blue;
}

/** `path:line:column`, as terminals and editors recognise it. */
export function placeOf(page: Page, path: string, { start }: Pick<ReportFinding, "start">): string {
  return `${page.pathOf(path)}:${start.line}:${start.column}`;
}

/** Digits of the largest line number a file's frames show. */
export function gutterOf(file: ReportFile): number {
  const lines = file.findings.flatMap((finding) => [
    finding.end.line,
    ...(finding.related ?? []).map((place) => place.end.line),
  ]);
  return String(lines.reduce((most, line) => Math.max(most, line), 1)).length;
}
