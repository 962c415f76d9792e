import * as z from "zod";
import type { Article } from "../../src/article/article.js";
import { attributeOf } from "../../src/article/attributes.js";
import type { Range } from "../../src/article/range.js";
import { ENGINE_HOSTS } from "../../src/engines/hosts.js";
import {
  answersSecurely,
  hostNames,
  insecureHostOf,
  secureChanges,
  secureEdit,
} from "../../src/knowledge/link/insecure-url.js";
import { isHostIn } from "../../src/knowledge/link/url-scheme.js";
import { referencesOf } from "../../src/knowledge/page/references.js";
import { defineRule, type Edit } from "../../src/rule/index.js";

/** What browsers refuse to load at all (W3C Mixed Content §5: all but images, audio and video). */
const ACTIVE: ReadonlySet<string> = new Set([
  "iframe[src]",
  "script[src]",
  "link[href]",
  "object[data]",
  "embed[src]",
  "track[src]",
]);
/** Places that only link. */
const LINKS: ReadonlySet<string> = new Set(["a[href]", "area[href]"]);
/** Values of `rel` with which a `<link>` loads nothing. */
const NOT_LOADED =
  /^\s*(?:alternate|author|bookmark|canonical|help|license|me|next|prev|profile|search|shortlink|self)\b/i;
const STYLE_URL = /url\(\s*["']?(http:\/\/[^"')\s]+)/gi;

interface Part {
  readonly host: string;
  readonly range: Range;
  readonly active: boolean;
  readonly edits: readonly Edit[];
}

/** Pictures, frames and scripts over http:// in a page that itself comes over https. */
export default defineRule({
  id: "security/mixed-content",
  summary: "Everything a page loads comes over https",
  fixes: ["safe", "suggestion"],
  references: ["https://www.w3.org/TR/mixed-content/"],
  options: z.strictObject({
    allowHosts: z
      .array(z.string())
      .default([])
      .describe("Hosts that may be loaded over http://; a host also stands for its subdomains."),
  }),
  messages: {
    active: {
      severity: "error",
      what: "{parts} over http:// from {hosts}, so browsers refuse to load it into a page that comes over https.",
      why: "",
      help: "Write https:// if the host answers there, or serve a copy from the site.",
    },
    passive: {
      severity: "warning",
      what: "{parts} over http:// from {hosts}, so in a page that comes over https browsers warn, or ask over https and show nothing if there is no answer.",
      why: "",
      help: "Write https:// if the host answers there, or serve a copy from the site.",
    },
  },
  check({ article, options, settings, report }) {
    // A site that itself is served over http mixes nothing.
    if (settings.site.url?.startsWith("http:") === true) return undefined;
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
        const what = active ? "part" : "file";
        report({
          messageId: active ? "active" : "passive",
          range: first.range,
          data: {
            parts:
              group.length === 1 ? `A ${what} is loaded` : `${group.length} ${what}s are loaded`,
            hosts: hostNames([...new Set(group.map(({ host }) => host))]),
          },
          related: further.map(({ host, range }) => ({ range, message: host })),
          ...secureChanges(
            group.flatMap(({ edits }) => edits),
            known,
          ),
        });
      }
    }
    return undefined;
  },
});

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
    // Where the address is not written as it reads, nobody knows where its scheme ends.
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
