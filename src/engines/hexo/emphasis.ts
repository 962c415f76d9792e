import { majorOf } from "../../engine/version.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import { rendererOf } from "./links.js";
import { hexoProject } from "./project.js";

/** The first hexo-renderer-marked with a marked (15) that takes CJK marks for punctuation; up to 5.0 it knew ASCII's alone. */
const STRICT_SINCE = 7;

/** Whether `**注意：**中文` is emphasis: with hexo-renderer-marked 6 and older, as marked 0.3, 0.7, 1, 2 and 4 were seen to do. */
export function hexoCjkEmphasis({ config }: SiteSettings): boolean {
  const { packages = [], rendererVersion } = hexoProject(config);
  const major = majorOf(rendererVersion);
  const isMarked = rendererOf({ packages }) === "hexo-renderer-marked";
  return isMarked && major !== undefined && major < STRICT_SINCE;
}
