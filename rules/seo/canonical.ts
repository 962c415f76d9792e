import * as z from "zod";
import {
  type Article,
  canonicalField,
  defineRule,
  hasTemplateSyntax,
  imageFieldsOf,
  insertKey,
  isHostIn,
  isOwnHost,
  isPost,
  isPublished,
  originDomain,
  quoted,
  registrable,
  sourceField,
  webHostOf,
} from "../../src/rules.js";

const DATED_NAME = /(?:^|\/)\d{4}-\d{1,2}-\d{1,2}-[^/]+$/;

export default defineRule({
  id: "seo/canonical",
  summary: "Republished articles name the original",
  recommended: false,
  fixes: ["suggestion"],
  references: [
    "RFC 6596",
    "https://developers.google.com/search/docs/appearance/structured-data/article",
  ],
  options: z.strictObject({
    hosts: z
      .array(z.string())
      .default([])
      .describe("Further hosts a canonical address may have, their subdomains included."),
  }),
  messages: {
    republished: {
      severity: "info",
      what: "The article seems to come from {source} and names no canonical address, so search engines take one of the two copies at will.",
      why: "",
      help: "Put the original's address into canonical.",
    },
    relative: {
      severity: "info",
      what: 'The canonical address "{url}" is relative, and search engines read it against the page they are on.',
      why: "",
      help: "Write it in full, with https:// and the host.",
    },
    insecure: {
      severity: "info",
      what: "The canonical address begins with http://, so search engines may list the page under an address that is redirected.",
      why: "",
      help: "Write https:// if the page is served so.",
    },
    query: {
      severity: "info",
      what: 'The canonical address carries "{part}", which makes another address of the same page.',
      why: "",
      help: "Leave it out if the page is the same without it.",
    },
    host: {
      severity: "info",
      what: "The canonical address is on {host}, which is neither this site nor a host it expects, so search engines list that page and not this one.",
      why: "",
      help: "Correct the address, or add the host to hosts.",
    },
    fields: {
      severity: "info",
      what: "The front matter gives no {missing}, which search engines want to know of an article.",
      why: "",
      help: "Add what is missing; a time needs its offset, such as +08:00.",
    },
  },
  check({ article, engine, options, settings, report }) {
    const { frontMatter } = article;
    if (frontMatter === undefined || !isPublished(article)) return;
    const isExpected = (host: string): boolean =>
      isOwnHost(host, settings.site) || isHostIn(host, options.hosts);
    const domain = originDomain(article, (host) => isOwnHost(host, settings.site));
    const canonical = canonicalField(article);

    if (canonical !== undefined && !hasTemplateSyntax(canonical.url)) {
      const { url, range } = canonical;
      const host = webHostOf(url);
      const part = /[?#].*$/.exec(url)?.[0];
      if (!/^https?:\/\//i.test(url)) report({ messageId: "relative", range, data: { url } });
      else if (/^http:/i.test(url)) {
        const edits = [{ start: range.start, end: range.start + 5, text: "https:" }];
        const suggestions = [{ message: "Write https://", edits }];
        report({ messageId: "insecure", range, suggestions });
      }
      if (part !== undefined) {
        const start = range.end - part.length;
        const edits = [{ start, end: range.end, text: "" }];
        const suggestions = [{ message: `Leave out "${part}"`, edits }];
        report({ messageId: "query", range, data: { part }, suggestions });
      }
      const known = settings.site.url !== undefined || options.hosts.length > 0;
      if (host !== undefined && known && !isExpected(host) && registrable(host) !== domain) {
        report({ messageId: "host", range, data: { host } });
      }
    } else if (canonical === undefined) {
      const source = sourceField(article);
      const from = source?.url ?? domain;
      if (from !== undefined && !hasTemplateSyntax(from)) {
        const address = source !== undefined && webHostOf(source.url) !== undefined;
        const edits = address
          ? insertKey(article, "canonical", quoted(source.url, frontMatter.format))
          : undefined;
        report({
          messageId: "republished",
          range: source?.range ?? frontMatter.openingFence,
          data: { source: from },
          suggestions: edits ? [{ message: "Use the source as the canonical address", edits }] : [],
        });
      }
    }

    if (isPost(article, engine)) {
      const missing = missingFields(article);
      if (missing.length > 0) {
        const data = { missing: missing.join(", no ") };
        report({ messageId: "fields", range: frontMatter.openingFence, data });
      }
    }
  },
});

/** What structured data of an article needs and the front matter does not give. */
function missingFields(article: Article): readonly string[] {
  const { data } = article.frontMatter ?? {};
  const missing: string[] = [];
  if (!data?.title) missing.push("title");
  if (!data?.author && !data?.authors) missing.push("author");
  if (imageFieldsOf(article.frontMatter).length === 0) missing.push("image");
  const date = article.frontMatter?.rangeOfValue(["date"]);
  const written = date === undefined ? "" : article.source.slice(date.start, date.end);
  if (written.trim() === "") {
    if (!DATED_NAME.test(article.path)) missing.push("date");
  } else if (/\d:\d/.test(written) && !/(?:Z|GMT|UTC|[+-]\d\d:?\d\d)["']?\s*$/.test(written)) {
    missing.push("offset in its date");
  }
  return missing;
}
