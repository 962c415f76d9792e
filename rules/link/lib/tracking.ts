import { isHostIn, percentDecoded } from "../../../src/rules.js";
import table from "./tracking.json" with { type: "json" };

const NAMES: ReadonlySet<string> = new Set(table.names);
const VALUES: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.values));

/** A URL as written in the source, without the parameters that only tell where a reader came from. */
export interface Stripped {
  readonly text: string;
  /** Names of the removed parameters, in order. */
  readonly names: readonly string[];
}

export interface TrackingSettings {
  /** More parameters that only track; `*` at the end matches any ending. */
  readonly params?: readonly string[];
  /** Parameters that are kept. */
  readonly ignore?: readonly string[];
}

/**
 * Removes tracking parameters from a URL and leaves character references and escapes as written; undefined where
 * there are none.
 */
export function withoutTracking(
  written: string,
  host: string,
  settings: TrackingSettings = {},
): Stripped | undefined {
  const [, address = "", query, fragment = ""] = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(written) ?? [];
  if (query === undefined) return undefined;
  const names: string[] = [];
  const parts = query.split(/(&amp;|&#38;|&)/i);
  let kept = "";
  for (let at = 0; at < parts.length; at += 2) {
    const part = parts[at] ?? "";
    const name = nameOf(part);
    if (name !== "" && isTracking(name, part.slice(part.indexOf("=") + 1), host, settings)) {
      names.push(name);
    } else kept += (kept === "" ? "" : (parts[at - 1] ?? "")) + part;
  }
  if (names.length === 0) return undefined;
  return { text: address + (kept === "" ? "" : `?${kept}`) + fragment, names };
}

/** Whether a chatbot added to a URL where its reader came from: nobody writes that himself. */
export function isFromAssistant(url: string): boolean {
  const [source = ""] = /(?<=[?&;]utm_source=)[\w.-]+/i.exec(url) ?? [];
  return table.assistants.includes(source.toLowerCase());
}

function nameOf(part: string): string {
  return percentDecoded(part.replace(/=.*$/s, "").replaceAll("\\", ""));
}

function isTracking(
  name: string,
  value: string,
  host: string,
  { params = [], ignore = [] }: TrackingSettings,
): boolean {
  if (ignore.includes(name)) return false;
  const lower = name.toLowerCase();
  if (NAMES.has(lower) || table.prefixes.some((prefix) => lower.startsWith(prefix))) return true;
  if (VALUES.get(lower)?.includes(value.toLowerCase()) === true) return true;
  if (table.onHosts.some(({ hosts, names }) => names.includes(lower) && isHostIn(host, hosts))) {
    return true;
  }
  return params.some((wanted) =>
    wanted.endsWith("*") ? name.startsWith(wanted.slice(0, -1)) : name === wanted,
  );
}
