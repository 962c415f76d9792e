import { dirname } from "node:path";
import type { Article } from "../../article/article.js";
import { rangeOf } from "../../article/node-range.js";
import { join } from "../../engine/address.js";
import type { Include } from "../../engine/includes.js";

/** An import or export from another module, at the beginning of a line. */
const IMPORT =
  /^[ \t]*(?:import|export)(?=[\s{*"'])(?!\s+type\b)(?:[^"'`;()=]*?\bfrom\s*|\s+)(["'])([^"'\n]+)\1/gm;
const COMMENT = /\/\*[\s\S]*?\*\/|^[ \t]*\/\/.*$/gm;

/** Endings that bundlers try, and those of TypeScript for JavaScript. */
const ENDINGS = ["js", "jsx", "ts", "tsx", "mjs", "cjs", "mts", "cts", "json", "md", "mdx"].flatMap(
  (ending) => [`.${ending}`, `/index.${ending}`],
);
const OTHER_ENDINGS = ["vue", "svelte", "astro", "css", "wasm", "node"].map(
  (ending) => `.${ending}`,
);
/** A character that means itself in a text of JavaScript as well without the backslash. */
const ESCAPED = /\\([^\w\n]|_)/g;
const SCRIPT = /\.([cm]?)jsx?$/;

/**
 * Files that the modules in an article in MDX import: by relative paths, and by those that begin as one of `aliases`. Packages
 * are left out.
 *
 * @param aliases folders by the beginning that stands for them (`@site/`)
 */
export function moduleImports(
  article: Article,
  aliases: Readonly<Record<string, string>> = {},
): readonly Include[] {
  if (article.format !== "mdx") return [];
  const own = dirname(article.path).replace(/^\.$/, "");
  return article.tree.children.flatMap((node): readonly Include[] => {
    if (node.type !== "mdxjsEsm") return [];
    const { start, end } = rangeOf(node);
    const code = article.source
      .slice(start, end)
      .replace(COMMENT, (comment) => comment.replace(/[^\n]/g, " "));
    return [...code.matchAll(IMPORT)].flatMap((match): Include[] => {
      const [whole, , specifier = ""] = match;
      // What stands before the last exclamation mark names loaders.
      const loaders = specifier.lastIndexOf("!") + 1;
      const written = specifier.slice(loaders).replace(/[?#].*$/, "");
      const alias = Object.keys(aliases).find((one) => written.startsWith(one));
      const folder = alias === undefined ? own : (aliases[alias] ?? "");
      const path = join(folder, written.slice(alias?.length ?? 0).replace(ESCAPED, "$1"));
      const isFile = alias !== undefined || /^\.\.?\//.test(written);
      if (!isFile || path === undefined || path === "" || /[{}$*\\]/.test(path)) return [];
      const from = start + match.index + whole.length - 1 - specifier.length + loaders;
      const range = { start: from, end: from + written.length };
      return [{ range, written, candidates: [...filesOf(path)], failure: "stops" }];
    });
  });
}

function filesOf(path: string): readonly string[] {
  const asScript = SCRIPT.test(path)
    ? [path.replace(SCRIPT, ".$1ts"), path.replace(SCRIPT, ".$1tsx")]
    : [];
  return [path, ...asScript, ...[...ENDINGS, ...OTHER_ENDINGS].map((end) => path + end)];
}
