import type { Article } from "../../article/article.js";
import type { BoxDefect } from "../../engine/boxes.js";
import boxes from "./boxes.json" with { type: "json" };
import type { MkdocsConfig, Named } from "./config.js";
import { TabGroups } from "./tab-groups.js";

/** Characters that the content of a box is indented by, counted from the line that opens it. */
const INDENT = 4;

interface Box {
  /** The extension that makes it. */
  readonly extension: string;
  /** A line that means to open such a box. */
  readonly begun: RegExp;
  /** A line that does. */
  readonly whole: RegExp;
}

/** As the extensions have it: `admonition`, `pymdownx/details.py`, `pymdownx/tabbed.py`. */
const BOXES: readonly Box[] = [
  {
    extension: "admonition",
    begun: /^!!![ \t]+[A-Za-z]/,
    whole: /^!!! ?[\w-]+(?: +[\w-]+)*(?: +".*")? *$/,
  },
  {
    extension: "pymdownx.details",
    begun: /^\?\?\?\+?[ \t]+[A-Za-z"]/,
    whole: /^\?{3}\+? ?(?:[\w-]+(?: +[\w-]+)*(?: +".*")?|".*") *$/,
  },
  {
    extension: "pymdownx.tabbed",
    begun: /^===[+!]{0,2}[ \t]+["'“\p{L}]/u,
    whole: /^={3}(?:\+!?|!\+?)? +".*" *$/,
  },
];

const FENCE = /^[ \t]*(`{3,}|~{3,})/;
/** `!!! note Read me first`: words that are no names of classes. */
const BARE_TITLE = /^((?:!!!|\?\?\?\+?) ?[\w-]+) +([A-Z][\w-]*(?: +[\w-]+)+) *$/;
/** The kind of an admonition: the first of its classes. */
const KIND = /^(?:!!!|\?\?\?\+?) ?([\w-]+)/;
/** `=== Linux` */
const BARE_TAB = /^(===[+!]{0,2})[ \t]+([^"'“”\s].*?)[ \t]*$/;
const HAS_TITLE = /".+"\s*$/;
/** Marks that a title in quotation marks may have in their place. */
const OTHER_QUOTES = /^(\S+(?: +[\w-]+)* +)['‘’“”„«»](.+?)['‘’“”«»]\s*$/;

/** `!!! note Read me!`, `!!! note: Read me`, `!!! note "Read me`: titles with half their quotation marks, or none. */
const LOOSE_TITLE = /^((?:!!!|\?\?\?\+?) ?([\w-]+))(?: *: *| +)"?([^"\s][^"]*?)"?\s*$/;

/** Admonitions, details and tabs of Python-Markdown whose content is not indented, or that are no such line. */
export function pythonBoxDefects(
  article: Article,
  { markdown_extensions: extensions }: MkdocsConfig,
  ownNames: readonly string[],
): readonly BoxDefect[] {
  const { source } = article;
  const bodyStart = Math.max(article.bodyStart, source.startsWith("\uFEFF") ? 1 : 0);
  const defects: BoxDefect[] = [];
  const lines = source.slice(bodyStart).split("\n");
  let offset = bodyStart;
  let fence = "";
  const groups = new TabGroups();
  for (const [index, written] of lines.entries()) {
    const line = written.trimEnd();
    const start = offset + (line.length - line.trimStart().length);
    const range = { start, end: offset + line.length };
    offset += written.length + 1;
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === "") fence = mark;
      else if (mark.startsWith(fence) && line.trim() === mark) fence = "";
    }
    if (mark !== undefined || fence !== "") continue;
    const text = line.trimStart();
    const box = BOXES.find(({ begun }) => begun.test(text));
    if (box === undefined) continue;
    if (BARE_TAB.test(text) && !isBareTab(lines, index, line.length - text.length)) continue;
    if (!isOn(box.extension, extensions)) {
      defects.push({ kind: "off", range, extension: box.extension });
      continue;
    }
    const indent = line.length - text.length;
    if (!box.whole.test(text)) {
      const mended = mendedLine(lines, index, text);
      if (mended !== text && box.whole.test(mended)) defects.push({ kind: "text", range, mended });
      continue;
    }
    const same = groups.sameTab(lines, index, indent, text, range);
    if (same !== undefined) defects.push(same);
    const maySo = mayBeTitle(lines, index, text);
    if (isEmpty(lines, index, indent, maySo)) defects.push({ kind: "empty", range });
    else if (isEmpty(lines, index, indent, false) && !text.startsWith("==="))
      defects.push({ kind: "alone", range });
    else if (BARE_TITLE.test(text))
      defects.push({ kind: "untitled", range, mended: text.replace(BARE_TITLE, '$1 "$2"') });
    else {
      const name = KIND.exec(text)?.[1];
      if (name !== undefined && !boxes.names.includes(name) && !ownNames.includes(name))
        defects.push({ kind: "unknown", range, name, names: boxes.names });
      else if (text.startsWith("!!!") && maySo) defects.push({ kind: "sound", range });
    }
  }
  return defects;
}

/** What a line that opens no box is when it is written as the extensions read it; the line itself where nobody knows. */
function mendedLine(lines: readonly string[], at: number, text: string): string {
  const indent = indentOf(lines[at] ?? "");
  if (isBareTab(lines, at, indent)) return text.replace(BARE_TAB, '$1 "$2"');
  const quoted = text.replace(OTHER_QUOTES, '$1"$2"');
  if (quoted !== text) return quoted;
  const [, , name = ""] = LOOSE_TITLE.exec(text) ?? [];
  return boxes.names.includes(name) && hasContent(lines, at, indent)
    ? text.replace(LOOSE_TITLE, '$1 "$3"')
    : text;
}

/** Whether a line is a tab without quotation marks. */
function isBareTab(lines: readonly string[], at: number, indent: number): boolean {
  return BARE_TAB.test(lines[at]?.trim() ?? "") && hasContent(lines, at, indent);
}

/** Whether what follows a line is indented as the content of a box. */
function hasContent(lines: readonly string[], at: number, indent: number): boolean {
  const next = lines.slice(at + 1).find((line) => line.trim() !== "") ?? "";
  return indentOf(next) >= indent + INDENT;
}

function indentOf(line: string): number {
  const expanded = line.replaceAll("\t", "    ");
  return expanded.length - expanded.trimStart().length;
}

/** Extensions may be named with their package: `markdown.extensions.admonition`. */
function isOn(extension: string, extensions: Named): boolean {
  return Object.keys(extensions).some(
    (name) => name === extension || name.endsWith(`.${extension}`),
  );
}

/** Whether a box may have a title alone: a tab where the tab before it has nothing else, either. */
function mayBeTitle(lines: readonly string[], at: number, text: string): boolean {
  if (!text.startsWith("===")) return HAS_TITLE.test(text);
  return (
    lines
      .slice(0, at)
      .findLast((one) => one.trim() !== "")
      ?.startsWith("===") ?? false
  );
}

/** Whether no content belongs to the box that a line opens. A box with nothing but a title may be meant so. */
function isEmpty(lines: readonly string[], at: number, indent: number, maySo: boolean): boolean {
  const next = lines[at + 1]?.trim() === "" ? at + 2 : at + 1;
  const line = lines.slice(next).find((one) => one.trim() !== "");
  // Another box or a heading shows that nothing was to be in this one.
  if (line === undefined || /^(?:!!!|\?\?\?|===|#)/.test(line)) return false;
  const inner = indentOf(line);
  if (maySo && next > at + 1 && !(inner > 0 && /^\s*\p{L}/u.test(line))) return false;
  // A box in a list, whose items may be indented in ways of their own.
  return indent === 0 && inner < INDENT;
}
