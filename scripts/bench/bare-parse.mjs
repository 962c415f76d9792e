/** Reads and parses every article below a folder and does nothing with it: node bare-parse.mjs html|satteri FOLDER */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const [parser, folder] = process.argv.slice(2);
const ARTICLE = /\.(md|markdown|mdx|html|htm)$/;

const { fromHtml } = parser === "html" ? await import("hast-util-from-html") : {};
const { markdownToHast, mdxToHast } = parser === "satteri" ? await import("satteri") : {};

function parse(file, text) {
  if (parser === "html") return fromHtml(text, { fragment: true, verbose: true });
  return (file.endsWith(".mdx") ? mdxToHast : markdownToHast)(text);
}

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !ARTICLE.test(entry.name)) continue;
  const file = path.join(entry.parentPath, entry.name);
  try {
    parse(file, readFileSync(file, "utf8"));
  } catch {
    // A bare parser may refuse an article (MDX syntax); the time until then counts.
  }
}
