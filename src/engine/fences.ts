import type { Article } from "../article/article.js";
import type { FenceDefect } from "./engine.js";

/** Whether a fence is one that gray-matter reads: the word after the dashes names the language. */
export function namesLanguage({ code, range }: FenceDefect, { source }: Article): boolean {
  return (
    code === "text-after-opening" &&
    /^---\s*(?:ya?ml|json|toml)$/i.test(source.slice(range.start, range.end))
  );
}

/** Whether the rule among prose that looks like a fence is not the first thing in the file, so that it is none. */
export function isLateRule({ code, range }: FenceDefect): boolean {
  return code === "prose-rule" && range.start > 0;
}
