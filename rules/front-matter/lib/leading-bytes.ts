import type { Engine } from "../../../src/rules.js";

/** What an engine does with bytes before front matter: misses it, reads it by luck, or skips the bytes by design. */
export interface LeadingVerdict {
  readonly messageId: "lost" | "luck" | "skipped";
  /** The engine, or those that miss the metadata, as a noun phrase. */
  readonly who: string;
}

/** What is before the front matter, as a noun phrase. */
export function describeLeading(bytes: string): string {
  if (bytes.includes("<!--")) return "an HTML comment";
  const visible = bytes.replace(/^\uFEFF/, "");
  if (visible === "") return "a byte order mark";
  if (/[\uFEFF\u200B-\u200D\u2060]/.test(visible)) return "an invisible character";
  const lines = visible.split("\n").length - 1;
  if (lines === 0) return "white space";
  return lines === 1 ? "a blank line" : `${lines} blank lines`;
}

/** How an engine reads front matter after `bytes`. */
export function readingOfLeading(
  bytes: string,
  { frontMatter: { leading, readers }, label }: Engine,
): LeadingVerdict {
  const isBlank = /^\uFEFF?\s*$/.test(bytes);
  const messageId = leading(bytes === "\uFEFF" ? "mark" : isBlank ? "blank" : "text");
  return { messageId, who: messageId === "skipped" ? label : readers };
}
