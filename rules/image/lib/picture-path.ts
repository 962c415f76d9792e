import {
  IMAGE_EXTENSIONS,
  percentDecoded,
  type Resolution,
  relativePath,
  splitAddress,
} from "../../../src/rules.js";

const IMAGE = new RegExp(`\\.(?:${IMAGE_EXTENSIONS.join("|")})$`, "i");

/** The URL by which an article reaches the nearest existing image, written in the form of the broken one; undefined if there is none. */
export function pathTo(
  articlePath: string,
  url: string,
  resolution: Extract<Resolution, { readonly verdict: "absent" }>,
): string | undefined {
  const { nearest, tried } = resolution;
  if (nearest === undefined || !IMAGE.test(nearest)) return undefined;
  const { path } = splitAddress(url);
  if (!path.startsWith("/")) {
    return /^[a-z][a-z0-9+.-]*:/i.test(url)
      ? undefined
      : encodeURI(relativePath(articlePath, nearest));
  }
  const inside = percentDecoded(path).replace(/^\/+/, "");
  const root = tried
    .filter((candidate) => candidate.endsWith(inside))
    .map((candidate) => candidate.slice(0, candidate.length - inside.length))
    .sort((left, right) => right.length - left.length)
    .find((folder) => nearest.startsWith(folder));
  return root === undefined ? undefined : encodeURI(`/${nearest.slice(root.length)}`);
}
