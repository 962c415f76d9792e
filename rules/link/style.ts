import type { Element } from "hast";
import * as z from "zod";
import type { Article } from "../../src/article/article.js";
import { attributeOf } from "../../src/article/attributes.js";
import type { Range } from "../../src/article/range.js";
import { textContentOf } from "../../src/article/text.js";
import { ENGINE_HOSTS } from "../../src/engines/hosts.js";
import { publicAddress } from "../../src/knowledge/link/base-path.js";
import { answersSecurely } from "../../src/knowledge/link/insecure-url.js";
import { urlDefectOf } from "../../src/knowledge/link/malformed-url.js";
import { isHostIn, isOwnHost, webHostOf } from "../../src/knowledge/link/url-scheme.js";
import { bySite } from "../../src/knowledge/page/by-site.js";
import { referencesOf } from "../../src/knowledge/page/references.js";
import { defineRule, type Edit, ownFacts, type Suggestion } from "../../src/rule/index.js";
import { leadsToItself } from "./lib/own-address.js";
import { type LinkStyleDefect, learnSlash, linkStyleDefect } from "./lib/page-link-style.js";
import { unpublishedPlaceOf } from "./lib/unpublished-places.js";

const ID = "link/style";
/** Where the links begin of which enough was said already. */
const ownFact = ownFacts(z.strictObject({ judged: z.array(z.int().min(0)) }));
/** Defects that a site has in many links alike: one finding for all of an article. */
const GROUPED = ["ownHost", "slashMissing", "slashExtra"] as const;

const INDEX_FILE = /^([^?#]*?)index\.html?(?=[?#]|$)/i;

/** Addresses that work, but not for every reader or not for long. */
export default defineRule({
  id: ID,
  summary: "Links lead to published pages by their lasting address",
  fixes: ["safe", "suggestion"],
  references: ["RFC 3986 §4.2", "RFC 6761"],
  options: z.strictObject({
    allowHosts: z
      .array(z.string())
      .default([])
      .describe("hosts that readers can reach after all; a host also stands for its subdomains"),
    trailingSlash: z
      .enum(["auto", "always", "never", "ignore"])
      .default("auto")
      .describe(
        "how addresses of pages end: `always` or `never` with a slash, by `auto` as the engine makes them or, where it leaves that open, as nearly all links of the site have it; `ignore` for either way",
      ),
  }),
  messages: {
    localFile: {
      severity: "error",
      what: "The address {url} names a file on the writer's computer, which no reader has.",
      why: "",
      help: "Put the file into the site and link to it there.",
    },
    loopback: {
      severity: "error",
      what: "The address leads to {host}, which is every reader's own computer.",
      why: "",
      help: "Write the public address of the page.",
    },
    privateHost: {
      severity: "warning",
      what: "The address leads to {host}, which only the writer's own network knows.",
      why: "",
      help: "Write the public address of the page.",
    },
    staging: {
      severity: "warning",
      what: "The address leads to {host}, a server for tests that may be closed to readers or gone tomorrow.",
      why: "",
      help: "Write the public address of the page.",
    },
    editor: {
      severity: "info",
      what: "The address opens an editor of {name}, where readers may be refused or change something.",
      why: "",
      help: "Link to the published page or a view for reading.",
    },
    protocolRelative: {
      severity: "info",
      what: "The address {url} has no scheme, so it works only where the page around it has one: not in mails, files and many feed readers.",
      why: "",
      help: "Write https:// in front of it.",
    },
    self: {
      severity: "info",
      what: "The link leads to this very article.",
      why: "",
      help: "Link to another page, or to a place in the article by #id alone.",
    },
    indexFile: {
      severity: "info",
      what: "The address names the file {file} behind the page, so the page has two addresses and the link breaks when the file changes.",
      why: "",
      help: "End the address with the slash before it.",
    },
    sourceFile: {
      severity: "warning",
      what: "The link leads to the source file {file}, which is not part of the published site; its page is at {address}.",
      why: "",
      help: "Link to the page.",
    },
    ownHost: {
      severity: "info",
      what: "The link names the site's own host, so in previews and on copies of the site it leads away from them.",
      why: "",
      help: "Link by the path alone.",
    },
    slashMissing: {
      severity: "info",
      what: "The address lacks the slash that addresses of this site end with, so many servers send readers on to {address}.",
      why: "",
      help: "End the address with a slash.",
    },
    slashExtra: {
      severity: "info",
      what: "The address ends with a slash, which addresses of this site do not; the page is at {address}, and not every server finds it so.",
      why: "",
      help: "Leave the slash out.",
    },
  },
  check({ article, engine, options, settings, report: tell, leaveFact }) {
    const judged: number[] = [];
    const report: typeof tell = (finding) => {
      judged.push(finding.range.start);
      tell(finding);
    };
    const judge = (url: string, range: Range, link: Element | undefined): void => {
      const place = unpublishedPlaceOf(url);
      const host = webHostOf(url);
      if (host !== undefined && isHostIn(host, options.allowHosts)) return;
      if (place?.kind === "file") report({ messageId: "localFile", range, data: { url } });
      else if (place?.kind === "editor") {
        const suggestions = readingView(article, range);
        report({ messageId: "editor", range, data: { name: place.name }, suggestions });
      } else if (place !== undefined) {
        // A text that speaks of the address tells readers to start that server themselves.
        if (link !== undefined && isSpokenOf(article, link, url, place.host)) return;
        const messageId = place.kind === "private" ? "privateHost" : place.kind;
        const isPreview = place.kind === "loopback" && engine.publishes;
        const suggestions = isPreview ? samePath(url, range) : [];
        report({ messageId, range, data: { host: place.host }, suggestions });
      }
    };

    const judgeStyle = (url: string, range: Range): void => {
      const host = webHostOf(url);
      const edit = { start: range.start, end: range.start, text: "https:" };
      const isWritten = article.source.startsWith("//", range.start);
      if (url.startsWith("//") && host !== undefined && isWritten) {
        report({
          messageId: "protocolRelative",
          range,
          data: { url },
          ...(answersSecurely(host, settings.site, ENGINE_HOSTS)
            ? { fix: [edit] }
            : { suggestions: [{ message: `Write https:${url}`, edits: [edit] }] }),
        });
      } else if (leadsToItself(article, url)) {
        const fragment = /#.+$/s.exec(url)?.[0];
        const suggestions =
          fragment === undefined
            ? []
            : [{ message: `Link to ${fragment}`, edits: [{ ...range, text: fragment }] }];
        report({ messageId: "self", range, suggestions });
      } else if (
        host === undefined ? !/^[a-z][a-z0-9+.-]*:/i.test(url) : isOwnHost(host, settings.site)
      ) {
        const file = INDEX_FILE.exec(url)?.[0].split("/").at(-1);
        if (file === undefined) return;
        report({
          messageId: "indexFile",
          range,
          data: { file },
          suggestions: folderOf(article, range),
        });
      }
    };

    const seen = new Set<number>();
    for (const element of article.elements) {
      if (element.tagName !== "a" && element.tagName !== "area") continue;
      const href = attributeOf(article, element, "href");
      if (href === undefined || href.unknown || seen.has(href.valueRange.start)) continue;
      seen.add(href.valueRange.start);
      const url = href.value.trim();
      judge(url, href.valueRange, element);
      judgeStyle(url, href.valueRange);
    }
    for (const { url, range, unknown } of referencesOf(article).images) {
      if (!unknown) judge(url, range, undefined);
    }
    if (judged.length > 0) leaveFact(ownFact.leave({ judged }));
    return undefined;
  },
  site: ({ site, articles, report }) => {
    const habits = bySite(articles, ({ engine }) => engine.name).flatMap((group) => {
      const facts = group.map((article) => article.facts);
      const learned = learnSlash(site, facts);
      return facts.map(({ path }) => [path, learned] as const);
    });
    const learned = new Map(habits);
    for (const { facts, options, engine, settings } of articles) {
      const judged = new Set(ownFact.read(facts.rules[ID])?.judged);
      const { path, base } = facts;
      const { trailingSlash } = options;
      const learnedSlash = learned.get(path);
      const place = { site, facts, engine, settings: settings.site, trailingSlash, learnedSlash };
      const groups = new Map<LinkStyleDefect["kind"], Styled[]>();
      for (const link of facts.links) {
        if (link.unknown || base !== undefined || judged.has(link.range.start)) continue;
        if (!/^(?:a|area)\[/.test(link.from) || urlDefectOf(link.url, false) !== undefined)
          continue;
        const defect = linkStyleDefect(link, place);
        if (defect === undefined) continue;
        const { kind, url } = defect;
        const { range } = link;
        const suggestions = url === undefined ? [] : linkTo(url, range);
        const target = site.resolve(facts, link);
        const file = target.verdict === "article" ? target.path : "";
        const address = publicAddress(site.routesOf(file)?.addresses[0] ?? "", settings.site.url);
        if (kind === "self") report({ messageId: "self", path, range, suggestions });
        else if (kind === "sourceFile") {
          report({ messageId: "sourceFile", path, range, data: { file, address }, suggestions });
        } else {
          const edits = url === undefined ? [] : [{ ...range, text: url }];
          const [right = address] = url?.split(/[?#]/, 1) ?? [];
          const group = groups.get(kind);
          if (group === undefined) groups.set(kind, [{ range, address: right, edits }]);
          else group.push({ range, address: right, edits });
        }
      }
      for (const messageId of GROUPED) {
        const [first, ...others] = groups.get(messageId) ?? [];
        if (first === undefined) continue;
        const related = others.map(({ range }) => ({ range, message: "another one" }));
        const fix = [first, ...others].flatMap(({ edits }) => edits);
        const finding = { path, range: first.range, related, fix };
        if (messageId === "ownHost") report({ ...finding, messageId });
        else report({ ...finding, messageId, data: { address: first.address } });
      }
    }
  },
});

/** A link that is one of several alike. */
interface Styled {
  readonly range: Range;
  readonly address: string;
  readonly edits: readonly Edit[];
}

function linkTo(url: string, range: Range): readonly Suggestion[] {
  return [{ message: `Link to ${url}`, edits: [{ ...range, text: url }] }];
}

/** Whether a link shows its address, or leads to the front page of a server that the text is about. */
function isSpokenOf(article: Article, link: Element, url: string, host: string): boolean {
  const text = textContentOf(article, link).text.toLowerCase();
  const { pathname, port } = new URL(url, "https://relative.invalid/");
  if (text.includes(host) || (port !== "" && text.includes(port))) return true;
  return pathname === "/" && unpublishedPlaceOf(url)?.kind !== "staging";
}

/** The same path on this site: the address was copied from a local preview. */
function samePath(url: string, range: Range): readonly Suggestion[] {
  const { pathname, search, hash } = new URL(url, "https://relative.invalid/");
  const text = pathname + search + hash;
  return pathname === "/" ? [] : [{ message: `Link to ${text}`, edits: [{ ...range, text }] }];
}

/** Google Docs show a document without their editor under `/preview`. */
function readingView(article: Article, range: Range): readonly Suggestion[] {
  const written = article.source.slice(range.start, range.end);
  const view = written.replace(
    /^(https?:\/\/docs\.google\.com\/(?:document|spreadsheets|presentation)\/(?:u\/\d+\/)?d\/[\w-]+)\/edit.*$/s,
    "$1/preview",
  );
  if (view === written) return [];
  return [{ message: "Link to the view for reading", edits: [{ ...range, text: view }] }];
}

function folderOf(article: Article, range: Range): readonly Suggestion[] {
  const written = article.source.slice(range.start, range.end);
  const folder = written.replace(INDEX_FILE, (_whole, path: string) => (path === "" ? "./" : path));
  if (folder === written) return [];
  return [{ message: `Link to ${folder}`, edits: [{ ...range, text: folder }] }];
}
