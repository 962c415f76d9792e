import { parsedUrl } from "../article/parsed-url.js";
import { remembered } from "../article/remembered.js";
import type { SiteSettings } from "../facts/site-settings.js";
import { basePathOf, homeOf } from "../knowledge/link/base-path.js";

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const WEB = /^(?:https?:)?\/\//i;

/**
 * What a reference asks of its own site: path, query and fragment, the base path taken off. Undefined for the
 * rest of the world, which the same host outside the base path is part of.
 */
export function ownPath(url: string, site: SiteSettings): string | undefined {
  if (!SCHEME.test(url) && !url.startsWith("//")) return withoutBase(url, site) ?? url;
  if (!WEB.test(url)) return undefined;
  const parsed = parsedUrl(url.startsWith("//") ? `https:${url}` : url);
  if (parsed === undefined) return undefined;
  const hosts = [site.url, ...site.ownHosts].flatMap((host) => hostOf(host) ?? []);
  if (!hosts.includes(parsed.host)) return undefined;
  return withoutBase(`${parsed.pathname}${parsed.search}${parsed.hash}`, site);
}

/** Whether a root-relative link leads out of the base path: to another part of the host, or it lacks the base path. */
export function leavesBase(url: string, site: SiteSettings): boolean {
  return /^\/(?!\/)/.test(url) && withoutBase(url, site) === undefined;
}

/** Undefined for a root-relative path outside the base path. */
function withoutBase(url: string, site: SiteSettings): string | undefined {
  const base = basePathOf(homeOf(site));
  if (base === "/" || !url.startsWith("/")) return url;
  if (url.startsWith(base)) return url.slice(base.length - 1);
  return /^[^?#]*/.exec(url)?.[0] === base.slice(0, -1)
    ? `/${url.slice(base.length - 1)}`
    : undefined;
}

function hostOf(urlOrHost: string | undefined): string | undefined {
  return urlOrHost === undefined ? undefined : hostIn(urlOrHost);
}

const hostIn = remembered(
  (urlOrHost) => parsedUrl(urlOrHost.includes("//") ? urlOrHost : `https://${urlOrHost}`)?.host,
  100,
);

/** A reference's path and its fragment; an empty fragment is none. */
export function splitReference(url: string): {
  readonly path: string;
  readonly fragment: string | undefined;
} {
  const hash = url.indexOf("#");
  const fragment = hash === -1 ? undefined : url.slice(hash + 1);
  const [path = ""] = (hash === -1 ? url : url.slice(0, hash)).split("?", 1);
  return { path, fragment: fragment === "" ? undefined : fragment };
}
