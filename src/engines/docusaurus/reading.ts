import type { ReferenceReading } from "../../engine/engine.js";
import type { Reference } from "../../facts/facts.js";

const ENDING = /\.[a-z0-9]+$/i;

/**
 * What Docusaurus takes a reference for. In Markdown, `other.md` is a document, and another name with an ending a file
 * where there is one (`lib/remark` of `@docusaurus/mdx-loader`); everything else is an address, relative to that of the
 * page.
 */
export function docusaurusReading({ url, from, origin }: Reference): ReferenceReading {
  const path = url.replace(/[?#].*$/s, "");
  // Front matter, and images in HTML, which a loader of the site may bring in.
  if (origin === undefined) return "either";
  if (path.startsWith("@site/")) return "file";
  const isMarkdown = origin === "markdown";
  if (isMarkdown && from.startsWith("img")) return "file";
  return isMarkdown && ENDING.test(path) && !/\.html$/i.test(path) ? "file" : "address";
}
