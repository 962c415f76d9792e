import type pc from "picocolors";
import { neutralise } from "../../report/text/neutralise.js";
import { wrap } from "../../report/text/wrap.js";

/** How a page is laid out for what it is written to. */
export interface Style {
  readonly colors: ReturnType<typeof pc.createColors>;
  /** Columns of the page. */
  readonly width: number;
}

/** The colour of a severity, as reports have it. */
export function severityColor({ colors }: Style, severity: string): (text: string) => string {
  if (severity === "error") return colors.red;
  return severity === "warning" ? colors.yellow : colors.blue;
}

/** A part of a text that stands out. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly paint: (text: string) => string;
}

/** A safe text with what stands out in it, in order. */
export interface StyledText {
  readonly text: string;
  readonly spans: readonly Span[];
}

/**
 * A text in lines of the page's width.
 *
 * @param indent what each line begins with
 * @param first what the first line begins with instead, as wide as `indent`
 */
export function wrapped(
  text: StyledText | string,
  { width }: Style,
  indent: string,
  first = indent,
): readonly string[] {
  const styled = typeof text === "string" ? { text: neutralise(text), spans: [] } : text;
  let at = 0;
  return wrap(styled.text, Math.max(20, width - indent.length)).map((line, index) => {
    at = styled.text.indexOf(line, at);
    const slice = painted(styled, at, at + line.length);
    at += line.length;
    return (index === 0 ? first : indent) + slice;
  });
}

/** A part of a text with its spans painted. */
export function painted({ text, spans }: StyledText, from = 0, to = text.length): string {
  let result = "";
  let at = from;
  for (const span of spans) {
    const start = Math.max(at, span.start);
    const end = Math.min(to, span.end);
    if (start >= end) continue;
    result += text.slice(at, start) + span.paint(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at, to);
}
