import type { Reading, ReferencedPath } from "../../engine/router.js";

const ENDING = /\.[a-z0-9]+$/i;

/**
 * What Docusaurus takes a reference for. In Markdown, `other.md` is a document, and another name with an ending a file
 * where there is one (`lib/remark` of `@docusaurus/mdx-loader`); everything else is an address, relative to that of the
 * page.
 */
export function docusaurusReading({ path, from, origin }: ReferencedPath): Reading {
  // Front matter, and images in HTML, which a loader of the site may bring in.
  if (origin === undefined) return "either";
  if (path.startsWith("@site/")) return "source";
  const isMarkdown = origin === "markdown";
  if (isMarkdown && from.startsWith("img")) return "source";
  return isMarkdown && ENDING.test(path) && !/\.html$/i.test(path) ? "source" : "address";
}
