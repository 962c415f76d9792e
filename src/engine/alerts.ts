import type { Article } from "../article/article.js";
import { rangeOf } from "../article/node-range.js";
import table from "./alerts.json" with { type: "json" };
import type { BoxDefect } from "./boxes.js";

/** `[!NOTE]` at the beginning of a quotation. */
const MARK = /^>[ \t]*\[!([A-Za-z]+)\]/;

/** The same without its sign, alone on its line. */
const BARE = /^>[ \t]*\[([A-Z]+)\][ \t]*\r?\n/;

/** What an engine makes of `> [!NOTE]`: a box, or a quotation that begins with these signs. */
export type AlertReading = "box" | "text";

const GITHUB: ReadonlySet<string> = new Set(table.github);
const NAMES: readonly string[] = [...table.github, ...table.other];

/** Alerts in quotations whose name no program has, or that readers see as they were typed. */
export function alertDefects(article: Article, reading: AlertReading): readonly BoxDefect[] {
  if (!/\[!|>[ \t]{0,9}\[[A-Z]/.test(article.source)) return [];
  return article.elements.flatMap((element): readonly BoxDefect[] => {
    if (element.tagName !== "blockquote" || article.originOf(element) !== "markdown") return [];
    const { start, end } = rangeOf(element);
    const written = article.source.slice(start, end);
    const [whole, name] = MARK.exec(written) ?? [];
    if (whole === undefined || name === undefined)
      return reading === "box" ? bareAlert(article, written, start) : [];
    const range = { start: start + whole.indexOf("["), end: start + whole.length };
    const folded = name.toLowerCase();
    if (reading === "text" && GITHUB.has(folded)) return [{ kind: "alert", range }];
    if (NAMES.includes(folded)) return reading === "box" ? [{ kind: "sound", range }] : [];
    const isUpper = name === name.toUpperCase();
    const names = isUpper ? NAMES.map((one) => one.toUpperCase()) : NAMES;
    const choice = reading === "box" && isUpper ? names.slice(0, table.github.length) : undefined;
    return [{ kind: "unknown", range, name, names, ...(choice && { choice }) }];
  });
}

function bareAlert({ source }: Article, written: string, start: number): readonly BoxDefect[] {
  const [, name] = BARE.exec(written) ?? [];
  if (name === undefined || !GITHUB.has(name.toLowerCase())) return [];
  if (source.includes(`[${name}]:`)) return [];
  const at = start + written.indexOf("[");
  const range = { start: at, end: at + name.length + 2 };
  return [{ kind: "text", range, mended: `[!${name}]` }];
}

/** Defects of two kinds of boxes in source order. */
export function inOrder(...lists: readonly (readonly BoxDefect[])[]): readonly BoxDefect[] {
  return lists.flat().sort((left, right) => left.range.start - right.range.start);
}
