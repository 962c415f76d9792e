import type { Resolution } from "../../rule/site-index.js";
import type { Site } from "../routers.js";

/** What the built site holds at an address: the page of an article, another page, or a file. */
export function foundInBuild(address: string, { built, table }: Site): Resolution | undefined {
  const entry = built?.at(address);
  if (entry === undefined) return undefined;
  const path = table.at(address);
  if (path !== undefined) return { verdict: "article", path, fragment: undefined };
  return entry.isPage || entry.asset === undefined
    ? { verdict: "generated", address }
    : { verdict: "asset", asset: entry.asset, fragment: undefined };
}
