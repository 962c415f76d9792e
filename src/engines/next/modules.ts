import { lazily } from "../../article/lazily.js";
import type { SiteFiles } from "../../engine/router.js";
import { fileAt, joinPath } from "../read/config-value.js";

/** A module of a site that a page needs, directly or not. */
export interface SiteModule {
  readonly path: string;
  /** Without lines of comments. */
  readonly text: string;
  /** Paths of the modules of the site that it imports. */
  readonly imports: readonly string[];
  /** All that it imports, as it is written. */
  readonly specifiers: readonly string[];
}

/** Most modules that are read for one page. */
const MOST = 60;

const IMPORT = /\b(?:from|import|require)\s*\(?\s*["']([^"'\n]{1,200})["']/g;
const COMMENT_LINE = /^[ \t]*(?:\/\*|\*|\/\/).*$/gm;
const ENDINGS = ["", ".ts", ".tsx", ".mts", ".js", ".jsx", ".mjs", ".cjs"];
const FILES = [...ENDINGS, ...ENDINGS.slice(1).map((ending) => `/index${ending}`)];
const CODE = /\.(?:[cm]?[jt]s|[jt]sx)$/;

/** `"@/*": ["./src/*"]` of a tsconfig, `"#site/*": "./*"` of a package. */
const ALIAS = /["']([@#~]?[\w-]*\/)\*["']\s*:\s*(?:\[\s*)?["'](\.{0,2}\/?[^"'*\n]{0,100})\*/g;

/** Folders and names of modules that show pages and do not decide which there are. */
const SHOWS = /(?:^|\/)(?:components?|layouts?|ui|hooks|styles)\/|(?:^|\/)[A-Z][^/]*\.[jt]sx$/;

/** The module of a page and those of the site that it needs to find its content; what only shows it is left out. */
export function modulesOf(
  page: string,
  site: string,
  files: Pick<SiteFiles, "list" | "text">,
): ReadonlyMap<string, SiteModule> {
  const known = lazily(() => new Set(files.list()));
  const aliases = aliasesOf(site, files);
  const found = new Map<string, SiteModule>();
  const waiting = [page];
  for (
    let path = waiting.shift();
    path !== undefined && found.size < MOST;
    path = waiting.shift()
  ) {
    if (found.has(path)) continue;
    const text = (files.text(path) ?? "").replace(COMMENT_LINE, "");
    const parent = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const specifiers = [...text.matchAll(IMPORT)].map(([, specifier = ""]) => specifier);
    const imports = specifiers.flatMap((specifier) => {
      const module = pathOf(specifier, parent, aliases);
      if (module === undefined) return [];
      const file = FILES.map((ending) => module + ending).find((one) => known().has(one));
      return file === undefined || !CODE.test(file) || SHOWS.test(file) ? [] : [file];
    });
    found.set(path, { path, text, imports, specifiers });
    for (const module of imports) waiting.push(module);
  }
  return found;
}

function pathOf(
  specifier: string,
  parent: string,
  aliases: readonly (readonly [string, string])[],
): string | undefined {
  if (/^\.{1,2}\//.test(specifier)) return fileAt(parent, specifier);
  const [start, folder] = aliases.find(([name]) => specifier.startsWith(name)) ?? [];
  return start === undefined || folder === undefined
    ? undefined
    : joinPath(folder, specifier.slice(start.length));
}

/** What names of modules may begin with, and the folders that this means. */
function aliasesOf(
  site: string,
  files: Pick<SiteFiles, "text">,
): readonly (readonly [string, string])[] {
  return ["package.json", "tsconfig.json", "jsconfig.json"].flatMap((name) =>
    [...(files.text(joinPath(site, name)) ?? "").matchAll(ALIAS)].flatMap(
      ([, start = "", to = ""]): (readonly [string, string])[] => {
        const folder = fileAt(site, to);
        return start === "/" || folder === undefined ? [] : [[start, folder]];
      },
    ),
  );
}
