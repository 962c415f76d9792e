import * as z from "zod";
import {
  type Article,
  alsoAt,
  answersSecurely,
  attributeOf,
  bySite,
  defineRule,
  type Edit,
  type Element,
  ENGINE_HOSTS,
  homeOf,
  insert,
  isHostIn,
  isOwnHost,
  perArticle,
  publicAddress,
  type Range,
  referencesOf,
  replace,
  type Suggestion,
  textContentOf,
  titleOf,
  urlDefectOf,
  webHostOf,
} from "../../src/rules.js";
import { leadsToItself } from "./lib/own-address.js";
import { type LinkStyleDefect, learnSlash, linkStyleDefect } from "./lib/page-link-style.js";
import { publishedAddresses } from "./lib/published-addresses.js";
import { unpublishedPlaceOf } from "./lib/unpublished-places.js";

/** Where the links begin that were already reported. */
const factSchema = z.strictObject({ judged: z.array(z.int().min(0)) });
/** Defects that many links of a site share: one finding for all links of an article. */
const GROUPED = ["ownHost", "slashMissing", "slashExtra"] as const;

const INDEX_FILE = /^([^?#]*?)index\.html?(?=[?#]|$)/i;

/** URLs that work, but not for every reader or not for long. */
export default defineRule({
  id: "link/style",
  summary: "Links use the lasting public URL of a page",
  fixes: ["safe", "suggestion"],
  references: ["RFC 3986 §4.2", "RFC 6761"],
  options: z.strictObject({
    allowHosts: z
      .array(z.string())
      .default([])
      .describe("Hosts that readers can reach, including their subdomains."),
    trailingSlash: z
      .enum(["auto", "always", "never", "ignore"])
      .default("auto")
      .describe(
        "How URLs of pages end: `always` or `never` with a slash; `auto` follows the engine or, if the engine leaves it open, nearly all links of the site; `ignore` accepts both.",
      ),
  }),
  facts: factSchema,
  messages: {
    localFile: {
      severity: "error",
      what: "This URL leads to a file on the writer's computer.",
      why: "Readers do not have that file.",
      help: "Put the file into the site and use its path there.",
    },
    loopback: {
      severity: "error",
      what: "This URL leads to {host}, which is the reader's own computer.",
      why: "Nothing answers on the computers of readers, so they get an error.",
      help: "Write the public URL of the page.",
    },
    privateHost: {
      severity: "warning",
      what: "This URL leads to {host}, a host in a private network.",
      why: "Readers outside of that network get an error.",
      help: "Write the public URL of the page.",
    },
    staging: {
      severity: "warning",
      what: "This URL leads to the test server {host}.",
      why: "A test server may be closed to readers, or gone tomorrow.",
      help: "Write the public URL of the page.",
    },
    editor: {
      severity: "info",
      what: "This URL opens an editor of {name}.",
      why: "Readers may be refused, or may change the document.",
      help: "Link to the published page or to a read-only view.",
    },
    protocolRelative: {
      severity: "info",
      what: "This URL has no scheme.",
      why: "It works only on web pages, not in email, local files and many feed apps.",
      help: "Write https:{url}.",
    },
    self: {
      severity: "info",
      what: "This link leads to the article it is in.",
      why: "Readers who follow the link stay on the same page.",
      help: "Link to another page, or write only the fragment (#id) to link to a section.",
    },
    indexFile: {
      severity: "info",
      what: "This URL names the index file {file}.",
      why: "The page then has two URLs, and the link breaks when the file is renamed.",
      help: "Leave out {file} and end the path with the slash before it.",
    },
    sourceFile: {
      severity: "warning",
      what: "This link leads to the source file {file}.",
      why: "Source files are not published, so readers get an error.",
      help: "Link to the page that is made from it: {address}.",
    },
    ownHost: {
      severity: "info",
      what: "This link includes the host of its own site.",
      why: "In previews and on copies of the site, the link leads away from them.",
      help: "Write only the path: {address}.",
    },
    slashMissing: {
      severity: "info",
      what: "This URL does not end with a slash, unlike the other URLs of this site.",
      why: "Many servers answer with a redirect to {address}.",
      help: "Add a slash at the end of the path: {address}.",
    },
    slashExtra: {
      severity: "info",
      what: "This URL ends with a slash, unlike the other URLs of this site.",
      why: "Not every server finds the page at a URL with a slash.",
      help: "Remove the slash at the end of the path: {address}.",
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
      if (place?.kind === "file") report({ messageId: "localFile", range });
      else if (place?.kind === "editor") {
        const suggestions = readingView(article, range);
        report({ messageId: "editor", range, data: { name: place.name }, suggestions });
      } else if (place !== undefined) {
        // A text that mentions the URL tells readers to start that server themselves.
        if (link !== undefined && isSpokenOf(article, link, url, place.host)) return;
        const messageId = place.kind === "private" ? "privateHost" : place.kind;
        // Metadata may need the whole address.
        const isBody = range.start >= article.bodyStart;
        const isPreview = place.kind === "loopback" && engine.publishes && isBody;
        const suggestions = isPreview ? samePath(url, range) : [];
        report({ messageId, range, data: { host: place.host }, suggestions });
      }
    };

    const judgeStyle = (url: string, range: Range): void => {
      const host = webHostOf(url);
      const edit = insert(range.start, "https:");
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
            : [{ message: `Link to ${fragment}`, edits: [replace(range, fragment)] }];
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
    for (const { url, range } of publishedAddresses(article)) judge(url, range, undefined);
    if (judged.length > 0) leaveFact({ judged });
  },
  site: ({ site, articles, report }) => {
    const habits = bySite(articles, ({ engine }) => engine.name).flatMap((group) => {
      const facts = group.map((article) => article.facts);
      const learned = learnSlash(site, facts);
      return facts.map(({ path }) => [path, learned] as const);
    });
    const learned = new Map(habits);
    for (const { facts, fact, options, engine, settings } of articles) {
      const judged = new Set(fact?.judged);
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
        const address = publicAddress(
          site.routesOf(file)?.addresses[0] ?? "",
          homeOf(settings.site),
        );
        if (kind === "self") report({ messageId: "self", path, range, suggestions });
        else if (kind === "sourceFile") {
          report({ messageId: "sourceFile", path, range, data: { file, address }, suggestions });
        } else {
          const edits = url === undefined ? [] : [replace(range, url)];
          const [right = address] = url?.split(/[?#]/, 1) ?? [];
          const group = groups.get(kind);
          if (group === undefined) groups.set(kind, [{ range, address: right, edits }]);
          else group.push({ range, address: right, edits });
        }
      }
      for (const messageId of GROUPED) {
        const [first, ...others] = groups.get(messageId) ?? [];
        if (first === undefined) continue;
        const related = alsoAt(others, () => "another such link");
        const fix = [first, ...others].flatMap(({ edits }) => edits);
        const finding = { path, range: first.range, related, fix };
        report({ ...finding, messageId, data: { address: first.address } });
      }
    }
  },
});

/** One of several links with the same defect. */
interface Styled {
  readonly range: Range;
  readonly address: string;
  readonly edits: readonly Edit[];
}

function linkTo(url: string, range: Range): readonly Suggestion[] {
  return [{ message: `Link to ${url}`, edits: [replace(range, url)] }];
}

/** Whether a link shows its URL, or leads to the front page of a server that the text is about. */
function isSpokenOf(article: Article, link: Element, url: string, host: string): boolean {
  const text = textContentOf(article, link).text.toLowerCase();
  const { pathname, port } = new URL(url, "https://relative.invalid/");
  if (text.includes(host) || (port !== "" && text.includes(port))) return true;
  if (unpublishedPlaceOf(url)?.kind !== "staging") return pathname === "/";
  // Whoever says "staging" means that server, and a page about it is named after it.
  return host.includes(STAGING) && (text.includes(STAGING) || namesStaging(article));
}

const STAGING = "staging";

/** Whether the title or the file name of an article says that it is about a staging server. */
const namesStaging = perArticle((article): boolean =>
  [article.path, titleOf(article)].some((name) => name.toLowerCase().includes(STAGING)),
);

/** The same path on this site: the URL was copied from a local preview. */
function samePath(url: string, range: Range): readonly Suggestion[] {
  const { pathname, search, hash } = new URL(url, "https://relative.invalid/");
  const text = pathname + search + hash;
  return pathname === "/" ? [] : [{ message: `Link to ${text}`, edits: [replace(range, text)] }];
}

/** Google Docs shows a document without the editor at `/preview`. */
function readingView(article: Article, range: Range): readonly Suggestion[] {
  const written = article.source.slice(range.start, range.end);
  const view = written.replace(
    /^(https?:\/\/docs\.google\.com\/(?:document|spreadsheets|presentation)\/(?:u\/\d+\/)?d\/[\w-]+)\/edit.*$/s,
    "$1/preview",
  );
  if (view === written) return [];
  return [{ message: "Link to the read-only view", edits: [replace(range, view)] }];
}

function folderOf(article: Article, range: Range): readonly Suggestion[] {
  const written = article.source.slice(range.start, range.end);
  const folder = written.replace(INDEX_FILE, (_whole, path: string) => (path === "" ? "./" : path));
  if (folder === written) return [];
  return [{ message: `Link to ${folder}`, edits: [replace(range, folder)] }];
}
