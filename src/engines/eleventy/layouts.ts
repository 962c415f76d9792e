import * as z from "zod";
import { lazily } from "../../article/lazily.js";
import type { SiteFiles } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import { type SiteTable, UNREADABLE } from "../../facts/site-settings.js";
import type { DataFiles } from "./data.js";

/** Which ids the layouts of articles print. */
export interface Layouts {
  /** The ids around an article; undefined where only a build could tell them. */
  idsAround(facts: ArticleFacts): readonly string[] | undefined;
}

const ENDINGS = [
  "",
  ".njk",
  ".liquid",
  ".html",
  ".webc",
  ".11ty.js",
  ".vto",
  ".hbs",
  ".ejs",
  ".md",
];
/** Layouts and includes that one article is put into. */
const MOST = 60;

const ID = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const DYNAMIC_ID = /(?:\s:id|\sid)\s*=\s*\{|\s:id\s*=/;
const INCLUDE =
  /\{%-?\s*(?:include|render|extends|import|from|renderFile)\s*\(?\s*["']?([\w./-]+)["']?/g;
const LAYOUT = /^layout:[ \t]*["']?([\w./-]+)["']?/m;

const callsSchema = z
  .array(z.object({ method: z.string(), arguments: z.array(z.unknown()) }))
  .catch([]);

/**
 * Reads the layouts of articles as text: a layout that prints ids out of data (`id="{{ name }}"`) leaves nobody
 * knowing the ids of its pages.
 *
 * @param folders of layouts and includes, relative to the project root
 */
export function createLayouts(
  config: SiteTable,
  folders: readonly string[],
  data: DataFiles,
  files: SiteFiles | undefined,
): Layouts {
  const paths = lazily(() => new Set(files?.list() ?? []));
  const aliases = new Map(
    callsSchema
      .parse(config.calls)
      .filter(({ method }) => method === "addLayoutAlias")
      .map(({ arguments: [name, file] }) => [String(name), String(file)]),
  );
  const known = new Map<string, readonly string[] | undefined>();

  const fileOf = (name: string): string | undefined =>
    folders
      .flatMap((folder) =>
        ENDINGS.map((ending) => `${folder}/${aliases.get(name) ?? name}${ending}`),
      )
      .find((path) => paths().has(path));

  const idsIn = (name: string): readonly string[] | undefined => {
    if (known.has(name)) return known.get(name);
    const found = idsOf(name, fileOf, files);
    known.set(name, found);
    return found;
  };

  return {
    idsAround: (facts) => {
      const computed = data.valueOf(facts, "eleventyComputed");
      const layout = data.valueOf(facts, "layout");
      const isComputed = typeof computed === "object" && computed !== null && "layout" in computed;
      if (layout === UNREADABLE || computed === UNREADABLE || isComputed) return undefined;
      return typeof layout === "string" && layout !== "" ? idsIn(layout) : [];
    },
  };
}

/** The ids that a layout prints with all it includes and is put into; undefined where some come out of data. */
function idsOf(
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
    const outer = LAYOUT.exec(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "")?.[1];
    if (outer !== undefined) waiting.push(outer);
  }
  return ids;
}
