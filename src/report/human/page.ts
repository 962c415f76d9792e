import pc from "picocolors";
import { indexLines } from "../../article/lines.js";
import { remembered } from "../../article/remembered.js";
import type { FormatContext, Narrowing } from "../format.js";
import type { ReportFinding, ReportPoint } from "../model.js";
import { neutralise } from "../text/neutralise.js";
import { wrap } from "../text/wrap.js";
import type { FrameText } from "./frame.js";

/** What stands before the lines below a finding. */
export type Label = "see" | "in" | "help" | "fix" | "try" | "off";

export type Colors = ReturnType<typeof pc.createColors>;

/** What the parts of the human report share: colours, width, texts by path. */
export interface Page {
  readonly colors: Colors;
  readonly width: number;
  /** The path as printed, safe. */
  pathOf(path: string): string;
  /** Safe text as a hyperlink to a page, where the terminal has those. */
  linked(text: string, url: string | undefined): string;
  /** Safe text as a hyperlink to a file. */
  linkedFile(text: string, path: string): string;
  /** The command that checks or shows something else, safe; undefined where none does. */
  commandFor(narrowing: Narrowing): string | undefined;
  /** The command that checks one file of the report. */
  commandForFile(path: string): string | undefined;
  /** A message in safe, indented lines as wide as the page. */
  message(text: string): string;
  /** A label and a text, made safe, that hangs beside it. */
  labelled(label: Label, text: string): string;
  /** The same, for texts that other findings are likely to have, too. */
  readonly oftenLabelled: Readonly<Record<"help" | "try", (text: string) => string>>;
  textOf(path: string): FrameText | undefined;
}

/** Narrower pages are not worth wrapping for, wider ones are hard to read. */
const NARROWEST = 40;
const WIDEST = 120;

/** Columns before a message, and before what hangs beside a label. */
export const INDENT = "  ";
const LABEL_WIDTH = 6;

/** What may stand in a hyperlink without ending it. */
const LINKABLE = /^(?:https?|file):\/\/[!-~]+$/;

/** How many texts stay indexed: related places of one finding lie in a few files. */
const TEXTS_KEPT = 8;

export function openPage(context: FormatContext): Page {
  const texts = new Map<string, FrameText | undefined>();
  const width = Math.max(NARROWEST, Math.min(WIDEST, context.width));
  const colors = pc.createColors(context.color);
  const labelled = (label: Label, text: string): string =>
    wrap(neutralise(text), width - INDENT.length - LABEL_WIDTH)
      .map((line, index) => {
        const start = index === 0 ? label : "";
        return INDENT + colors.green(start) + " ".repeat(LABEL_WIDTH - start.length) + line;
      })
      .join("\n");
  const displayPath = (path: string): string => context.displayPath?.(path) ?? path;
  const commandFor = (narrowing: Narrowing): string | undefined => {
    const command = context.commandFor?.(narrowing);
    return command === undefined ? undefined : neutralise(command);
  };
  const linked = (text: string, url: string | undefined): string =>
    context.hyperlinks !== true || url === undefined || !LINKABLE.test(url)
      ? text
      : `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
  return {
    colors,
    width,
    linked,
    linkedFile: (text, path) => linked(text, context.fileUrl?.(path)),
    commandFor,
    commandForFile: (path) => commandFor({ path: displayPath(path) }),
    pathOf: remembered((path) => neutralise(displayPath(path))),
    message: remembered((text) =>
      wrap(neutralise(text), width - INDENT.length)
        .map((line) => INDENT + colors.bold(line))
        .join("\n"),
    ),
    labelled,
    oftenLabelled: {
      help: remembered((text) => labelled("help", text)),
      try: remembered((text) => labelled("try", text)),
    },
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
  return page.pathOf(path) + pointOf(start);
}

/** What stands after the path. */
export function pointOf({ line, column }: ReportPoint): string {
  return `:${line}:${column}`;
}

/** Digits of the largest line number that the frames of a file's findings show. */
export function gutterOf(findings: readonly Pick<ReportFinding, "end" | "related">[]): number {
  let most = 1;
  for (const { end, related } of findings) {
    most = Math.max(most, end.line);
    for (const place of related ?? []) most = Math.max(most, place.end.line);
  }
  return String(most).length;
}
