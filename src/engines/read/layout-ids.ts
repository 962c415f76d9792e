import type { SiteFiles } from "../../engine/router.js";

/** Layouts and includes that one article is put into. */
const MOST = 60;

const ID = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const DYNAMIC_ID = /(?:\s:id|\sid)\s*=\s*\{|\s:id\s*=/;
const INCLUDE =
  /\{%-?\s*(?:include|include_relative|include_cached|render|extends|import|from|renderFile)\s*\(?\s*["']?([\w./-]+)["']?([^%]*)/g;
const LAYOUT = /^layout:[ \t]*["']?([\w./-]+)["']?/m;
/** What no page shows: comments of templates, and scripts, whose `id =` is none of an element. */
const UNSEEN =
  /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{#[\s\S]*?#\}|<script\b[\s\S]*?<\/script>/g;
/** A file that is put into a script or a style sheet. */
const NO_MARKUP = /(?<!\.11ty)\.(?:[cm]?js|css)$/;
const PARAMETER = /^\{\{-?\s*include\.(\w+)\s*-?\}\}$/;
const ARGUMENT = /(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.]+))/g;

interface Included {
  readonly name: string;
  /** What the tag hands over, as it is written. */
  readonly parameters: string;
}

/**
 * The ids that a layout prints with all it includes and is put into; undefined where some come out of data
 * (`id="{{ name }}"`), so that nobody knows the ids of its pages. What is not found prints none.
 *
 * @param fileOf the file of a layout or an include by its name
 */
export function layoutIds(
  layout: string,
  fileOf: (name: string) => string | undefined,
  files: SiteFiles | undefined,
): readonly string[] | undefined {
  const ids: string[] = [];
  const waiting: Included[] = [{ name: layout, parameters: "" }];
  const seen = new Set<string>();
  for (let next = waiting.pop(); next !== undefined && seen.size < MOST; next = waiting.pop()) {
    const file = fileOf(next.name);
    const visit = `${file}\0${next.parameters}`;
    if (file === undefined || seen.has(visit) || NO_MARKUP.test(file)) continue;
    seen.add(visit);
    const text = files?.text(file)?.replaceAll(UNSEEN, "");
    if (text === undefined || /\.11ty\.[cm]?[jt]s$/.test(file) || DYNAMIC_ID.test(text))
      return undefined;
    for (const [, double, single, bare] of text.matchAll(ID)) {
      const id = printed(double ?? single ?? bare ?? "", next.parameters);
      if (id === undefined) return undefined;
      ids.push(id);
    }
    for (const [, name = "", parameters = ""] of text.matchAll(INCLUDE))
      waiting.push({ name, parameters });
    const outer = LAYOUT.exec(/^---\r?\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "")?.[1];
    if (outer !== undefined) waiting.push({ name: outer, parameters: "" });
  }
  return ids;
}

/** An id as the page has it: a parameter of the include is what its tag hands over, or nothing. */
function printed(id: string, parameters: string): string | undefined {
  const parameter = PARAMETER.exec(id.trim())?.[1];
  if (parameter === undefined) return /\{[{%]|\$\{|<%/.test(id) ? undefined : id;
  for (const [, name, double, single, bare] of parameters.matchAll(ARGUMENT))
    if (name === parameter) return bare === undefined ? (double ?? single) : undefined;
  return "";
}
