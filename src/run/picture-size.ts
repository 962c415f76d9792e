import { imageSize } from "image-size";
import type { Asset } from "../rule/site-index.js";

/** How many bytes of a picture tell its size: a JPEG's may stand behind large metadata. */
export const SIZE_BYTES = 512 * 1024;

/** EXIF orientations that turn a picture by a quarter. */
const TURNED = new Set([5, 6, 7, 8]);

/**
 * The size at which browsers show a picture, by its first bytes.
 *
 * @throws {TypeError} when they are no picture's that can be measured
 */
export function pictureSize(start: Uint8Array): Asset["size"] {
  const { width, height, orientation } = imageSize(start);
  const turned = orientation !== undefined && TURNED.has(orientation);
  return turned ? { width: height, height: width } : { width, height };
}
