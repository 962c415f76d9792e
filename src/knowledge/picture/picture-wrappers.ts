import { percentDecoded } from "../../article/percent-decoded.js";
import { strippedUrl } from "../link/url-scheme.js";
import table from "./picture-wrappers.json" with { type: "json" };

/** File name extensions of pictures. */
export const IMAGE_EXTENSIONS: readonly string[] = table.imageExtensions;

const WEB = /^(?:https?:)?\/\//i;
const IMAGE_PATH = new RegExp(`\\.(?:${IMAGE_EXTENSIONS.join("|")})(?:$|[?#!@~_:])`, "i");
/** Wrappers stand in wrappers, but not for ever. */
const MAX_DEPTH = 4;

/** The picture's own address inside those of proxies, image services and CDN path wrappers. */
export function unwrapPictureUrl(url: string): string {
  let current = strippedUrl(url);
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const inner = unwrapOnce(current);
    if (inner === undefined || inner === current) break;
    current = inner;
  }
  return current;
}

function unwrapOnce(url: string): string | undefined {
  const queryAt = url.indexOf("?");
  const address = queryAt === -1 ? url : url.slice(0, queryAt);
  const query = queryAt === -1 ? "" : url.slice(queryAt + 1);
  const inQuery = query === "" ? undefined : (wholeQuery(query) ?? parameter(address, query));
  return inQuery ?? insidePath(url, address);
}

/** `https://proxy.example/?https://img.example/a.jpg` */
function wholeQuery(query: string): string | undefined {
  if (WEB.test(query)) return query;
  const decoded = /^https?%3a/i.test(query) ? percentDecoded(query) : "";
  return WEB.test(decoded) ? decoded : undefined;
}

/** `…?url=https%3A%2F%2Fimg.example%2Fa.jpg`, and what a known service takes there. */
function parameter(address: string, query: string): string | undefined {
  const bare = address.replace(WEB, "").toLowerCase();
  const web = WEB.test(address);
  const host = web ? bare.split("/", 1)[0] : "";
  const path = web ? bare.slice(host?.length ?? 0) : bare;
  const values = new URLSearchParams(query);
  for (const service of table.services) {
    const fits = service.host === undefined ? path.endsWith(service.path) : host === service.host;
    const value = fits ? values.get(service.parameter) : null;
    if (value === null || value === "") continue;
    if (WEB.test(value) || service.host === undefined) return value;
    return `//${value.replace(/^ssl:/, "")}`;
  }
  for (const name of table.queryParameters) {
    const value = values.get(name);
    if (value !== null && WEB.test(value) && IMAGE_PATH.test(value)) return value;
  }
  return undefined;
}

/** `i0.wp.com/img.example/a.jpg`, `/cdn-cgi/image/width=80/a.jpg`, `/fetch/w_300/https://img.example/a.jpg` */
function insidePath(url: string, address: string): string | undefined {
  const scheme = WEB.exec(url)?.[0];
  if (scheme !== undefined) {
    const bare = url.slice(scheme.length);
    const lower = bare.toLowerCase();
    const prefix = table.hostInPath.find((start) => lower.startsWith(start));
    if (prefix !== undefined) return `//${bare.slice(prefix.length)}`;
  }

  if (/[/,]http/i.test(address)) {
    const written = /[/,](https?):\/{1,2}(?=[^/])/i.exec(address);
    if (written !== null) {
      return `${written[1]}://${url.slice(written.index + written[0].length)}`;
    }
    const encoded = /[/,](https?%3a%2f%2f.*)$/i.exec(address);
    if (encoded?.[1] !== undefined) return percentDecoded(encoded[1]);
  }

  for (const marker of table.optionsThenPath) {
    const at = address.indexOf(marker);
    if (at === -1) continue;
    const afterOptions = url.indexOf("/", at + marker.length);
    if (afterOptions !== -1) return url.slice(0, at) + url.slice(afterOptions);
  }
  return undefined;
}
