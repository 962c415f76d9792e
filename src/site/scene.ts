import type { Reference } from "../facts/facts.js";
import { basePathOf } from "../knowledge/link/base-path.js";
import type { HeldBackArticle, Resolution } from "../rule/site-index.js";
import type { FileLookup, IndexedArticle } from "./contract.js";
import { ownPath } from "./own-path.js";
import type { Site } from "./routers.js";

/** What a reference is resolved in: its site, and the files of the project. */
export interface Scene {
  readonly site: Site;
  readonly files: FileLookup;
  isArticle(path: string): boolean;
  /** Paths of articles that exist no more. */
  readonly gone: readonly string[];
}

/** An article that would be at one of some addresses if it were published. */
export function heldBackAt(
  addresses: readonly string[],
  { site }: Scene,
): HeldBackArticle | undefined {
  for (const address of addresses) {
    const found = site.table.heldBackAt(address);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An address with its host written out. */
const WRITTEN_HOST = /^https?:\/\/[\w.-]+(?::\d+)?(?=\/)/i;

/** What a template tag in an address leads to, where the engine or the host before it tells. */
export function targetOfTemplate(
  { facts, settings }: IndexedArticle,
  { url }: Reference,
  { site, files, isArticle }: Scene,
): Resolution {
  const host = WRITTEN_HOST.exec(url)?.[0];
  const home = host === undefined ? undefined : host + basePathOf(settings.site.url);
  if (home !== undefined && ownPath(home, settings.site) === undefined)
    return { verdict: "external" };
  const target = site.router.templateTarget?.(facts, url);
  if (target === undefined) return { verdict: "unknown", reason: "template" };
  const { path, asked, fragment } = target;
  if (path === undefined) {
    if (!settings.site.complete) return { verdict: "unknown", reason: "incomplete" };
    return { verdict: "absent", tried: [asked], nearest: undefined };
  }
  const reason = site.routesOf(path)?.heldBack?.reason;
  const isOut = reason !== undefined && reason !== "no-page";
  if (isOut && site.routesOf(facts.path)?.heldBack === undefined)
    return { verdict: "absent", tried: [], nearest: undefined, heldBack: { path, reason } };
  if (isArticle(path)) return { verdict: "article", path, fragment };
  const asset = files.find(path);
  return asset === undefined
    ? { verdict: "unknown", reason: "incomplete" }
    : { verdict: "asset", asset, fragment };
}
