import { parsedUrl } from "../../article/parsed-url.js";
import { remembered } from "../../article/remembered.js";

/** What tells the base path of a site: its address, or the base path itself where its config says that alone. */
export function homeOf(site: {
  readonly url: string | undefined;
  readonly base?: string | undefined;
}): string | undefined {
  return site.url ?? site.base;
}

/** The base path of a site with this home, between slashes: `/` or `/blog/`. Asked for every link, of few sites. */
export function basePathOf(url: string | undefined): string {
  return url === undefined ? "/" : basePathIn(url);
}

const basePathIn = remembered((url) => {
  const path = url.startsWith("/") ? url : (parsedUrl(url)?.pathname ?? "/");
  return path.endsWith("/") ? path : `${path}/`;
}, 100);

/** An address below the base path as readers know it; URLs of other sites stay as they are. */
export function publicAddress(address: string, siteUrl: string | undefined): string {
  return address.startsWith("/") ? basePathOf(siteUrl) + address.slice(1) : address;
}
