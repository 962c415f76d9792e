import {
  type Article,
  canonicalField,
  innerRange,
  parsedUrl,
  type Range,
} from "../../../src/rules.js";

/** A URL that an article gives as its own. */
interface StatedUrl {
  readonly key: string;
  readonly url: string;
  readonly range: Range;
}

const KEYS = /^(?:og[:_-]?url|opengraph[_-]?url)$/i;

/** The URLs by which the front matter names the article itself: canonical ones, and those of Open Graph. */
export function statedUrls(article: Article): readonly StatedUrl[] {
  const { frontMatter } = article;
  if (frontMatter === undefined) return [];
  const canonical = canonicalField(article);
  const found = frontMatter.entries.flatMap((entry): readonly StatedUrl[] => {
    const { path, value } = entry;
    if (typeof value !== "string" || entry.style === "block") return [];
    const last = String(path.at(-1));
    if (KEYS.test(last)) return [{ key: last, url: value.trim(), range: innerRange(entry) }];
    // `head: [[meta, { property: "og:url", content: … }]]`
    if (last !== "content") return [];
    const group = path.slice(0, -1);
    const names = ["property", "name"].map((name) => frontMatter.entry([...group, name])?.value);
    return names.some((name) => typeof name === "string" && KEYS.test(name))
      ? [{ key: "og:url", url: value.trim(), range: innerRange(entry) }]
      : [];
  });
  return canonical === undefined
    ? found
    : [...found, { key: canonical.key, url: canonical.url, range: canonical.range }];
}

/** The host of a URL and its path as a page is known by: without `.html`, `index` and a slash at the end. */
export function pathOf(url: string): { readonly host: string; readonly path: string } | undefined {
  const parsed = parsedUrl(url.startsWith("/") ? `https://own.invalid${url}` : url);
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) return undefined;
  const path = parsed.pathname
    .replace(/(?:index)?\.html?$/i, "")
    .replace(/\/$/, "")
    .toLowerCase();
  return path === "" ? undefined : { host: parsed.hostname, path };
}
