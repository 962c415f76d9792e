import {
  type ArticleFacts,
  type Asset,
  resolveImage,
  type SiteIndex,
  webHostOf,
} from "../../../src/rules.js";
import { pictureKey } from "./picture.js";

/** `unknown` for template values, and for local files that are not in view. */
export type Likeness = "same" | "different" | "unknown";

/** An image as written somewhere in an article; `field` is set for one in front matter. */
export interface WrittenPicture {
  readonly url: string;
  readonly range: { readonly start: number; readonly end: number };
  readonly unknown: boolean;
  readonly field?: string;
}

/** Compares two images of an article: by normalized URL, local files also by path and content. */
export function pictureLikeness(
  site: SiteIndex,
  facts: ArticleFacts,
  siteUrl: string | undefined,
): (left: WrittenPicture, right: WrittenPicture) => Likeness {
  const assets = new Map<string, Asset | undefined>();
  const assetOf = (picture: WrittenPicture): Asset | undefined => {
    const from = picture.field === undefined ? "img[src]" : `front-matter:${picture.field}`;
    const id = `${from} ${picture.url}`;
    if (!assets.has(id)) {
      const { url, unknown, range } = picture;
      const resolution = resolveImage(site, facts, {
        url,
        unknown,
        range,
        elementRange: range,
        from,
      });
      assets.set(id, resolution.verdict === "asset" ? resolution.asset : undefined);
    }
    return assets.get(id);
  };

  return (left, right) => {
    if (left.unknown || right.unknown) return "unknown";
    const leftKey = pictureKey(left.url, { siteUrl });
    const rightKey = pictureKey(right.url, { siteUrl });
    if (leftKey === rightKey) return "same";
    const leftAsset = assetOf(left);
    const rightAsset = assetOf(right);
    if (leftAsset !== undefined && rightAsset !== undefined) {
      if (leftAsset.path === rightAsset.path) return "same";
      if (leftAsset.hash === undefined || rightAsset.hash === undefined) return "different";
      return leftAsset.hash === rightAsset.hash ? "same" : "different";
    }
    const bothRemote = webHostOf(left.url) !== undefined && webHostOf(right.url) !== undefined;
    return !bothRemote && nameIn(leftKey) === nameIn(rightKey) ? "unknown" : "different";
  };
}

/** The file name in an image key: a local file and its URL on a media host have the same one. */
function nameIn(key: string): string {
  return key.replace(/\?.*$/, "").split("/").at(-1)?.toLowerCase() ?? "";
}
