import { dirname } from "node:path";
import type { Article } from "../../article/article.js";
import { join } from "../../engine/address.js";
import type { Include, IncludeReading } from "../../engine/includes.js";
import type { SiteSettings, SiteTable } from "../../facts/site-settings.js";
import { inShownCode } from "../read/shown-code.js";
import { type MkdocsConfig, mkdocsConfig } from "./config.js";
import plugins from "./plugins.json" with { type: "json" };

const MAKERS: ReadonlySet<string> = new Set(plugins.elsewhere);

/** Lines as `pymdownx/snippets.py` has them: a path in quotation marks, or the mark of a block of paths. */
const SNIPPET =
  /^([ \t]*)(;*)(-+8<-+)(?:([ \t]+)(?:"((?:\\"|[^"])+?)"|'((?:\\'|[^'])+?)')(?![ \t]))?\r?$/;
/** A path with a name or lines of the file behind it. */
const PART = /^(.*?)(?::([a-z][-_0-9a-z]*)|((?::-?\d*){1,2}(?:,-?\d*(?::-?\d*)?)*))?$/i;
const SECTION = /-8<-+[ \t]+\[[ \t]*start[ \t]*:[ \t]*([a-z][-_0-9a-z]*)[ \t]*\]/i;
/** A first line, with the last one or without. */
const LINES = /^(\d+)(?::\d*)?$/;

const DIRECTIVE =
  /\{%(\s*include(?:-markdown)?\s+)(?:"((?:[^"\\\n]|\\.)+)"|'((?:[^'\\\n]|\\.)+)')[\s\S]*?%\}/g;

/** Folders from that of the site up to the project's: a build may be started in any of them. */
function workingFolders({ folder }: SiteSettings): readonly string[] {
  const parts = folder === "" ? [] : folder.split("/");
  return [...parts.keys(), parts.length].map((count) => parts.slice(0, count).join("/")).reverse();
}

/** The folders and files that snippets are looked for in; undefined where only code could tell. */
function basesOf(options: SiteTable): readonly string[] | undefined {
  const { base_path: base = ["."] } = options;
  const list: readonly unknown[] = Array.isArray(base) ? base : [base];
  const texts = list.filter(
    (one): one is string => typeof one === "string" && !/[\0$!{]/.test(one) && !one.startsWith("/"),
  );
  return texts.length === list.length ? texts : undefined;
}

function snippetsIn(
  article: Article,
  site: SiteSettings,
  { markdown_extensions: extensions }: MkdocsConfig,
): readonly Include[] {
  const options = extensions["pymdownx.snippets"];
  const bases = options === undefined ? undefined : basesOf(options);
  if (options === undefined || bases === undefined || !article.source.includes("8<-")) return [];
  const failure = options.check_paths === true ? "stops" : "shows-nothing";
  const places = workingFolders(site).flatMap((folder) =>
    bases.flatMap((base) => join(folder, base) ?? []),
  );
  const isShown = inShownCode(article);
  const found: Include[] = [];
  const add = (text: string, at: number): void => {
    const path = text.trim();
    if (path === "" || path.startsWith(";") || /^https?:/i.test(path) || path.startsWith("/"))
      return;
    const [, file = "", name, lines] = PART.exec(path) ?? [];
    const start = at + text.indexOf(path);
    const written = file.trim();
    const range = { start, end: start + written.length };
    if (written === "" || isShown(range)) return;
    const candidates = [...new Set([written, path])].flatMap((one) =>
      places.flatMap((place) => [
        ...[join(place, one)].filter((file) => file !== undefined),
        ...(place.toLowerCase().endsWith(`/${one.toLowerCase()}`) ? [place] : []),
      ]),
    );
    const include: Include = { range, written, candidates, failure };
    const part = name ?? (LINES.test(lines?.slice(1) ?? "") ? lines?.slice(1) : undefined);
    if (part === undefined) found.push(include);
    else {
      const end = start + path.length;
      const place = { start: end - part.length, end };
      const lost = name === undefined ? "shows-nothing" : failure;
      found.push({ ...include, part: { name: part, range: place, failure: lost } });
    }
  };
  let isBlock = false;
  // MkDocs leaves a byte order mark out.
  let at = Math.max(article.bodyStart, article.source.startsWith("\uFEFF") ? 1 : 0);
  for (const line of article.source.slice(at).split("\n")) {
    const start = at;
    at += line.length + 1;
    const match = SNIPPET.exec(line);
    const [, indent = "", escaped = "", mark = "", space, double, single] = match ?? [];
    if (match === null) {
      if (isBlock) add(line, start);
    } else if (escaped !== "") continue;
    else if (space === undefined) isBlock = !isBlock;
    else if (!isBlock)
      add(double ?? single ?? "", start + indent.length + mark.length + space.length + 1);
  }
  return found;
}

/** `{% include "x" %}` and `{% include-markdown "x" %}` of the plugin, with its usual names and marks. */
function directivesIn(
  article: Article,
  site: SiteSettings,
  { plugins: used }: MkdocsConfig,
): readonly Include[] {
  const options = used["include-markdown"];
  const isOwn = ["opening_tag", "closing_tag", "directives", "exclude"].some((key) =>
    Object.hasOwn(options ?? {}, key),
  );
  // The macros plugin has a tag of the same name.
  if (options === undefined || isOwn || Object.hasOwn(used, "macros")) return [];
  const isShown = inShownCode(article);
  const own = dirname(article.path).replace(/^\.$/, "");
  return [...article.source.matchAll(DIRECTIVE)].flatMap((match): Include[] => {
    const [, head = "", double, single] = match;
    const written = double ?? single ?? "";
    const start = match.index + "{%".length + head.length + 1;
    const range = { start, end: start + written.length };
    if (/^\/|^https?:|[*?[\]{}!\\]/.test(written) || isShown(range)) return [];
    const homes = /^\.\.?\//.test(written) ? [own] : [site.root, own];
    const candidates = homes.flatMap((home) => join(home, written) ?? []);
    return candidates.length < homes.length
      ? []
      : [{ range, written, candidates, failure: "stops" }];
  });
}

function includesOf(article: Article, site: SiteSettings): readonly Include[] {
  const config = mkdocsConfig(site.config);
  // What makes pages may make files to include.
  if (config.hooks.length > 0 || Object.keys(config.plugins).some((name) => MAKERS.has(name)))
    return [];
  return [...snippetsIn(article, site, config), ...directivesIn(article, site, config)];
}

/** Whether a file has a section, or the first line of those that are asked for. */
function hasPart(text: string, part: string): boolean {
  const lines = text.split("\n");
  const [, first] = LINES.exec(part) ?? [];
  if (first !== undefined) return Number(first) <= lines.length;
  return lines.some((line) => SECTION.exec(line)?.[1] === part);
}

/** Files that snippets (`--8<-- "x.md"`) and the plugin include-markdown take in. */
export const mkdocsIncludes: Omit<IncludeReading, "defectsOf"> = { includesOf, hasPart };
