import { dirname } from "node:path";
import * as z from "zod";
import type { Article } from "../../article/article.js";
import { join } from "../../engine/address.js";
import type { Include, IncludeDefect, IncludeReading } from "../../engine/includes.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { nearestOf } from "../../knowledge/text/nearest.js";
import { inShownCode } from "../read/shown-code.js";

const NAMES = ["include", "rustdoc_include", "playground", "playpen", "title"];

/** As `builtin_preprocessors/links.rs` has it; what follows a backslash is shown. */
const LINK = /\\\{\{#.*\}\}|\{\{\s*#([A-Za-z0-9_]+)(\s+)([^}]+)\}\}/g;
/** The beginning of one that does not end on its line. */
const BEGUN =
  /(\\)?\{\{[ \t]*#(?:include|rustdoc_include|playground|playpen)[ \t]+[^\s{}][^{}\n\r]*(?:\}(?!\})|(?![^{}\n\r]*\}))/g;
/** One without its `#`, so that readers see it. */
const WITHOUT_MARK =
  /(\\)?\{\{[ \t]*(include|rustdoc_include|playground|playpen)[ \t]+[^\s{}][^{}\n\r]*\}\}/g;
/** A number of lines: `3`, `3:`, `:5`, `3:5`. */
const LINES = /^(\d*)(?:(:)(\d*))?$/;
const ANCHOR = /ANCHOR:\s*([\p{L}\p{N}\p{M}_-]+)/u;

const schema = z.object({
  build: z
    .object({ "use-default-preprocessors": z.boolean().catch(true) })
    .catch({ "use-default-preprocessors": true }),
  preprocessor: z.record(z.string(), z.unknown()).catch({}),
});

const orderSchema = z.object({ before: z.array(z.string()) });

/** Whether mdBook's own preprocessor is the first to see `{{#…}}`, and whether it is the only one that may know of it. */
function preprocessing(config: SiteTable): { readonly runs: boolean; readonly alone: boolean } {
  const { build, preprocessor } = schema.parse(config);
  const others = Object.entries(preprocessor).filter(
    ([name]) => name !== "links" && name !== "index",
  );
  const isOn = build["use-default-preprocessors"] || Object.hasOwn(preprocessor, "links");
  const comesFirst = others.every(
    ([, options]) => orderSchema.safeParse(options).data?.before.includes("links") !== true,
  );
  return { runs: isOn && comesFirst, alone: others.length === 0 };
}

function includesOf(article: Article, config: SiteTable): readonly Include[] {
  if (!preprocessing(config).runs || !article.source.includes("#")) return [];
  const isShown = inShownCode(article);
  const folder = dirname(article.path).replace(/^\.$/, "");
  return [...article.source.matchAll(LINK)].flatMap((match): Include[] => {
    const [whole, name, space = "", rest = ""] = match;
    if (name === undefined || name === "title" || !NAMES.includes(name)) return [];
    const [target = ""] = rest.split(/\s/, 1);
    const start = match.index + whole.indexOf(`#${name}`) + 1 + name.length + space.length;
    const takesPart = name.endsWith("include");
    const colon = takesPart ? target.indexOf(":") : -1;
    const written = colon === -1 ? target : target.slice(0, colon);
    const range = { start, end: start + written.length };
    const path = join(folder, written);
    if (written === "" || written.startsWith("/") || path === undefined || isShown(range))
      return [];
    const include: Include = { range, written, candidates: [path], failure: "shows-code" };
    const part = target.slice(written.length + 1);
    if (colon === -1 || part === "") return [include];
    const place = { start: range.end + 1, end: range.end + 1 + part.length };
    return [{ ...include, part: { name: part, range: place, failure: "shows-nothing" } }];
  });
}

function defectsOf(article: Article, config: SiteTable): readonly IncludeDefect[] {
  const { runs, alone } = preprocessing(config);
  const { source } = article;
  if (!runs || !source.includes("{{")) return [];
  const isShown = inShownCode(article);
  const unmarked = [...source.matchAll(WITHOUT_MARK)].flatMap((match): IncludeDefect[] => {
    const [whole, backslash, name = ""] = match;
    const start = match.index + whole.indexOf(name);
    const range = { start, end: start + name.length };
    if (backslash !== undefined || isShown(range)) return [];
    return [{ kind: "unknown", range, name, meant: `#${name}` }];
  });
  const unclosed = [...source.matchAll(BEGUN)].flatMap((match): IncludeDefect[] => {
    const [whole, backslash] = match;
    const range = { start: match.index, end: match.index + whole.trimEnd().length };
    if (backslash !== undefined || isShown(range)) return [];
    return [{ kind: "unclosed", range, end: whole.endsWith("}") ? "the second }" : "}} after it" }];
  });
  const unknown = [...source.matchAll(LINK)].flatMap((match): IncludeDefect[] => {
    const [whole, name] = match;
    if (name === undefined || NAMES.includes(name)) return [];
    // Another preprocessor may have names of its own, but hardly one that is a letter off.
    const meant = nearestOf(name, NAMES, { limit: alone ? 2 : 1, swaps: true });
    const start = match.index + whole.indexOf(`#${name}`) + 1;
    const range = { start, end: start + name.length };
    const isPlural = name.startsWith(meant ?? " ");
    // Short names of other templates, such as `if`, are near to nothing.
    if (meant === undefined || name.length < (alone ? 5 : 6) || isShown(range)) return [];
    return alone || !isPlural ? [{ kind: "unknown", range, name, meant }] : [];
  });
  return [...unmarked, ...unclosed, ...unknown];
}

/** Whether a file has an anchor, or a first line of those that are asked for (`links/take_lines.rs`). */
function hasPart(text: string, part: string): boolean {
  const lines = text.split("\n");
  const [first = "", ...others] = part.split(":");
  const [, from = "", , to = ""] = LINES.exec([first, ...others].slice(0, 2).join(":")) ?? [];
  if (first !== "" && !/^\d+$/.test(first))
    return lines.some((line) => ANCHOR.exec(line)?.[1] === first);
  const start = Math.max(1, Number(from));
  const isEmpty = to !== "" && Number(to) < start;
  const count = lines.at(-1) === "" ? lines.length - 1 : lines.length;
  return start <= count && !isEmpty;
}

/** Files that `{{#include path}}` and its kin take into a chapter, code included. */
export const bookIncludes: IncludeReading = {
  includesOf: (article, { config }) => includesOf(article, config),
  defectsOf: (article, { config }) => defectsOf(article, config),
  hasPart,
};
