import type { ArticleFacts, FragmentVerdict, Resolution, SiteIndex } from "../../../src/rules.js";

/** The page that a link with a fragment leads to. */
export interface TargetPage {
  /** Path of its article; the address of a page that comes from none. */
  readonly path: string;
  readonly fragment: string;
  /** Undefined where nobody knows the ids of the page. */
  judge(): FragmentVerdict | undefined;
  /** The ids that are known of it. */
  ids(): readonly string[];
}

/** The page of a link's target; undefined where it is no page of the site, or the link has no fragment. */
export function targetPage(
  target: Resolution,
  from: ArticleFacts,
  site: SiteIndex,
): TargetPage | undefined {
  if (target.verdict !== "article" && target.verdict !== "generated") return undefined;
  const { fragment } = target;
  if (fragment === undefined) return undefined;
  if (target.verdict === "article") {
    const { path } = target;
    return {
      path,
      fragment,
      judge: () => site.fragment(path, fragment),
      ids: () => site.fragmentsOf(path),
    };
  }
  const { address } = target;
  return {
    path: address,
    fragment,
    judge: () => site.fragmentAt(from.path, address, fragment),
    ids: () => site.fragmentsAt(from.path, address),
  };
}
