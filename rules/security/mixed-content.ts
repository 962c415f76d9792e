import * as z from "zod";
import {
  type Article,
  alsoAt,
  answersSecurely,
  attributeOf,
  defineRule,
  type Edit,
  ENGINE_HOSTS,
  hostNames,
  insecureHostOf,
  isHostIn,
  type Range,
  rangeOf,
  referencesOf,
  secureChanges,
  secureEdit,
} from "../../src/rules.js";

/** What browsers refuse to load at all (W3C Mixed Content §5: all but images, audio and video). */
const ACTIVE: ReadonlySet<string> = new Set([
  "iframe[src]",
  "script[src]",
  "link[href]",
  "object[data]",
  "embed[src]",
  "track[src]",
]);
/** Attributes that only link. */
const LINKS: ReadonlySet<string> = new Set(["a[href]", "area[href]"]);
/** Values of `rel` with which a `<link>` loads nothing. */
const NOT_LOADED =
  /^\s*(?:alternate|author|bookmark|canonical|help|license|me|next|prev|profile|search|shortlink|self)\b/i;
const STYLE_URL = /url\(\s*["']?(http:\/\/[^"')\s]+)/gi;
/** In a style sheet, `@import` may name its URL without `url()`. */
const SHEET_URL = /(?:(@import)\s+(?:url\(\s*)?|url\(\s*)["']?(http:\/\/[^"')\s;]+)/gi;
/** `@font-face` that is open at the end: browsers refuse fonts as they refuse style sheets. */
const IN_FONT_FACE = /@font-face\s*\{[^}]*$/i;

interface Part {
  readonly host: string;
  readonly range: Range;
  readonly active: boolean;
  readonly edits: readonly Edit[];
}

/** Images, frames and scripts loaded over http:// into a page that is served over https. */
export default defineRule({
  id: "security/mixed-content",
  summary: "Everything a page loads is loaded over https",
  fixes: ["safe", "suggestion"],
  references: ["https://www.w3.org/TR/mixed-content/"],
  options: z.strictObject({
    allowHosts: z
      .array(z.string())
      .default([])
      .describe("Hosts from which pages may load over http://, including their subdomains."),
  }),
  messages: {
    active: {
      severity: "error",
      what: "{resources} loaded over http://.",
      why: "Browsers refuse to load resources of this kind into a page that is served over https.",
      help: "{advice}",
    },
    passive: {
      severity: "warning",
      what: "{resources} loaded over http://.",
      why: "On a page served over https, browsers warn, or request such files over https and show nothing if that fails.",
      help: "{advice}",
    },
  },
  check({ article, options, settings, report }) {
    // A site that is itself served over http has no mixed content.
    if (settings.site.url?.startsWith("http:") === true) return;
    const parts = partsOf(article).filter(({ host }) => !isHostIn(host, options.allowHosts));
    for (const active of [true, false]) {
      for (const known of [true, false]) {
        const group = parts.filter(
          (part) =>
            part.active === active &&
            answersSecurely(part.host, settings.site, ENGINE_HOSTS) === known,
        );
        const [first, ...further] = group;
        if (first === undefined) continue;
        const hosts = [...new Set(group.map(({ host }) => host))];
        report({
          messageId: active ? "active" : "passive",
          range: first.range,
          data: {
            resources: resourcesText(group.length, active),
            advice: adviceText(hosts, known),
          },
          related: alsoAt(further, ({ host }) => host),
          ...secureChanges(
            group.flatMap(({ edits }) => edits),
            known,
          ),
        });
      }
    }
  },
});

/** "An embedded resource is", "2 images or media files are". */
function resourcesText(count: number, active: boolean): string {
  if (active) return count === 1 ? "An embedded resource is" : `${count} embedded resources are`;
  return count === 1 ? "An image or media file is" : `${count} images or media files are`;
}

function adviceText(hosts: readonly string[], known: boolean): string {
  const names = hostNames(hosts);
  if (known)
    return `Write https://, which ${names} ${hosts.length === 1 ? "supports" : "support"}.`;
  return `Write https:// if ${names} ${hosts.length === 1 ? "supports" : "support"} it, or serve a copy from this site.`;
}

/** The URLs in a `<style>` element; its comments are blanked. */
function addSheet(
  { source }: Article,
  { start, end }: Range,
  add: (url: string, range: Range, active: boolean, isPlain: boolean) => void,
): void {
  const sheet = source
    .slice(start, end)
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => " ".repeat(comment.length));
  if (!/http:/i.test(sheet)) return;
  for (const match of sheet.matchAll(SHEET_URL)) {
    const url = match[2] ?? "";
    const from = start + match.index + match[0].length - url.length;
    const active = match[1] !== undefined || IN_FONT_FACE.test(sheet.slice(0, match.index));
    add(url, { start: from, end: from + url.length }, active, true);
  }
}

function partsOf(article: Article): readonly Part[] {
  const { links, images } = referencesOf(article);
  const quietLinks = new Set(
    article.elements
      .filter(
        (element) =>
          element.tagName === "link" &&
          NOT_LOADED.test(attributeOf(article, element, "rel")?.value ?? ""),
      )
      .map((element) => element.position?.start.offset),
  );
  const seen = new Set<number>();
  const parts: Part[] = [];
  const add = (url: string, range: Range, active: boolean, isPlain: boolean): void => {
    const host = insecureHostOf(url);
    if (host === undefined || seen.has(range.start)) return;
    seen.add(range.start);
    // Where the URL is written with character references, nobody knows where its scheme ends.
    const edits = isPlain ? [secureEdit(range.start)] : [];
    parts.push({ host, range, active, edits });
  };
  for (const { url, range, unknown, from, elementRange } of [...links, ...images]) {
    if (unknown || LINKS.has(from)) continue;
    if (from === "link[href]" && quietLinks.has(elementRange.start)) continue;
    const isPlain = /^http:/i.test(article.source.slice(range.start, range.end));
    add(url, range, ACTIVE.has(from), isPlain);
  }
  for (const element of article.elements) {
    if (element.tagName === "style") addSheet(article, rangeOf(element), add);
    const style = attributeOf(article, element, "style");
    if (style === undefined || style.unknown) continue;
    const { start, end } = style.valueRange;
    const written = article.source.slice(start, end);
    if (!written.includes("(")) continue;
    for (const match of written.matchAll(STYLE_URL)) {
      const url = match[1] ?? "";
      const from = start + match.index + match[0].length - url.length;
      add(url, { start: from, end: from + url.length }, false, true);
    }
  }
  return parts.sort((left, right) => left.range.start - right.range.start);
}
