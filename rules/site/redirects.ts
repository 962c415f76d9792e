import {
  type ArticleFacts,
  chainText,
  defineRule,
  hasOneTarget,
  homeOf,
  isHostPath,
  linkToAddress,
  publicAddress,
  type Redirect,
  type Redirects,
  type RelatedPlace,
  replace,
  type Settings,
  type SiteIndex,
  type Suggestion,
} from "../../src/rules.js";
import { type RedirectWalk, walkRedirects } from "./lib/redirect-walk.js";

const NOWHERE = { start: 0, end: 0 };

/** One site with its redirects and the URLs of its pages. */
interface Scene {
  readonly site: SiteIndex;
  readonly settings: Settings;
  readonly redirects: Redirects;
  /** Any article of the site. */
  readonly article: ArticleFacts;
  pageAt(address: string): string | undefined;
}

/** Finds redirects to missing pages, in circles and through other redirects, and those that are never used. */
export default defineRule({
  id: "site/redirects",
  summary: "Redirects lead straight to a page",
  fixes: ["suggestion"],
  references: ["RFC 9110 §15.4"],
  messages: {
    circle: {
      severity: "error",
      what: "The redirect from {from} goes in a circle.",
      why: "Browsers follow {chain} until they give up and show an error.",
      help: "Delete a redirect of the circle, or change its target to an existing page.",
    },
    missing: {
      severity: "error",
      what: "The target of the redirect from {from} does not exist.",
      why: "Readers get an error page, since the site has no page or file {to}.",
      help: "Correct the target, or delete the redirect.",
    },
    chain: {
      severity: "warning",
      what: "The redirect from {from} leads to another redirect.",
      why: "Every step costs readers a request: {chain}.",
      help: "Change the target to {target}.",
    },
    shadowed: {
      severity: "warning",
      what: "The redirect from {from} has the URL of an existing page or file.",
      why: "Depending on the host, either {page} or the redirect is never seen.",
      help: "Delete the redirect, or delete {page}.",
    },
    hidden: {
      severity: "warning",
      what: "The redirect from {from} is never used.",
      why: "An earlier redirect, from {earlier}, answers first.",
      help: "Move it before the redirect from {earlier}, or delete it.",
    },
  },
  site: ({ site, articles, report }) => {
    for (const scene of scenesOf(site, articles)) {
      for (const redirect of scene.redirects.all) {
        if (redirect.isConditional || redirect.example === undefined) continue;
        const { from, source } = redirect;
        const { path, range } = source;
        const earlier = redirect.status >= 400 ? undefined : earlierOf(scene, redirect);
        if (earlier !== undefined) {
          const related = [{ ...earlier.source, message: "This redirect answers first" }];
          const data = { from, earlier: earlier.from };
          report({ messageId: "hidden", path, range, data, related });
          continue;
        }
        const page = shadowOf(scene, redirect);
        if (page !== undefined) {
          const related: readonly RelatedPlace[] =
            site.article(page) === undefined
              ? []
              : [{ path: page, range: NOWHERE, message: "The page with this URL" }];
          report({ messageId: "shadowed", path, range, data: { from, page }, related });
          continue;
        }
        const walk = walkRedirects(scene.redirects, redirect, scene.pageAt);
        if (walk?.isCircle === true) {
          // A circle is one defect, reported at the first of its redirects.
          if (walk.isFirst) {
            const data = { from, chain: chainText(walk.steps, homeOf(scene.settings.site)) };
            const key = walk.steps
              .map((step) => step.from)
              .sort()
              .join("\0");
            const concerns = { scope: "articles", key } as const;
            report({ messageId: "circle", path, range, data, related: othersOf(walk), concerns });
          }
          continue;
        }
        if (walk !== undefined && walk.redirects.length > 1) {
          const url = homeOf(scene.settings.site);
          const chain = chainText(walk.steps, url);
          const target = publicAddress(walk.target, url);
          const suggestions = straight(redirect, walk.target, url);
          const related = othersOf(walk);
          report({
            messageId: "chain",
            path,
            range,
            data: { from, chain, target },
            related,
            suggestions,
          });
        } else if (isMissing(scene, redirect)) {
          const place = redirect.toRange ?? range;
          report({ messageId: "missing", path, range: place, data: { from, to: redirect.to } });
        }
      }
    }
  },
});

function scenesOf(
  site: SiteIndex,
  articles: readonly { readonly facts: ArticleFacts; readonly settings: Settings }[],
): Iterable<Scene> {
  const scenes = new Map<Redirects, Scene & { readonly pages: Map<string, string> }>();
  for (const { facts, settings } of articles) {
    const redirects = site.redirectsOf(facts.path);
    if (redirects === undefined || redirects.all.length === 0) continue;
    let scene = scenes.get(redirects);
    if (scene === undefined) {
      const pages = new Map<string, string>();
      const pageAt = (address: string): string | undefined => pages.get(slashless(address));
      scene = { site, settings, redirects, article: facts, pages, pageAt };
      scenes.set(redirects, scene);
    }
    const routes = site.routesOf(facts.path);
    if (routes?.certain !== true) continue;
    for (const address of routes.addresses) scene.pages.set(slashless(address), facts.path);
  }
  return scenes.values();
}

/** The earlier redirect of the same file that answers instead of this one; site/duplicate-url reports aliases. */
function earlierOf({ redirects }: Scene, redirect: Redirect): Redirect | undefined {
  const winner = redirects.redirectAt(redirect.example ?? "");
  if (winner === undefined || winner === redirect || winner.isConditional) return undefined;
  if (redirect.article !== undefined || winner.source.path !== redirect.source.path) {
    return undefined;
  }
  // Whether `/a/*` also answers at `/a` depends on the host.
  if (winner.isPattern && winner.from.replace(/\/\*$/, "") === slashless(redirect.from)) {
    return undefined;
  }
  return winner.order < redirect.order ? winner : undefined;
}

/** The page or file that has the URL of a redirect; site/duplicate-url reports aliases. */
function shadowOf(
  { site, settings, pageAt }: Scene,
  { address, article, status, to, isForced }: Redirect,
): string | undefined {
  if (address === undefined || article !== undefined || status < 300 || status >= 400) {
    return undefined;
  }
  // `301!` says that the page exists and must not be shown.
  if (isForced) return undefined;
  // The purpose of such a redirect is to add or drop a slash.
  if (slashless(to).endsWith(slashless(address))) return undefined;
  const page = pageAt(address);
  if (page !== undefined) return page;
  const file = address.endsWith("/") ? `${address}index.html` : address;
  return settings.site.staticDirs
    .map((folder) => (folder === "" ? file.slice(1) : folder + file))
    .find((candidate) => site.assetAt(candidate)?.path === candidate);
}

/** Whether the target certainly does not exist. Where it depends on the link, link/broken reports the link. */
function isMissing({ site, settings, redirects, article }: Scene, redirect: Redirect): boolean {
  if (redirect.article !== undefined || redirect.status >= 400) return false;
  if (!hasOneTarget(redirect) || (redirect.isPattern && redirect.status === 200)) return false;
  const to = redirects.lookup(redirect.example ?? "")?.to;
  if (to?.startsWith("/") !== true || isHostPath(to)) return false;
  const url = linkToAddress({ url: "/", from: undefined, siteUrl: homeOf(settings.site) }, to);
  if (url === undefined) return false;
  const place = { range: NOWHERE, elementRange: NOWHERE, unknown: false, from: "redirect" };
  return site.resolve(article, { url, ...place }).verdict === "absent";
}

function othersOf({ redirects }: RedirectWalk): readonly RelatedPlace[] {
  return redirects.slice(1).map(({ source, to }) => ({ ...source, message: `Then on to ${to}` }));
}

/** Replaces the target of a redirect with the end of the chain. */
function straight(
  { to, toRange }: Redirect,
  target: string,
  siteUrl: string | undefined,
): readonly Suggestion[] {
  if (toRange === undefined) return [];
  const isOutside = !target.startsWith("/");
  const text = isOutside ? target : linkToAddress({ url: to, from: undefined, siteUrl }, target);
  // A config may leave out the base path; then its new target must do the same.
  const isRooted = linkToAddress({ url: to, from: undefined, siteUrl }, "/");
  if (text === undefined || (isRooted !== undefined && !to.startsWith(isRooted) && !isOutside)) {
    return [];
  }
  return [{ message: `Change the target to ${text}`, edits: [replace(toRange, text)] }];
}

function slashless(address: string): string {
  return address === "/" ? address : address.replace(/\/$/, "");
}
