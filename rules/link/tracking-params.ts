import * as z from "zod";
import type { Article } from "../../src/article/article.js";
import type { Range } from "../../src/article/range.js";
import { isOwnHost, webHostOf } from "../../src/knowledge/link/url-scheme.js";
import { referencesOf } from "../../src/knowledge/page/references.js";
import { defineRule, type Suggestion } from "../../src/rule/index.js";
import { redirectTarget } from "./lib/redirectors.js";
import { type Stripped, withoutTracking } from "./lib/tracking.js";

const LINKS: ReadonlySet<string> = new Set(["a[href]", "area[href]"]);

/** Addresses copied together with the means to follow the one who copied them. */
export default defineRule({
  id: "link/tracking-params",
  summary: "Links lead straight to their target and carry no tracking marks",
  fixes: ["safe", "suggestion"],
  references: ["https://www.w3.org/2001/tag/doc/unsanctioned-tracking/"],
  options: z.strictObject({
    params: z
      .array(z.string())
      .default([])
      .describe("further parameters that only track; a trailing * stands for any ending"),
    ignore: z.array(z.string()).default([]).describe("parameters that are to stay"),
  }),
  messages: {
    params: {
      severity: "info",
      what: "{links} tracking parameters ({names}), which tell the other site how its readers came and change nothing else.",
      why: "",
      help: "Delete them from the address.",
    },
    redirector: {
      severity: "info",
      what: "The link goes through {host}, which sees every click and may be gone some day, and not straight to {target}.",
      why: "",
      help: "Link to {target} itself.",
    },
  },
  check({ article, options, settings, report }) {
    const tracked: (Stripped & { readonly range: Range })[] = [];
    const seen = new Set<number>();
    for (const { url, range, unknown, from } of referencesOf(article).links) {
      if (unknown || !LINKS.has(from) || !url.includes("?") || seen.has(range.start)) continue;
      const host = webHostOf(url);
      // On the site's own pages such marks may be what its owner counts by.
      if (host === undefined || isOwnHost(host, settings.site)) continue;
      seen.add(range.start);
      const target = redirectTarget(url);
      if (target !== undefined) {
        const data = { host, target: webHostOf(target) ?? target };
        const suggestions = straight(article, range, target);
        report({ messageId: "redirector", range, data, suggestions });
        continue;
      }
      const written = article.source.slice(range.start, range.end);
      const stripped = withoutTracking(written, host, options);
      if (stripped !== undefined) tracked.push({ range, ...stripped });
    }

    const [first, ...further] = tracked;
    if (first === undefined) return undefined;
    const names = [...new Set(tracked.flatMap((link) => link.names))];
    report({
      messageId: "params",
      range: first.range,
      data: {
        links: tracked.length === 1 ? "The link carries" : `${tracked.length} links carry`,
        names: names.join(", "),
      },
      related: further.map((link) => ({ range: link.range, message: link.names.join(", ") })),
      fix: tracked.map(({ range, text }) => ({ ...range, text })),
    });
    return undefined;
  },
});

function straight(article: Article, range: Range, target: string): readonly Suggestion[] {
  const clean = withoutTracking(target, webHostOf(target) ?? "")?.text ?? target;
  // In a tag quotation marks would end the value, in Markdown parentheses and spaces the address.
  const safe = new URL(clean).href.replace(
    /["'()<>\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  const isInTag = /["'=]/.test(article.source[range.start - 1] ?? "");
  const text = isInTag ? safe.replaceAll("&", "&amp;") : safe;
  return [{ message: `Link to ${clean}`, edits: [{ ...range, text }] }];
}
