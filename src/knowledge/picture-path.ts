import type { Resolution } from "../rule/site-index.js";
import wrappers from "./picture-wrappers.json" with { type: "json" };

const IMAGE = new RegExp(`\\.(?:${wrappers.imageExtensions.join("|")})$`, "i");

/** An address with the letter case of the true path; undefined when its file name is not the path's. */
export function respelled(url: string, truePath: string): string | undefined {
  const { path, rest } = split(url);
  const segments = path.split("/");
  const truth = truePath.split("/");
  let changed = 0;
  for (let back = 1; back <= Math.min(segments.length, truth.length); back++) {
    const written = segments.at(-back) ?? "";
    const right = truth.at(-back) ?? "";
    if (fold(decode(written)) !== fold(right)) break;
    if (decode(written) !== right) segments[segments.length - back] = encodeURI(right);
    changed++;
  }
  return changed === 0 ? undefined : segments.join("/") + rest;
}

/** The address under which an article would reach the nearest existing image, written as the broken one is; undefined if none can be made. */
export function pathTo(
  articlePath: string,
  url: string,
  resolution: Extract<Resolution, { readonly verdict: "absent" }>,
): string | undefined {
  const { nearest, tried } = resolution;
  if (nearest === undefined || !IMAGE.test(nearest)) return undefined;
  const { path } = split(url);
  if (!path.startsWith("/")) {
    return /^[a-z][a-z0-9+.-]*:/i.test(url) ? undefined : relativePath(articlePath, nearest);
  }
  const inside = decode(path).replace(/^\/+/, "");
  const root = tried
    .filter((candidate) => candidate.endsWith(inside))
    .map((candidate) => candidate.slice(0, candidate.length - inside.length))
    .sort((left, right) => right.length - left.length)
    .find((folder) => nearest.startsWith(folder));
  return root === undefined ? undefined : encodeURI(`/${nearest.slice(root.length)}`);
}

function relativePath(from: string, to: string): string {
  const folders = from.split("/").slice(0, -1);
  const target = to.split("/");
  let shared = 0;
  while (
    shared < folders.length &&
    shared < target.length - 1 &&
    folders[shared] === target[shared]
  )
    shared++;
  return encodeURI([...folders.slice(shared).map(() => ".."), ...target.slice(shared)].join("/"));
}

function split(url: string): { readonly path: string; readonly rest: string } {
  const at = url.search(/[?#]/);
  return at === -1 ? { path: url, rest: "" } : { path: url.slice(0, at), rest: url.slice(at) };
}

function fold(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
