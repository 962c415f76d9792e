import * as z from "zod";
import { innerRange } from "../../src/knowledge/edits/front-matter-edits.js";
import {
  type ArticleFacts,
  defineRule,
  ownFacts,
  type Redirect,
  rangeSchema,
  type Settings,
} from "../../src/rule/index.js";
import { oldestFirst } from "./lib/publication.js";

const ID = "site/duplicate-url";
/** Where an article's front matter says its address. */
const ownFact = ownFacts(z.strictObject({ range: rangeSchema }));
const ADDRESS_KEYS = ["permalink", "url", "slug", "path"];
const START = { start: 0, end: 0 };

/** One file that is to be written for an address. */
interface Claim {
  readonly facts: ArticleFacts;
  readonly address: string;
}

/** Two files that an engine writes to one place: the later one replaces the other, silently. */
export default defineRule({
  id: ID,
  summary: "Every page has an address of its own",
  references: ["RFC 3986 §6.2.2.1"],
  messages: {
    same: {
      severity: "error",
      what: "The address {address} is that of {other} as well, so only one of the two pages is published.",
      why: "",
      help: "Give one of them another address.",
    },
    letterCase: {
      severity: "error",
      what: "The address {address} differs only in letter case from that of {other}, so where letter case does not matter only one of the two pages is published.",
      why: "",
      help: "Give one of them another address.",
    },
    file: {
      severity: "error",
      what: "The address {address} is that of the file {other} as well, so only one of the two is published.",
      why: "",
      help: "Give one of them another address.",
    },
    alias: {
      severity: "error",
      what: "The alias {address} is the address of {other}, so either that page or the redirect is never seen.",
      why: "",
      help: "Delete the alias, or move the page.",
    },
    aliasTwice: {
      severity: "error",
      what: "The alias {address} is claimed by {other} as well, so it leads to one of the two, and nobody decides to which.",
      why: "",
      help: "Keep it in one of them.",
    },
  },
  check({ article, leaveFact }) {
    const entry = ADDRESS_KEYS.flatMap((key) => article.frontMatter?.entry([key]) ?? [])[0];
    if (entry === undefined) return undefined;
    const { start, end } = innerRange(entry);
    leaveFact(ownFact.leave({ range: { start, end } }));
    return undefined;
  },
  site({ site, articles, report }) {
    const place = (facts: ArticleFacts) => ownFact.read(facts.rules[ID])?.range ?? START;
    const sites = new Map<string, { settings: Settings; facts: ArticleFacts[] }>();
    for (const { facts, engine, settings } of articles) {
      const key = `${engine}\0${settings.site.folder}\0${settings.site.root}`;
      const known = sites.get(key);
      if (known === undefined) sites.set(key, { settings, facts: [facts] });
      else known.facts.push(facts);
    }
    for (const { settings, facts: members } of sites.values()) {
      const pages = new Map<string, Claim[]>();
      for (const facts of members) {
        const routes = site.routesOf(facts.path);
        if (routes?.certain !== true) continue;
        const own = new Set<string>();
        for (const address of routes.addresses) {
          const key = keyOf(address);
          if (!own.has(key)) add(pages, key, { facts, address });
          own.add(key);
        }
      }

      for (const claims of pages.values()) {
        const [first, ...later] = oldestFirst(claims);
        if (first === undefined) continue;
        const { path } = first.facts;
        for (const { facts, address } of later) {
          if (facts.path === path) continue;
          const isSame = slashless(address) === slashless(first.address);
          report({
            messageId: isSame ? "same" : "letterCase",
            path: facts.path,
            about: path,
            range: place(facts),
            data: { address, other: path },
            related: [{ path, range: place(first.facts), message: `also at ${first.address}` }],
          });
        }
        for (const file of staticFiles(first.address, settings.site.staticDirs)) {
          const other = site.assetAt(file)?.path;
          if (other !== file || site.article(file) !== undefined) continue;
          const range = place(first.facts);
          report({ messageId: "file", path, range, data: { address: first.address, other } });
        }
      }

      const aliases = new Map<string, Redirect["source"]>();
      const [anyone] = members;
      const redirects = anyone === undefined ? undefined : site.redirectsOf(anyone.path);
      for (const { address, article, source } of redirects?.all ?? []) {
        if (article === undefined || address === undefined) continue;
        const { path, range } = source;
        const key = slashless(address);
        const twin = aliases.get(key);
        aliases.set(key, twin ?? source);
        const claims = pages.get(keyOf(address)) ?? [];
        const page = claims.find((claim) => slashless(claim.address) === key)?.facts;
        // An alias that is the article's own address goes in a circle, of which site/redirects speaks.
        const other = page === undefined ? twin : { path: page.path, range: place(page) };
        if (other === undefined || other.path === path) continue;
        const messageId = page === undefined ? "aliasTwice" : "alias";
        const data = { address, other: other.path };
        const related = [{ ...other, message: "the other one" }];
        report({ messageId, path, about: other.path, range, data, related });
      }
    }
  },
});

function add<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

function slashless(address: string): string {
  return address === "/" ? address : address.replace(/\/$/, "");
}

function keyOf(address: string): string {
  return slashless(address).toLowerCase();
}

/** Files of a static folder that would be written where the page is. */
function staticFiles(address: string, folders: readonly string[]): readonly string[] {
  const file = address.endsWith("/") ? `${address}index.html` : address;
  return folders.map((folder) => (folder === "" ? file.slice(1) : folder + file));
}
