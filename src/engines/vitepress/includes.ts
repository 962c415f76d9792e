import { dirname } from "node:path";
import type { Article } from "../../article/article.js";
import { join } from "../../engine/address.js";
import type { Include, IncludeDefect, IncludeReading } from "../../engine/includes.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import { nearestOf } from "../../knowledge/text/nearest.js";
import { isHidden } from "../read/config-value.js";
import { inCode } from "../read/shown-code.js";

/** As `processIncludes` of VitePress 1.6 has it. */
const INCLUDE = /<!--(\s*@include:\s*)(\S.*?)\s*-->/g;
const LINES = /\{(\d*),(\d*)\}$/;
const REGION = /#[\w-]+/;
const NAMED = /<!--\s*@([A-Za-z]+)(?::|\s)\s*[^\s:]+\.\w+[^\s]*\s*-->/g;
/** As `rawPathToToken` of its plugin for snippets has it: path, region, lines, title. */
const SNIPPET = /^([ \t>]*(?:[-*+][ \t]+)?<<<[ \t]*)(\S[^\n\r]*)/gm;
const SNIPPET_PATH =
  /^(.+?(?:\.[a-z0-9]+)?)(?:(#[\w-]+))?(?: ?\{(?:\d+(?:[,-]\d+)*)? ?(?:\S+)? ?(?:\S+)?\})? ?(?:\[.+\])?$/;

/** The file that a path means: below the sources with `@`, else relative to the article. */
function fileAt(
  written: string,
  article: Article,
  { root, config }: SiteSettings,
): string | undefined {
  if (written.startsWith("@"))
    return isHidden(config, "srcDir") ? undefined : join(root, written.slice(1));
  return join(dirname(article.path).replace(/^\.$/, ""), written);
}

/** Comments run in code as well, where one that has no file is shown as it is written. */
function commentsIn(article: Article, site: SiteSettings): readonly Include[] {
  const isCode = inCode(article);
  return [...article.source.matchAll(INCLUDE)].flatMap((match): Include[] => {
    const [, head = "", whole = ""] = match;
    const lines = LINES.exec(whole)?.[0] ?? "";
    const region = REGION.exec(whole)?.[0] ?? "";
    const written = whole.slice(0, whole.length - lines.length - region.length);
    const start = match.index + "<!--".length + head.length;
    const range = { start, end: start + written.length };
    const file = fileAt(written, article, site);
    if (written === "" || file === undefined || isCode(range) || !whole.startsWith(written))
      return [];
    const include: Include = { range, written, candidates: [file], failure: "shows-nothing" };
    if (region !== "" && !written.endsWith(".md")) {
      const place = { start: range.end + 1, end: range.end + region.length };
      return [{ ...include, part: { name: region, range: place, failure: "shows-all" } }];
    }
    if (lines === "" || region !== "") return [include];
    const place = { start: start + whole.length - lines.length, end: start + whole.length };
    return [{ ...include, part: { name: lines, range: place, failure: "shows-nothing" } }];
  });
}

function snippetsIn(article: Article, site: SiteSettings): readonly Include[] {
  const isCode = inCode(article);
  return [...article.source.matchAll(SNIPPET)].flatMap((match): Include[] => {
    const [, head = "", whole = ""] = match;
    const [, written = "", region = ""] = SNIPPET_PATH.exec(whole.trim()) ?? [];
    const start = match.index + head.length;
    const range = { start, end: start + written.length };
    const file = fileAt(written, article, site);
    const isPath = /^(?:@|\.{0,2}\/)|^[\w-]+[\w/.-]*\.\w+$/.test(written);
    if (!isPath || file === undefined || start < article.bodyStart || isCode(range)) return [];
    const include: Include = { range, written, candidates: [file], failure: "stops" };
    if (region === "") return [include];
    const place = { start: range.end + 1, end: range.end + region.length };
    return [{ ...include, part: { name: region, range: place, failure: "shows-all" } }];
  });
}

/** `<!--@inclde: x.md-->`: a comment that readers never see. */
function defectsOf(article: Article): readonly IncludeDefect[] {
  if (!article.source.includes("@")) return [];
  const isCode = inCode(article);
  return [...article.source.matchAll(NAMED)].flatMap((match): IncludeDefect[] => {
    const [whole, name = ""] = match;
    const start = match.index + whole.indexOf("@") + 1;
    const range = { start, end: start + name.length };
    if (name === "include" || nearestOf(name, ["include"], { limit: 2 }) === undefined) return [];
    return isCode(range) ? [] : [{ kind: "unknown", range, name, meant: "include" }];
  });
}

/** Whether a file has a region, by any of the marks of its language, or the first of the lines (`{3,5}`). */
function hasPart(text: string, part: string): boolean {
  const [, from = "", to = ""] = LINES.exec(part) ?? [];
  const lines = text.split("\n");
  if (part.startsWith("{")) {
    const start = Math.max(1, Number(from));
    return start <= lines.length && (to === "" || Number(to) >= start);
  }
  const name = part.slice(1);
  return lines.some((line) => /region/i.test(line) && line.includes(name));
}

/** Files that comments (`<!--@include: x.md-->`) and snippets (`<<< x.js`) take in. */
export const vitepressIncludes: IncludeReading = {
  includesOf: (article, site) => [...commentsIn(article, site), ...snippetsIn(article, site)],
  defectsOf,
  hasPart,
};
