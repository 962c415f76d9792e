import type { EngineName } from "../../../src/rule/settings.js";

/** What an engine does with bytes before front matter: misses it, reads it by luck, or skips the bytes by design. */
export interface LeadingVerdict {
  readonly messageId: "lost" | "luck" | "skipped";
  /** The engine, or those that miss the metadata, as a noun phrase. */
  readonly who: string;
}

const NAMES: Readonly<Record<EngineName, string>> = {
  hexo: "Hexo and its themes",
  jekyll: "Jekyll and its plugins",
  hugo: "Hugo",
  astro: "Astro",
  eleventy: "Eleventy and its plugins",
  docusaurus: "Docusaurus and its plugins",
  vitepress: "VitePress and its plugins",
  none: "Jekyll, Eleventy, Docusaurus and VitePress",
};

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

/**
 * How an engine reads front matter after `bytes`. Sources: hexo-front-matter 4 (`/^([\s\S]+?)\r?\n-{3,}/`), Jekyll
 * (`\A---`), gray-matter (first byte, BOM stripped), Hugo's lexer (skips white space and BOM), Astro's
 * `/(?:^\uFEFF?|^\s*\n)(?:---|\+\+\+)/`.
 */
export function readingOfLeading(bytes: string, engine: EngineName): LeadingVerdict {
  const who = NAMES[engine];
  const isMark = bytes === "\uFEFF";
  const isBlank = /^\uFEFF?\s*$/.test(bytes);
  if (engine === "hexo" && isMark) return { messageId: "skipped", who: "Hexo" };
  if (engine === "hexo" && isBlank) return { messageId: "luck", who };
  if ((engine === "hugo" || engine === "astro") && isBlank) return { messageId: "skipped", who };
  const stripsMark = engine === "eleventy" || engine === "docusaurus" || engine === "vitepress";
  if (stripsMark && isMark) return { messageId: "skipped", who };
  return { messageId: "lost", who };
}
