import { below } from "../../engine/address.js";
import type { SiteFiles } from "../../engine/router.js";
import { fileAt, routePath } from "../read/config-value.js";

const CONFIG = /^next\.config\.(?:[cm]?js|m?ts)$/;

/** Most modules of one config that are read. */
const MOST = 30;

const IMPORT = /\b(?:from|import|require)\s*\(?\s*["'](\.{1,2}\/[^"'\n]{1,200})["']/g;
const ENDINGS = ["", ".js", ".mjs", ".cjs", ".ts", ".mts", ".json", "/index.js", "/index.ts"];

/** Comments name modules, too, for the sake of types. */
const COMMENT_LINE = /^[ \t]*(?:\/\*|\*|\/\/).*$/gm;

/** What could bring rules along that no module of the site holds: files, servers, and in code of rules other functions. */
const ASKS = /\b(?:fetch|readFile|readdir|glob)(?:Sync)?\s*\(/;
const OF_RULES = /\b(?:redirects|rewrites)\b/;
const CALLS = /(?:\.\.\.\s*\(?|\breturn|=>)\s*(?:await\s+)?[\w$]+\(/;

/** The member of a rule that says what is redirected: written out, or taken from other data that has it. */
const SOURCE = /["']?\bsource\b["']?\s*:\s*(?:(["'`])(\/[^"'`\n]{0,500})\1|(\S{1,40}))/g;
const TAKEN_OVER = /^(?:\w+\.)?source\b/;

/** The member that says where to, in the table around a source. */
const DESTINATION = /["']?\bdestination\b["']?\s*:\s*(["'`])([^"'`\n]{0,500})\1/;
const MADE_DESTINATION = /\bdestination\b["']?\s*:(?!\s*(?:["'`]|(?:\w+\.)?destination\b))/;

/** A part of a pattern that stands for others: `:slug*`, `(.*)`, `${locale}`. */
const PARAMETER = /[:()|*{$]/;

/** Where a rule that may hold for an address sends it; undefined where nobody knows. */
export type Target = string | undefined;

/**
 * Tells where addresses may be sent by rules that code of a Next config puts together, by the rules that are written
 * out in its modules and in the JSON they import; undefined where these do not tell.
 */
export function redirectSources(
  folder: string,
  files: Pick<SiteFiles, "list" | "text">,
): ((address: string) => readonly Target[]) | undefined {
  const texts = modulesOf(folder, files);
  if (texts.some((text) => ASKS.test(text) || (OF_RULES.test(text) && CALLS.test(text))))
    return undefined;
  const found = texts.flatMap((text) =>
    [...text.matchAll(SOURCE)].map((match) => ({
      match,
      destination: destinationAround(text, match),
    })),
  );
  const isTold = found.every(
    ({ match: [, , address, other = ""] }) => address ?? TAKEN_OVER.test(other),
  );
  const isMade = texts.some((text) => MADE_DESTINATION.test(text));
  const sources = found.flatMap(({ match: [, , address], destination }) =>
    address === undefined
      ? []
      : [{ ...partsOf(address), source: address, to: isMade ? undefined : destination }],
  );
  const isAnything = sources.some(({ path, ending }) => path === "/" && ending === undefined);
  if (!isTold || sources.length === 0 || isAnything) return undefined;
  const withRest = new Set(sources.flatMap(({ source }) => WITH_REST.exec(source)?.[1] ?? []));
  // A rule for all below an address leaves the address alone to one that has no parameter.
  const isOthers = (address: string, source: string): boolean =>
    address !== source && withRest.has(source);
  return (address) =>
    sources.flatMap((rule) =>
      mayFit(address, rule) && !isOthers(address, rule.source)
        ? [targetOf(address, rule.source, rule.to)]
        : [],
    );
}

/** The destination in the table that a source is a member of. */
function destinationAround(text: string, { index, 0: { length } }: RegExpExecArray): Target {
  const start = text.lastIndexOf("{", index);
  const end = text.indexOf("}", index + length);
  return start === -1 || end === -1 ? undefined : DESTINATION.exec(text.slice(start, end))?.[2];
}

/** A source, and a destination, that are written out but for all that follows: `/boats/:path*`. */
const WITH_REST = /^(\/[^:()|*{}$?#]*)\/(:\w+\*)$/;

/** Where a rule sends an address, if it takes all that follows over or nothing. */
function targetOf(address: string, source: string, to: Target): Target {
  if (to === undefined || !/^\/(?!\/)/.test(to)) return undefined;
  const [, from, rest] = WITH_REST.exec(source) ?? [];
  const [, start, end] = WITH_REST.exec(to) ?? [];
  if (from === undefined && source !== address) return undefined;
  if (start === undefined) return PARAMETER.test(to) || /[?#]/.test(to) ? undefined : to;
  const inside = from === undefined || end !== rest ? undefined : below(address, from);
  return inside === undefined ? undefined : routePath(start, inside);
}

/** The texts of a config and of the modules of the site that it imports, directly or not. */
function modulesOf(folder: string, files: Pick<SiteFiles, "list" | "text">): readonly string[] {
  const paths = new Set(files.list());
  const waiting = [...paths].filter((path) => CONFIG.test(below(path, folder) ?? ""));
  const texts = new Map<string, string>();
  for (let next = waiting.pop(); next !== undefined && texts.size < MOST; next = waiting.pop()) {
    if (texts.has(next)) continue;
    const text = (files.text(next) ?? "").replace(COMMENT_LINE, "");
    texts.set(next, text);
    if (next.endsWith(".json")) continue;
    const parent = next.slice(0, Math.max(0, next.lastIndexOf("/")));
    for (const [, specifier = ""] of text.matchAll(IMPORT)) {
      const module = fileAt(parent, specifier);
      if (module === undefined) continue;
      const path = ENDINGS.map((ending) => module + ending).find((one) => paths.has(one));
      if (path !== undefined) waiting.push(path);
    }
  }
  return [...texts.values()];
}

/** What is written out of a source. */
interface WrittenParts {
  /** From its first such part up to its next parameter. */
  readonly path: string;
  /** Whether parameters stand before that. */
  readonly isBehindOther: boolean;
  /** The ending of a file, of a source that has parameters alone. */
  readonly ending: string | undefined;
}

function partsOf(source: string): WrittenParts {
  const parts = source.split("/").filter((part) => part !== "");
  const first = parts.findIndex((part) => !PARAMETER.test(part));
  const written = first === -1 ? [] : parts.slice(first);
  const next = written.findIndex((part) => PARAMETER.test(part));
  const ending = first === -1 ? /\.\w+$/.exec(source)?.[0] : undefined;
  const path = routePath(...(next === -1 ? written : written.slice(0, next)));
  return { path, isBehindOther: first > 0, ending };
}

function mayFit(address: string, { path, isBehindOther, ending }: WrittenParts): boolean {
  if (ending !== undefined) return address.endsWith(ending);
  const behind = isBehindOther ? address.replace(/^\/[^/]+(?=\/)/, "") : address;
  return isAtOrBelow(address, path) || isAtOrBelow(behind, path);
}

function isAtOrBelow(address: string, path: string): boolean {
  return address === path || below(address, path) !== undefined;
}
