import signatures from "./magic-bytes.json" with { type: "json" };

/** How many bytes of a file tell its type. */
export const TYPE_BYTES = 1024;

/**
 * The type of a file by its first bytes: `png`, `jpeg`, `svg`, `html` …; undefined when they do not tell.
 * A Git LFS pointer tells nothing of the file it stands for.
 */
export function fileType(start: Uint8Array): string | undefined {
  const hex = Buffer.from(start.subarray(0, 32)).toString("hex");
  const signed = signatures.find((one) => hex.startsWith(one.hex, one.offset * 2));
  if (signed !== undefined) return signed.type;
  return markupType(new TextDecoder().decode(start));
}

function markupType(text: string): string | undefined {
  const body = text.replace(/^\uFEFF?(?:\s|<!--[\s\S]*?-->)*/, "");
  if (/^<!doctype\s+html|^<html[\s>]/i.test(body)) return "html";
  const markup = body.replace(
    /^<\?xml[\s\S]*?\?>(?:\s|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[^\]]*\])?>)*/i,
    "",
  );
  if (/^(?:<!doctype\s+svg[^>]*>\s*)?<svg[\s>]/i.test(markup)) return "svg";
  return body.startsWith("<?xml") ? "xml" : undefined;
}
