import * as z from "zod";
import type { SiteTable } from "../../facts/site-settings.js";

const OPENING = /^([ \t]*(?:(?:[-*+]|\d+\.)[ \t]*)?)(`{3,}|~{3,})/;

const schema = z.object({
  syntax_highlighter: z.unknown().optional(),
  highlight: z.object({ enable: z.boolean() }).partial().catch({}),
  prismjs: z.object({ enable: z.boolean() }).partial().catch({}),
});

/** Whether Hexo takes fenced code out of an article before Markdown is rendered: it does so to highlight it. */
export function takesCodeOut(config: SiteTable): boolean {
  const { syntax_highlighter, highlight, prismjs } = schema.parse(config);
  if (syntax_highlighter !== undefined && syntax_highlighter !== null)
    return syntax_highlighter !== false && syntax_highlighter !== "";
  return highlight.enable !== false || prismjs.enable === true;
}

/**
 * Keeps fenced code together as Hexo's filter `backtick_code_block` does (8.1 was run): from a fence to the next line
 * with the same one, however far lines are indented. Lines by which Markdown would end the list around the code, and
 * the code with it, become blank.
 */
export function withWholeCode(body: string): string {
  if (!body.includes("```") && !body.includes("~~~")) return body;
  const lines = body.split("\n");
  const closings = closingLines(lines);
  for (let first = 0; first < lines.length; first++) {
    const opening = (lines[first] ?? "").trimEnd();
    const { 0: start = "", 1: lead = "", 2: fence = "" } = OPENING.exec(opening) ?? [];
    // What ends with a backtick is code in a line.
    if (opening !== start && opening.endsWith("`")) continue;
    const found = closings.get(fence);
    while ((found?.at(-1) ?? Infinity) <= first) found?.pop();
    const last = found?.at(-1);
    if (last === undefined) continue;
    for (let at = first + 1; at < last; at++) {
      const line = lines[at] ?? "";
      if (indentOf(line) < lead.length) lines[at] = line.replace(/[^\r]/g, " ");
    }
    first = last;
  }
  return lines.join("\n");
}

/** Lines that are a fence and nothing else, by the fence, the last one first. */
function closingLines(lines: readonly string[]): ReadonlyMap<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [at, line] of [...lines.entries()].reverse()) {
    const fence = line.trim();
    if (!/^(?:`{3,}|~{3,})$/.test(fence)) continue;
    const list = found.get(fence) ?? [];
    list.push(at);
    found.set(fence, list);
  }
  return found;
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
