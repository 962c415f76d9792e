import { parsedUrl } from "../article/parsed-url.js";
import { percentDecoded } from "../article/percent-decoded.js";
import { normalise } from "../engine/address.js";
import type { Engine } from "../engine/engine.js";
import type { ArticleFacts } from "../facts/facts.js";
import type { Redirect, RedirectStep, Redirects } from "../facts/redirects.js";
import type { Routes } from "../facts/routes.js";
import type { SiteSettings } from "../facts/site-settings.js";
import { aliasRange } from "./alias-range.js";
import type { RawRedirect } from "./redirect-files/raw-redirect.js";
import { redirectSources } from "./redirect-files/redirect-sources.js";
import {
  exampleOf,
  fillPattern,
  firstSegmentOf,
  matchPattern,
  type Pattern,
  readPattern,
  slashless,
} from "./redirect-pattern.js";

/** An article with its routes, as the redirects of a site need it. */
export interface RoutedArticle {
  readonly facts: ArticleFacts;
  readonly routes: Routes;
}

interface Rule {
  readonly redirect: Redirect;
  readonly pattern: Pattern | undefined;
  /** The target for an address that the rule matched; undefined where it does not match after all. */
  target(address: string): string | undefined;
}

/** A rule, and where it leads from the address that was asked for. */
interface Answer {
  readonly rule: Rule;
  readonly to: string;
}

/** The first answer that holds for every reader, and the first that holds for some. */
interface Answers {
  readonly lasting: Answer | undefined;
  readonly conditional: Answer | undefined;
}

/** `/*`, `/:path*`, `/(.*)`: a rule for whatever is asked for. */
const ANYTHING = /^\/(?:\*|:\w+\*|(?::\w+)?\(\.\*\))$/;

/** Most rules with placeholders that are tried for an address; hosts allow a hundred or so. */
const MAXIMUM_PATTERNS = 1000;

/**
 * Gathers the redirects of a site when first asked: aliases of its articles, then redirect files in the order
 * hosts ask them.
 *
 * @param textOf the text of a project file, undefined where there is none
 */
export function createRedirects(
  engine: Engine,
  site: SiteSettings,
  articles: () => Iterable<RoutedArticle>,
  textOf: (path: string) => string | undefined,
): Redirects {
  let table: RedirectTable | undefined;
  const made = (): RedirectTable => {
    table ??= new RedirectTable(rulesOf(engine, site, articles(), textOf));
    return table;
  };
  return {
    get all() {
      return made().all;
    },
    redirectAt: (address) => made().find(address)?.rule.redirect,
    lookup: (address) => made().lookup(address),
  };
}

function rulesOf(
  engine: Engine,
  site: SiteSettings,
  articles: Iterable<RoutedArticle>,
  textOf: (path: string) => string | undefined,
): readonly Rule[] {
  const rules: Rule[] = [];
  for (const article of articles) {
    for (const [redirect, target] of aliasesOf(article)) {
      const { length: order } = rules;
      rules.push({ redirect: { ...redirect, order }, pattern: undefined, target: () => target });
    }
  }
  for (const source of redirectSources(engine, site, textOf)) {
    const place = placeOf(site, source.isBelowBase);
    for (const raw of source.redirects) {
      rules.push(ruleOf(raw, source.path, place, rules.length));
    }
  }
  return rules;
}

/** The rules by address; those with placeholders are tried one by one. */
class RedirectTable {
  readonly all: readonly Redirect[];
  readonly #exact = new Map<string, Rule[]>();
  /** Rules with placeholders by the first segment of what they match; those that match any under `undefined`. */
  readonly #patterns = new Map<string | undefined, Rule[]>();
  readonly #found = new Map<string, Answer | undefined>();

  constructor(rules: readonly Rule[]) {
    this.all = rules.map(({ redirect }) => redirect);
    let patterns = 0;
    for (const rule of rules) {
      const { status, address } = rule.redirect;
      if (status >= 400) continue;
      if (rule.pattern !== undefined && patterns++ < MAXIMUM_PATTERNS)
        addTo(this.#patterns, firstSegmentOf(rule.pattern), rule);
      if (address !== undefined) addTo(this.#exact, slashless(address), rule);
    }
  }

  /** The first that holds for every reader, else the first of all. */
  find(address: string): Answer | undefined {
    // Chains come by the same addresses again and again.
    if (this.#found.has(address)) return this.#found.get(address);
    const found = this.#search(address);
    this.#found.set(address, found);
    return found;
  }

  #search(address: string): Answer | undefined {
    const exact = answersOf(this.#exact.get(slashless(address)) ?? [], address);
    const matching = (segment: string | undefined): Answers =>
      answersOf(this.#patterns.get(segment) ?? [], address);
    const [own, any] = [matching(address.split("/", 2)[1] ?? ""), matching(undefined)];
    return (
      earlier(exact.lasting, earlier(own.lasting, any.lasting)) ??
      earlier(exact.conditional, earlier(own.conditional, any.conditional))
    );
  }

  lookup(address: string): RedirectStep | undefined {
    const found = this.find(address);
    if (found === undefined) return undefined;
    const { from, status, isConditional, source } = found.rule.redirect;
    const vouchesForNone = ANYTHING.test(from) && (isConditional || status === 200);
    return {
      from: address,
      to: found.to,
      status,
      source,
      ...(isConditional ? { conditional: true } : {}),
      ...(vouchesForNone ? { vouchesForNone } : {}),
    };
  }
}

function addTo<Key>(rules: Map<Key, Rule[]>, key: Key, rule: Rule): void {
  const known = rules.get(key);
  if (known === undefined) rules.set(key, [rule]);
  else known.push(rule);
}

/** The first of some rules that answers at an address for every reader, and for some. */
function answersOf(rules: readonly Rule[], address: string): Answers {
  let conditional: Answer | undefined;
  for (const rule of rules) {
    const to = rule.target(address);
    if (to === undefined) continue;
    if (!rule.redirect.isConditional) return { lasting: { rule, to }, conditional };
    conditional ??= { rule, to };
  }
  return { lasting: undefined, conditional };
}

function earlier(left: Answer | undefined, right: Answer | undefined): Answer | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return left.rule.redirect.order < right.rule.redirect.order ? left : right;
}

type Alias = Omit<Redirect, "order">;

function aliasesOf({ facts, routes }: RoutedArticle): readonly (readonly [Alias, string])[] {
  const [to] = routes.addresses;
  if (to === undefined) return [];
  return routes.aliases.map(({ address, range, isTemplated = false }) => [
    {
      from: address,
      to,
      address,
      example: address,
      isPattern: false,
      status: 301,
      isConditional: false,
      isForced: false,
      isTemplated,
      article: facts.path,
      source: { path: facts.path, range: range ?? aliasRange(facts, address) },
      toRange: undefined,
    },
    to,
  ]);
}

function ruleOf(raw: RawRedirect, path: string, place: Place, order: number): Rule {
  const { syntax, status } = raw;
  const from = place.from(raw.from);
  const pattern = from === undefined ? undefined : readPattern(from, syntax);
  const isPattern = pattern?.isPattern ?? /[*:[]/.test(raw.from.replace(/^https?:/i, ""));
  const example = pattern === undefined ? undefined : normalise(percentDecoded(exampleOf(pattern)));
  const isExact = pattern !== undefined && !pattern.isPattern;
  return {
    redirect: {
      order,
      from: raw.from,
      to: raw.to,
      address: isExact && from !== undefined ? normalise(percentDecoded(from)) : undefined,
      example,
      isPattern,
      status,
      isConditional: raw.isConditional || pattern?.isExact === false,
      isForced: raw.isForced,
      article: undefined,
      source: { path, range: raw.fromRange },
      toRange: raw.toRange,
    },
    pattern: pattern?.isPattern === true ? pattern : undefined,
    target(address) {
      if (pattern === undefined) return undefined;
      const captures = isExact ? new Map<string, string>() : matchPattern(pattern, address);
      const to = captures && place.to(fillPattern(raw.to, syntax, captures));
      if (status === 200 && to === address) return undefined;
      // To add or drop a slash at the end is no redirect between addresses as they are compared here.
      return to !== undefined && raw.to !== raw.from && isSameButSlash(to, address)
        ? undefined
        : to;
    },
  };
}

/** Reads the addresses of a redirect file, which begin at the host's root, or of a config, below the base path. */
interface Place {
  /** A path below the base path; undefined for one outside of it or on a named host. */
  from(path: string): string | undefined;
  /** An address below the base path with its query and fragment, or an absolute URL. */
  to(target: string): string;
}

function placeOf(site: SiteSettings, isBelowBase: boolean): Place {
  const url = parsedUrl(site.url ?? "");
  const base = (url?.pathname ?? "/").replace(/\/$/, "");
  const isBelow = (path: string): boolean => path === base || path.startsWith(`${base}/`);
  return {
    from(path) {
      if (!path.startsWith("/")) return undefined;
      if (isBelow(path)) return path.slice(base.length) || "/";
      return isBelowBase ? path : undefined;
    },
    to(target) {
      const parsed = /^(?:https?:)?\/\//i.test(target)
        ? parsedUrl(target, "https://x/")
        : undefined;
      if (parsed !== undefined && (url === undefined || parsed.host !== url.host)) return target;
      const written = parsed === undefined ? target : parsed.pathname + parsed.search + parsed.hash;
      const end = written.search(/[?#]/);
      const path = end === -1 ? written : written.slice(0, end);
      const inside = isBelow(path) ? path.slice(base.length) : path;
      return normalise(percentDecoded(inside)) + (end === -1 ? "" : written.slice(end));
    },
  };
}

function isSameButSlash(to: string, address: string): boolean {
  return to !== address && slashless(to) === slashless(address);
}
