import * as z from "zod";
import {
  type Article,
  defineRule,
  isOwnHost,
  type Range,
  referencesOf,
  replace,
  type Suggestion,
  webHostOf,
} from "../../src/rules.js";
import { redirectTarget } from "./lib/redirectors.js";
import { isFromAssistant, type Stripped, withoutTracking } from "./lib/tracking.js";

const LINKS: ReadonlySet<string> = new Set(["a[href]", "area[href]"]);

/** URLs that were copied together with parameters that track readers. */
export default defineRule({
  id: "link/tracking-params",
  summary: "Links lead directly to their target and have no tracking parameters",
  fixes: ["safe", "suggestion"],
  references: ["https://www.w3.org/2001/tag/doc/unsanctioned-tracking/"],
  options: z.strictObject({
    params: z
      .array(z.string())
      .default([])
      .describe("More parameters that only track; `*` at the end matches any ending."),
    ignore: z.array(z.string()).default([]).describe("Parameters that are kept."),
  }),
  messages: {
    params: {
      severity: "info",
      what: "{links} {parameters}.",
      why: "Such parameters tell the other site where its readers come from and do not change the page.",
      help: "Delete from the URL: {names}.",
    },
    redirector: {
      severity: "info",
      what: "This link goes through {host} and not directly to its target.",
      why: "The redirector sees every click, and the link breaks when it is shut down.",
      help: "Link directly to {target}.",
    },
  },
  check({ article, options, settings, report }) {
    const tracked: (Stripped & { readonly range: Range })[] = [];
    const seen = new Set<number>();
    for (const { url, range, unknown, from } of referencesOf(article).links) {
      if (unknown || !LINKS.has(from) || !url.includes("?") || seen.has(range.start)) continue;
      const host = webHostOf(url);
      if (host === undefined) continue;
      // On the site's own pages, such parameters may be what its owner counts readers with.
      if (isOwnHost(host, settings.site) && !isFromAssistant(url)) continue;
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
    if (first === undefined) return;
    const names = [...new Set(tracked.flatMap((link) => link.names))];
    report({
      messageId: "params",
      range: first.range,
      data: {
        links: tracked.length === 1 ? "This link has" : `${tracked.length} links have`,
        parameters: names.length === 1 ? "a tracking parameter" : "tracking parameters",
        names: names.join(", "),
      },
      related: further.map((link) => ({ range: link.range, message: link.names.join(", ") })),
      fix: tracked.map(({ range, text }) => replace(range, text)),
    });
  },
});

function straight(article: Article, range: Range, target: string): readonly Suggestion[] {
  const clean = withoutTracking(target, webHostOf(target) ?? "")?.text ?? target;
  // In a tag, quotation marks would end the value; in Markdown, parentheses and spaces would end the URL.
  const safe = new URL(clean).href.replace(
    /["'()<>\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  const isInTag = /["'=]/.test(article.source[range.start - 1] ?? "");
  const text = isInTag ? safe.replaceAll("&", "&amp;") : safe;
  return [{ message: `Link to ${clean}`, edits: [replace(range, text)] }];
}
