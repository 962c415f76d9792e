import { createRequire } from "node:module";
import type { Asset } from "../../rule/site-index.js";
import { exifOrientation } from "./exif-orientation.js";
import { fileType } from "./file-type.js";
import { svgSize } from "./svg-size.js";

/** How many bytes of a picture tell its size: a JPEG's may stand behind large metadata. */
export const SIZE_BYTES = 512 * 1024;

/** No picture for the web is larger on a side; such numbers come from broken files. */
const MAXIMUM_SIDE = 100_000;

/** Formats whose size the package reads as browsers do. Others (TGA, PNM …) it takes chance bytes for. */
const MEASURED: ReadonlySet<string> = new Set([
  "png",
  "jpeg",
  "gif",
  "webp",
  "avif",
  "bmp",
  "tiff",
  "ico",
]);

/** The type shows within these; an SVG may begin with a long comment. */
const TYPE_START = 4096;

/** EXIF orientations that turn a picture by a quarter. */
const TURNED: ReadonlySet<number> = new Set([5, 6, 7, 8]);

// CommonJS, loaded only when a picture is measured, and at once: the lookup must not wait.
const load = createRequire(import.meta.url);

/**
 * The size at which browsers show a picture, by its first bytes: animations by their canvas, JPEGs as EXIF turns
 * them, icons by their largest image, SVGs by width and height, else view box. Undefined for what is no picture,
 * is broken (a Git LFS pointer, a truncated file), or what browsers show in different ways (a PNG or WebP that
 * EXIF turns, an AVIF that is cut).
 */
export function pictureSize(start: Uint8Array): Asset["size"] {
  try {
    const size = measure(start);
    return size !== undefined && isPlausible(size.width) && isPlausible(size.height)
      ? size
      : undefined;
  } catch {
    return undefined;
  }
}

function measure(start: Uint8Array): Asset["size"] {
  const type = fileType(start.subarray(0, TYPE_START));
  if (type === "svg") return svgSize(start);
  if (type === undefined || !MEASURED.has(type)) return undefined;
  const { imageSize }: typeof import("image-size") = load("image-size");
  const {
    width,
    height,
    orientation = 1,
  } = imageSize(
    // The package reads on behind the end of a view: it gets a buffer of its own.
    new Uint8Array(start),
  );
  const turned = { width: height, height: width };
  if (type === "jpeg") return TURNED.has(orientation) ? turned : { width, height };
  if (type === "png" || type === "webp") {
    return TURNED.has(exifOrientation(start, type) ?? 1) ? undefined : { width, height };
  }
  if (type !== "avif") return { width, height };
  const header = Buffer.from(start.subarray(0, 4096));
  if (header.includes("clap")) return undefined;
  const rotation = header.indexOf("irot");
  return rotation !== -1 && (header[rotation + 4] ?? 0) % 2 === 1 ? turned : { width, height };
}

function isPlausible(side: number): boolean {
  return side > 0 && side <= MAXIMUM_SIDE;
}
