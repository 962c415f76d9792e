import type { SiteTable } from "../../facts/site-settings.js";

const PLUGIN = "gatsby-remark-images";

/** Plugins hold plugins: `gatsby-transformer-remark`, its options, their `plugins`, and one of them. */
const DEEPEST = 8;

/**
 * Whether an image without alt text gets the words of its file's name: `gatsby-remark-images` (2 to 7) makes them up
 * for images beside articles that it can resize.
 */
export function namesImage(url: string, config: SiteTable): boolean {
  const { 0: path = "" } = /^[^?#]*/.exec(url) ?? [];
  if (path === "" || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(path) || /(?:gif|svg)$/.test(path))
    return false;
  return names(config.plugins, DEEPEST);
}

function names(value: unknown, depth: number): boolean {
  if (value === PLUGIN) return true;
  if (typeof value !== "object" || value === null || depth === 0) return false;
  return Object.values(value).some((one) => names(one, depth - 1));
}
