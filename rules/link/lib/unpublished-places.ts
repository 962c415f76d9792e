import { isHostIn, remembered, strippedUrl, webHostOf } from "../../../src/rules.js";
import table from "./unpublished-places.json" with { type: "json" };

/** The target of a URL that readers cannot open, or where they do not see what the writer saw. */
export type UnpublishedPlace =
  /** A file on the writer's computer. */
  | { readonly kind: "file" }
  /** A server on the writer's computer, in a private network, or one for tests. */
  | { readonly kind: "loopback" | "private" | "staging"; readonly host: string }
  /** The editor of a service. */
  | { readonly kind: "editor"; readonly name: string };

const [LOOPBACK = [], PRIVATE = [], STAGING = []] = [
  table.loopbackHosts,
  table.privateHosts,
  table.stagingHosts,
].map((patterns) => patterns.map((pattern) => new RegExp(pattern, "i")));
const EDITORS = table.editors.map(({ name, host, holds, path, query, fragment }) => ({
  name,
  hosts: host === undefined ? undefined : [host],
  /** A quick check: what the URLs of an editor contain that may be on any host. */
  holds,
  path: path === undefined ? undefined : new RegExp(`^(?:/.*)?${path}`),
  query: query === undefined ? undefined : new RegExp(query),
  fragment,
}));

/** Checks a URL by its spelling alone; undefined where nothing is wrong with it. */
export function unpublishedPlaceOf(address: string): UnpublishedPlace | undefined {
  const url = strippedUrl(address);
  if (/^file:|^[a-z]:[\\/]|^\\\\\w/i.test(url)) return { kind: "file" };
  const host = webHostOf(url);
  if (host === undefined) return undefined;
  const kind = kindOfHost(host);
  if (kind !== undefined) return { kind, host };
  const name = editorOf(url, host);
  return name === undefined ? undefined : { kind: "editor", name };
}

/** Many URLs are on few hosts. */
const kindOfHost = remembered((host) => {
  if (isLike(host, LOOPBACK)) return "loopback";
  if (isLike(host, PRIVATE)) return "private";
  return isLike(host, STAGING) ? "staging" : undefined;
});

const editorsOn = remembered((host) =>
  EDITORS.filter(({ hosts }) => hosts === undefined || isHostIn(host, hosts)),
);

function editorOf(address: string, host: string): string | undefined {
  const editors = editorsOn(host).filter(({ holds = "" }) => address.includes(holds));
  if (editors.length === 0) return undefined;
  const url = new URL(address, "https://relative.invalid/");
  return editors.find(
    (editor) =>
      editor.path?.test(url.pathname) !== false &&
      editor.query?.test(url.search.slice(1)) !== false &&
      (editor.fragment === undefined || url.hash.startsWith(editor.fragment)),
  )?.name;
}

function isLike(host: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => pattern.test(host));
}
