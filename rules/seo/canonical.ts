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
  makesPage,
  originDomain,
  quoted,
  registrable,
  sourceField,
  webHostOf,
} from "../../src/rules.js";

const DATED_NAME = /(?:^|\/)\d{4}-\d{1,2}-\d{1,2}-[^/]+$/;

export default defineRule({
  id: "seo/canonical",
  summary: "Republished articles name the URL of the original",
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
      .describe("Further hosts that a canonical URL may have, including their subdomains."),
  }),
  messages: {
    republished: {
      severity: "info",
      what: "The article seems to be republished but has no canonical URL.",
      why: "Search engines find the same text at {source} and may list the wrong copy.",
      help: "Set canonical to the URL of the original.",
    },
    relative: {
      severity: "info",
      what: "The canonical URL is relative.",
      why: "Search engines resolve it against the URL of the current page, so it can name the wrong page.",
      help: "Write the full URL, with https:// and the host.",
    },
    insecure: {
      severity: "info",
      what: "The canonical URL begins with http://.",
      why: "Search engines may list the page under a URL that redirects.",
      help: "Write https:// if the page is served over HTTPS.",
    },
    query: {
      severity: "info",
      what: "The canonical URL has a query or fragment: {part}.",
      why: "A query or fragment makes it another URL of the same page.",
      help: "Remove {part} if the page is the same without it.",
    },
    host: {
      severity: "info",
      what: "The canonical URL is on another host, {host}.",
      why: "Search engines list the page on that host instead of this one.",
      help: "Correct the URL, or add {host} to the option hosts.",
    },
    fields: {
      severity: "info",
      what: "The front matter lacks {missing}.",
      why: "Search engines use these fields to describe an article in their results.",
      help: "Add {missing}.",
    },
  },
  check({ article, engine, options, settings, report }) {
    const { frontMatter } = article;
    if (
      frontMatter === undefined ||
      !isPublished(article) ||
      !makesPage(article, engine, settings.site)
    )
      return;
    const isExpected = (host: string): boolean =>
      isOwnHost(host, settings.site) || isHostIn(host, options.hosts);
    const domain = originDomain(article, (host) => isOwnHost(host, settings.site));
    const canonical = canonicalField(article);

    if (canonical !== undefined && !hasTemplateSyntax(canonical.url)) {
      const { url, range } = canonical;
      const host = webHostOf(url);
      const part = /[?#].*$/.exec(url)?.[0];
      if (!/^https?:\/\//i.test(url)) report({ messageId: "relative", range });
      else if (/^http:/i.test(url)) {
        const edits = [{ start: range.start, end: range.start + 5, text: "https:" }];
        const suggestions = [{ message: "Write https://", edits }];
        report({ messageId: "insecure", range, suggestions });
      }
      if (part !== undefined) {
        const start = range.end - part.length;
        const edits = [{ start, end: range.end, text: "" }];
        const suggestions = [{ message: `Remove ${part}`, edits }];
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
          suggestions: edits ? [{ message: "Use the source as the canonical URL", edits }] : [],
        });
      }
    }

    if (isPost(article, engine)) {
      const missing = missingFields(article);
      if (missing.length > 0) {
        const data = { missing: listed(missing) };
        report({ messageId: "fields", range: frontMatter.openingFence, data });
      }
    }
  },
});

/** What the structured data of an article needs and the front matter does not give. */
function missingFields(article: Article): readonly string[] {
  const { data } = article.frontMatter ?? {};
  const missing: string[] = [];
  if (!data?.title) missing.push("a title");
  if (!data?.author && !data?.authors) missing.push("an author");
  if (imageFieldsOf(article.frontMatter).length === 0) missing.push("an image");
  const date = article.frontMatter?.rangeOfValue(["date"]);
  const written = date === undefined ? "" : article.source.slice(date.start, date.end);
  if (written.trim() === "") {
    if (!DATED_NAME.test(article.path)) missing.push("a date");
  } else if (/\d:\d/.test(written) && !/(?:Z|GMT|UTC|[+-]\d\d:?\d\d)["']?\s*$/.test(written)) {
    missing.push("an offset such as +08:00 in its date");
  }
  return missing;
}

/** `a, b and c` */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
