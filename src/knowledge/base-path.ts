import { parsedUrl } from "../article/parsed-url.js";

/** The base path of a site with this address, between slashes: `/` or `/blog/`. */
export function basePathOf(url: string | undefined): string {
  const path = parsedUrl(url ?? "")?.pathname ?? "/";
  return path.endsWith("/") ? path : `${path}/`;
}
