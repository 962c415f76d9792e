import * as z from "zod";
import {
  type ArticleFacts,
  alsoAt,
  answeredOverHttps,
  answersSecurely,
  defineRule,
  ENGINE_HOSTS,
  hostNames,
  insecureHostOf,
  isHostIn,
  lazily,
  parsedUrl,
  referencesOf,
  secureChanges,
  secureEdit,
  webHostOf,
} from "../../src/rules.js";

const LINKS: ReadonlySet<string> = new Set(["a[href]", "area[href]"]);

const insecureLink = z.strictObject({
  host: z.string(),
  url: z.string(),
  range: z.strictObject({ start: z.int(), end: z.int() }),
  /** Whether the URL is written without character references, so that one letter makes it `https:`. */
  plain: z.boolean(),
});
type Insecure = z.infer<typeof insecureLink>;

/** Links over unencrypted http. A list and the site's own links tell which hosts support https. */
export default defineRule({
  id: "link/insecure",
  summary: "Links use https where the host supports it",
  fixes: ["safe", "suggestion"],
  references: ["RFC 9110 §4.2.2", "RFC 6797"],
  options: z.strictObject({
    allowHosts: z
      .array(z.string())
      .default([])
      .describe("Hosts to which http:// links are allowed, including their subdomains."),
    httpsHosts: z
      .array(z.string())
      .default([])
      .describe("More hosts that support https, including their subdomains."),
  }),
  facts: z.array(insecureLink),
  messages: {
    upgrade: {
      severity: "warning",
      what: "{links} http:// although https is available.",
      why: "Anyone on the network path can read which page is requested and change what comes back.",
      help: "Write https:// instead of http:// ({hosts}).",
    },
    unchecked: {
      severity: "info",
      what: "{links} unencrypted http://.",
      why: "Anyone on the network path can read which page is requested and change what comes back.",
      help: "Try https:// ({hosts}), and use it if the page is there.",
    },
  },
  check({ article, leaveFact }) {
    const found = new Map<number, Insecure>();
    for (const { url, range, unknown, from } of referencesOf(article).links) {
      const host = unknown || !LINKS.has(from) ? undefined : insecureHostOf(url);
      if (host === undefined) continue;
      const written = article.source.slice(range.start, range.end);
      // `www.x.org` in the text becomes a link automatically: nobody wrote its scheme.
      // Nor is what has escapes in its host a link that somebody wrote: `www\.x\.org` is text about addresses.
      if (/^www\./i.test(written) || /^[^/?#]*(?:\/\/[^/?#]*)?\\[.:]/.test(written)) continue;
      // Links that share a definition share its URL.
      found.set(range.start, { host, url, range, plain: /^http:/i.test(written) });
    }
    if (found.size > 0) leaveFact([...found.values()]);
  },
  online: ({ fact = [], options, settings }) =>
    fact
      .filter(({ host }) => !isHostIn(host, options.allowHosts))
      .filter(({ host }) => !answersSecurely(host, settings.site, ENGINE_HOSTS))
      .map(({ url }) => ({ url: secured(url), expects: "page" })),
  speaksOf: "each",
  site({ site, articles, report }) {
    const learned = lazily(() => learnedHosts(site.articles));
    for (const { facts, fact = [], options, settings } of articles) {
      const links = fact.filter(({ host }) => !isHostIn(host, options.allowHosts));
      const isKnown = ({ host, url }: Insecure): boolean =>
        answeredOverHttps(site.external(secured(url))) ||
        learned().has(host) ||
        isHostIn(host, options.httpsHosts) ||
        answersSecurely(host, settings.site, ENGINE_HOSTS);
      // link/external reports broken links.
      const isDead = ({ url }: Insecure): boolean =>
        site.external(parsedUrl(url.trim())?.href ?? "")?.verdict === "broken";
      for (const known of [true, false]) {
        const group = links.filter((link) => isKnown(link) === known && (known || !isDead(link)));
        const [first, ...further] = group;
        if (first === undefined) continue;
        const hosts = [...new Set(group.map(({ host }) => host))];
        const edits = group.flatMap(({ plain, range }) => (plain ? [secureEdit(range.start)] : []));
        report({
          path: facts.path,
          messageId: known ? "upgrade" : "unchecked",
          certainty: known ? "certain" : "likely",
          range: first.range,
          data: {
            links: group.length === 1 ? "This link uses" : `${group.length} links use`,
            hosts: hostNames(hosts),
          },
          related: alsoAt(further, ({ host }) => host),
          ...secureChanges(edits, known),
        });
      }
    }
  },
});

/** The same URL over https. */
function secured(url: string): string {
  return url.trim().replace(/^http:/i, "https:");
}

/** Hosts that some link of the site already reaches over https. */
function learnedHosts(articles: readonly ArticleFacts[]): ReadonlySet<string> {
  const learned = new Set<string>();
  for (const { links } of articles) {
    for (const { url, unknown } of links) {
      const host = unknown || !/^https:/i.test(url) ? undefined : webHostOf(url);
      if (host !== undefined) learned.add(host);
    }
  }
  return learned;
}
