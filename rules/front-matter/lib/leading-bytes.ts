import type { Engine } from "../../../src/rules.js";

/** What an engine makes of bytes before front matter: loses it, reads it by luck, or skips them by design. */
export interface LeadingVerdict {
  readonly messageId: "lost" | "luck" | "skipped";
  /** The engine, or those that lose the metadata, as a plural subject. */
  readonly who: string;
}

/** What stands before the front matter, as a noun with its article. */
export function describeLeading(bytes: string): string {
  if (bytes.includes("<!--")) return "An HTML comment";
  const visible = bytes.replace(/^\uFEFF/, "");
  if (visible === "") return "A byte order mark";
  if (/[\uFEFF\u200B-\u200D\u2060]/.test(visible)) return "An invisible character";
  const lines = visible.split("\n").length - 1;
  if (lines === 0) return "White space";
  return lines === 1 ? "A blank line" : `${lines} blank lines`;
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
