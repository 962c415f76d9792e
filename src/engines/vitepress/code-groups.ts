import type { Article } from "../../article/article.js";
import type { Range } from "../../article/range.js";
import type { BoxDefect } from "../../engine/boxes.js";

const GROUP = /^:{3,}[ \t]*code-group\b/;
const MARK = /^:{3,}/;
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/** Tabs of one `::: code-group` with the same label. */
export function sameTabs({ source, templateTags }: Article): readonly BoxDefect[] {
  const lines = templateTags.filter(({ kind }) => kind === "directive");
  return lines.flatMap(({ range }, index): readonly BoxDefect[] => {
    const written = source.slice(range.start, range.end);
    if (!GROUP.test(written)) return [];
    const [mark = ""] = MARK.exec(written) ?? [];
    const close = lines
      .slice(index + 1)
      .find((line) => source.slice(line.range.start, line.range.end).trim() === mark);
    if (close === undefined) return [];
    const firsts = new Map<string, Range>();
    return fencesIn(source, range.end, close.range.start).flatMap(
      ({ label, range: place }): readonly BoxDefect[] => {
        const first = firsts.get(label);
        if (first !== undefined) return [{ kind: "sameTab", range: place, label, first }];
        firsts.set(label, place);
        return [];
      },
    );
  });
}

/** The fences between two places, with what their tabs are called. */
function fencesIn(
  source: string,
  start: number,
  end: number,
): readonly { readonly label: string; readonly range: Range }[] {
  const found: { readonly label: string; readonly range: Range }[] = [];
  let fence = "";
  let offset = start;
  for (const written of source.slice(start, end).split("\n")) {
    const line = written.trimEnd();
    const [, mark = "", info = ""] = FENCE.exec(line) ?? [];
    if (fence === "" && mark !== "") {
      fence = mark;
      const range = { start: offset + line.indexOf(mark), end: offset + line.length };
      const label = labelOf(info);
      if (label !== undefined) found.push({ label, range });
    } else if (mark.startsWith(fence) && info.trim() === "") fence = "";
    offset += written.length + 1;
  }
  return found;
}

/** The label in brackets, else the language (`extractTitle` of VitePress 1.6); code that plugins change has no such one. */
function labelOf(info: string): string | undefined {
  const own = /\[(.*)\]/.exec(info)?.[1];
  if (own !== undefined) return own.trim() === "" ? undefined : own.trim();
  return /^\s*([A-Za-z][\w+#-]*)/.exec(info)?.[1];
}
