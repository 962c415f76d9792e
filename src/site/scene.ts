import type { Reference } from "../facts/facts.js";
import type { HeldBackArticle, Resolution } from "../rule/site-index.js";
import type { FileLookup, IndexedArticle } from "./contract.js";
import { nearestFile } from "./nearest.js";
import type { Site } from "./routers.js";

/** What a reference is resolved in: its site, and the files of the project. */
export interface Scene {
  readonly site: Site;
  readonly files: FileLookup;
  isArticle(path: string): boolean;
  /** Paths of articles that exist no more. */
  readonly gone: readonly string[];
}

/** An article that would be at one of some addresses. What is held back itself may lead to others of its kind. */
export function heldBackAt(
  addresses: readonly string[],
  { facts }: IndexedArticle,
  { site }: Scene,
): HeldBackArticle | undefined {
  if (site.routesOf(facts.path)?.heldBack !== undefined) return undefined;
  for (const address of addresses) {
    const found = site.table.heldBackAt(address);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a template tag in place of an address leads to, where the engine knows it. */
export function targetOfTemplate(
  { facts, settings }: IndexedArticle,
  { url }: Reference,
  { site, files, isArticle }: Scene,
): Resolution {
  const target = site.router.templateTarget?.(facts, url);
  if (target === undefined) return { verdict: "unknown", reason: "template" };
  const { path, asked, fragment } = target;
  if (path === undefined) {
    if (!settings.site.complete) return { verdict: "unknown", reason: "incomplete" };
    return { verdict: "absent", tried: [asked], nearest: nearestFile(asked, [asked], files) };
  }
  const reason = site.routesOf(path)?.heldBack?.reason;
  const isOut = reason !== undefined && reason !== "no-page";
  if (isOut && site.routesOf(facts.path)?.heldBack === undefined)
    return { verdict: "absent", tried: [], nearest: undefined, heldBack: { path, reason } };
  return isArticle(path)
    ? { verdict: "article", path, fragment }
    : { verdict: "unknown", reason: "incomplete" };
}
