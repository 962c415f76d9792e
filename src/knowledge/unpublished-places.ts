import table from "./unpublished-places.json" with { type: "json" };
import { isHostIn, strippedUrl, webHostOf } from "./url-scheme.js";

/** Where an address leads that readers cannot follow, or do not see what the writer saw. */
export type UnpublishedPlace =
  /** A file on the writer's computer. */
  | { readonly kind: "file" }
  /** A server on the writer's computer, in the writer's network, or one for tests. */
  | { readonly kind: "loopback" | "private" | "staging"; readonly host: string }
  /** The editor of a service. */
  | { readonly kind: "editor"; readonly name: string };

const LOOPBACK = compiled(table.loopbackHosts);
const PRIVATE = compiled(table.privateHosts);
const STAGING = compiled(table.stagingHosts);
const EDITORS = table.editors.map(({ name, host, path, query, fragment }) => ({
  name,
  host,
  path: path === undefined ? undefined : new RegExp(`^(?:/.*)?${path}`),
  query: query === undefined ? undefined : new RegExp(query),
  fragment,
}));

/** Judges an address by its spelling alone; undefined where nothing speaks against it. */
export function unpublishedPlaceOf(address: string): UnpublishedPlace | undefined {
  const url = strippedUrl(address);
  if (/^file:|^[a-z]:[\\/]|^\\\\\w/i.test(url)) return { kind: "file" };
  const host = webHostOf(url);
  if (host === undefined) return undefined;
  if (isLike(host, LOOPBACK)) return { kind: "loopback", host };
  if (isLike(host, PRIVATE)) return { kind: "private", host };
  if (isLike(host, STAGING)) return { kind: "staging", host };
  const name = editorOf(url, host);
  return name === undefined ? undefined : { kind: "editor", name };
}

function editorOf(address: string, host: string): string | undefined {
  const url = new URL(address, "https://relative.invalid/");
  return EDITORS.find(
    (editor) =>
      (editor.host === undefined || isHostIn(host, [editor.host])) &&
      editor.path?.test(url.pathname) !== false &&
      editor.query?.test(url.search.slice(1)) !== false &&
      (editor.fragment === undefined || url.hash.startsWith(editor.fragment)),
  )?.name;
}

function compiled(patterns: readonly string[]): readonly RegExp[] {
  return patterns.map((pattern) => new RegExp(pattern, "i"));
}

function isLike(host: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => pattern.test(host));
}
