import type { Resolution } from "../rule/site-index.js";
import wrappers from "./picture-wrappers.json" with { type: "json" };
import { decode, splitAddress } from "./spelling.js";

const IMAGE = new RegExp(`\\.(?:${wrappers.imageExtensions.join("|")})$`, "i");

/** The address under which an article would reach the nearest existing image, written as the broken one is; undefined if none can be made. */
export function pathTo(
  articlePath: string,
  url: string,
  resolution: Extract<Resolution, { readonly verdict: "absent" }>,
): string | undefined {
  const { nearest, tried } = resolution;
  if (nearest === undefined || !IMAGE.test(nearest)) return undefined;
  const { path } = splitAddress(url);
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
