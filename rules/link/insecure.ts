import * as z from "zod";
import { parsedUrl } from "../../src/article/parsed-url.js";
import { ENGINE_HOSTS } from "../../src/engines/hosts.js";
import { answeredOverHttps } from "../../src/knowledge/link/external-links.js";
import {
  answersSecurely,
  hostNames,
  insecureHostOf,
  secureChanges,
  secureEdit,
} from "../../src/knowledge/link/insecure-url.js";
import { isHostIn, webHostOf } from "../../src/knowledge/link/url-scheme.js";
import { referencesOf } from "../../src/knowledge/page/references.js";
import { type ArticleFacts, defineRule } from "../../src/rule/index.js";

const LINKS: ReadonlySet<string> = new Set(["a[href]", "area[href]"]);

const insecureLink = z.strictObject({
  host: z.string(),
  url: z.string(),
  range: z.strictObject({ start: z.int(), end: z.int() }),
  /** Whether the address is written as it reads, so that one letter makes it `https:`. */
  plain: z.boolean(),
});
const ownFact = z.array(insecureLink);
type Insecure = z.infer<typeof insecureLink>;

/** Links that travel unencrypted. Which hosts answer over https is known from a list and learned from the site's own links. */
export default defineRule({
  id: "link/insecure",
  summary: "Links use https where the other side has it",
  fixes: ["safe", "suggestion"],
  references: ["RFC 9110 §4.2.2", "RFC 6797"],
  options: z.strictObject({
    allowHosts: z
      .array(z.string())
      .default([])
      .describe("hosts to which http:// links are fine; a host also stands for its subdomains"),
    httpsHosts: z
      .array(z.string())
      .default([])
      .describe("further hosts known to answer over https; a host also stands for its subdomains"),
  }),
  messages: {
    upgrade: {
      severity: "warning",
      what: "{links} over unencrypted http:// although {hosts} over https, so others on the way can read along and change the page.",
      why: "",
      help: "Write https://.",
    },
    unchecked: {
      severity: "info",
      what: "{links} over unencrypted http:// ({hosts}), where others on the way can read along and change the page.",
      why: "",
      help: "Try the address with https:// and use it if the page is there.",
    },
  },
  check({ article, leaveFact }) {
    const found = new Map<number, Insecure>();
    for (const { url, range, unknown, from } of referencesOf(article).links) {
      const host = unknown || !LINKS.has(from) ? undefined : insecureHostOf(url);
      if (host === undefined) continue;
      const written = article.source.slice(range.start, range.end);
      // `www.x.org` in the text becomes a link by itself: nobody wrote its scheme.
      if (/^www\./i.test(written)) continue;
      // Links that share a definition share its address.
      found.set(range.start, { host, url, range, plain: /^http:/i.test(written) });
    }
    if (found.size > 0) leaveFact([...found.values()]);
    return undefined;
  },
  online: ({ facts, options, settings }) => {
    const fact = ownFact.safeParse(facts.rules["link/insecure"]);
    const links = fact.success ? fact.data : [];
    return links
      .filter(({ host }) => !isHostIn(host, options.allowHosts))
      .filter(({ host }) => !answersSecurely(host, settings.site, ENGINE_HOSTS))
      .map(({ url }) => ({ url: secured(url), expects: "page" }));
  },
  site({ site, articles, report }) {
    const learned = learnedHosts(site.articles);
    for (const { facts, options, settings } of articles) {
      const fact = ownFact.safeParse(facts.rules["link/insecure"]);
      if (!fact.success) continue;
      const links = fact.data.filter(({ host }) => !isHostIn(host, options.allowHosts));
      const isKnown = ({ host, url }: Insecure): boolean =>
        answeredOverHttps(site.external(secured(url))) ||
        learned.has(host) ||
        isHostIn(host, options.httpsHosts) ||
        answersSecurely(host, settings.site, ENGINE_HOSTS);
      // Of a link that leads nowhere link/external speaks.
      const isDead = ({ url }: Insecure): boolean =>
        site.external(parsedUrl(url.trim())?.href ?? "")?.verdict === "broken";
      for (const known of [true, false]) {
        const group = links.filter((link) => isKnown(link) === known && (known || !isDead(link)));
        const [first, ...further] = group;
        if (first === undefined) continue;
        const hosts = [...new Set(group.map(({ host }) => host))];
        const answer = known ? (hosts.length === 1 ? " answers" : " answer") : "";
        const edits = group.flatMap(({ plain, range }) => (plain ? [secureEdit(range.start)] : []));
        report({
          path: facts.path,
          messageId: known ? "upgrade" : "unchecked",
          certainty: known ? "certain" : "likely",
          range: first.range,
          data: {
            links: group.length === 1 ? "This link goes" : `${group.length} links go`,
            hosts: hostNames(hosts) + answer,
          },
          related: further.map(({ host, range }) => ({ range, message: host })),
          ...secureChanges(edits, known),
        });
      }
    }
  },
});

/** The same address over https. */
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
