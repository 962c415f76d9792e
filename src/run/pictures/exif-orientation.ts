/** The tag of the orientation in EXIF's first directory, and the type of its value (TIFF 6.0). */
const ORIENTATION = 0x0112;
const SHORT = 3;
const ENTRY_BYTES = 12;

/**
 * The EXIF orientation (1 to 8) in a chunk of a PNG (`eXIf`) or WebP (`EXIF`); undefined where there is none, or
 * where it lies behind the bytes that were read.
 */
export function exifOrientation(start: Uint8Array, type: "png" | "webp"): number | undefined {
  const chunk = type === "png" ? pngChunk(start) : webpChunk(start);
  return chunk === undefined ? undefined : orientationIn(chunk);
}

function pngChunk(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = nameAt(bytes, at + 4);
    if (name === "eXIf") return bytes.subarray(at + 8, at + 8 + length);
    if (name === "IEND") return undefined;
    at += length + 12;
  }
  return undefined;
}

function webpChunk(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    if (nameAt(bytes, at) === "EXIF") {
      const chunk = bytes.subarray(at + 8, at + 8 + length);
      // Some programs write the marker that JPEGs have in front.
      return nameAt(chunk, 0) === "Exif" ? chunk.subarray(6) : chunk;
    }
    at += 8 + length + (length % 2);
  }
  return undefined;
}

function orientationIn(tiff: Uint8Array): number | undefined {
  if (tiff.length < 14) return undefined;
  const view = viewOf(tiff);
  const little = tiff[0] === 0x49;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return undefined;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + index * ENTRY_BYTES;
    if (at + ENTRY_BYTES > tiff.length) return undefined;
    if (view.getUint16(at, little) !== ORIENTATION) continue;
    return view.getUint16(at + 2, little) === SHORT ? view.getUint16(at + 8, little) : undefined;
  }
  return undefined;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
