import type { SiteFiles } from "../../engine/router.js";

/** Layouts and includes that one article is put into. */
const MOST = 60;

const ID = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const DYNAMIC_ID = /(?:\s:id|\sid)\s*=\s*\{|\s:id\s*=/;
const INCLUDE =
  /\{%-?\s*(?:include|include_relative|include_cached|render|extends|import|from|renderFile)\s*\(?\s*["']?([\w./-]+)["']?/g;
const LAYOUT = /^layout:[ \t]*["']?([\w./-]+)["']?/m;

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
  const waiting = [layout];
  const seen = new Set<string>();
  for (let name = waiting.pop(); name !== undefined && seen.size < MOST; name = waiting.pop()) {
    const file = fileOf(name);
    if (file === undefined || seen.has(file)) continue;
    seen.add(file);
    const text = files?.text(file);
    if (text === undefined || file.endsWith(".js") || DYNAMIC_ID.test(text)) return undefined;
    for (const [, double, single, bare] of text.matchAll(ID)) {
      const id = double ?? single ?? bare ?? "";
      if (/\{[{%]|\$\{|<%/.test(id)) return undefined;
      ids.push(id);
    }
    waiting.push(...[...text.matchAll(INCLUDE)].map(([, included = ""]) => included));
    const outer = LAYOUT.exec(/^---\r?\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "")?.[1];
    if (outer !== undefined) waiting.push(outer);
  }
  return ids;
}
