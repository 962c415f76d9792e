import type { SiteFiles } from "../../engine/router.js";
import type { HugoConfig } from "./config.js";

/**
 * Whether templates of the site write a file of redirects in a loop over its pages: those that have an address but
 * are never rendered (`build.render: link`) may get one each, which nobody knows without running the template.
 */
export function writeRedirectsInLoop(
  { redirectFormats, layouts }: HugoConfig,
  files: SiteFiles | undefined,
): boolean {
  return (
    redirectFormats.length > 0 &&
    (files?.list() ?? []).some((path) => {
      const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
      return (
        layouts.some((folder) => path.startsWith(`${folder}/`)) &&
        name.split(".").some((part) => redirectFormats.includes(part)) &&
        /\{\{-?\s*range\b/.test(files?.text(path) ?? "")
      );
    })
  );
}
