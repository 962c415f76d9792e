import { below } from "../../engine/address.js";
import type { SiteFiles } from "../../engine/router.js";
import type { EleventyConfig } from "./config.js";
import {
  type AddressPattern,
  fillPermalink,
  pageNames,
  patternOf,
  permalinkAddress,
  usualAddress,
} from "./permalink.js";

/** What templates that are no articles make. */
export interface TemplatePages {
  readonly addresses: ReadonlySet<string>;
  readonly patterns: readonly AddressPattern[];
}

const ARTICLE = /\.(?:md|markdown|mdx|html?)$/i;

/** Reads where the templates of a site go (`index.njk`, `feed.liquid`, `tags.11ty.js`), by their front matter. */
export function templatePages(
  config: EleventyConfig,
  root: string,
  files: SiteFiles | undefined,
): TemplatePages {
  const addresses = new Set<string>();
  const patterns: AddressPattern[] = [];
  for (const path of files?.list() ?? []) {
    const inside = below(path, root);
    if (inside === undefined || ARTICLE.test(path) || !isPage(path, config)) continue;
    const format = config.formats.find((name) => path.endsWith(`.${name}`));
    if (format === undefined) continue;
    const bare = inside.slice(0, -format.length - 1);
    const text = files?.text(path) ?? "";
    const isCode = format.startsWith("11ty.");
    const head = isCode ? text : (/^---[^\n]*\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "");
    const written = /(?:^|[\s{,])["']?permalink["']?\s*:\s*(.*)/.exec(head)?.[1]?.trim();
    if (written === undefined) {
      const address = usualAddress(bare);
      addresses.add(address);
      if (/\bpagination\b/.test(head)) patterns.push({ start: address, end: "/" });
      continue;
    }
    const quoted = /^(["'`])(.*?)\1/.exec(isCode ? valueNamed(written, text) : written);
    const isPlain = quoted !== null || !(isCode || /^[>|{]/.test(written));
    const permalink = quoted?.[2] ?? written;
    if (permalink === "false") continue;
    const filled = fillPermalink(permalink, { ...pageNames(bare), title: undefined });
    if (isPlain && filled !== undefined && !filled.includes("${"))
      addresses.add(permalinkAddress(filled));
    else patterns.push(isPlain && !isCode ? patternOf(permalink) : { start: "/", end: "" });
  }
  return { addresses, patterns };
}

const CONSTANT = /\bconst\s+([\w$]+)\s*=\s*((["'`]).*?\3)/g;

/** What a name in code stands for, in quotation marks, where a constant says so; else as it is written. */
function valueNamed(written: string, code: string): string {
  const name = /^[\w$]+(?=[,;\s}]*$)/.exec(written)?.[0];
  if (name === undefined) return written;
  for (const [, constant, value = ""] of code.matchAll(CONSTANT))
    if (constant === name) return value;
  return written;
}

/** Whether a file may be a page: not in a folder of layouts or data, not ignored. */
export function isPage(path: string, config: EleventyConfig): boolean {
  return (
    !/(?:^|\/)node_modules\//.test(path) &&
    !config.noPages.some((folder) => below(path, folder) !== undefined) &&
    !config.isIgnored(path)
  );
}
