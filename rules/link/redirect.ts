import {
  type ArticleFacts,
  chainText,
  defineRule,
  type Edit,
  homeOf,
  isCircle,
  isLasting,
  linkToAddress,
  publicAddress,
  type RedirectStep,
  type Reference,
  type RelatedPlace,
  type Resolution,
  replace,
  type SiteIndex,
} from "../../src/rules.js";

type Redirected = Exclude<Resolution, { verdict: "redirected-away" }>;

/** A link to the former URL of a page. */
export default defineRule({
  id: "link/redirect",
  summary: "Internal links lead to the page itself, not to a redirect",
  fixes: ["safe"],
  references: ["RFC 9110 §15.4"],
  messages: {
    redirected: {
      severity: "warning",
      what: "This link leads to a redirect to {target}.",
      why: "Readers wait for a second request, and the link breaks when the redirect is removed.",
      help: "Link to {target}.",
    },
    chain: {
      severity: "warning",
      what: "This link leads through {count} redirects to {target}.",
      why: "Readers wait for each step ({chain}), and the link breaks when one of them is removed.",
      help: "Link to {target}.",
    },
    circle: {
      severity: "error",
      what: "The redirects of this link form a circle.",
      why: "Browsers give up and show an error ({chain}).",
      help: "Link to the page you mean, and correct the redirects.",
    },
  },
  speaksOf: "each",
  site: ({ site, articles, report }) => {
    for (const { facts, settings } of articles) {
      if (site.redirectsOf(facts.path)?.all.length === 0) continue;
      for (const link of facts.links) {
        if (link.unknown || link.url.startsWith("#")) continue;
        const resolution = site.resolve(facts, link);
        if (resolution.verdict === "redirected-away" || !("redirects" in resolution)) continue;
        const { redirects = [] } = resolution;
        const target = redirects.at(-1)?.to;
        if (target === undefined) continue;
        const { path } = facts;
        const { range } = link;
        const siteUrl = homeOf(settings.site);
        const related = redirects.map((step) => sayStep(step, siteUrl));
        const chain = chainText(redirects, siteUrl);
        if (isCircle(redirects)) {
          report({ messageId: "circle", path, range, data: { chain }, related });
        } else if (resolution.verdict !== "absent" && isLasting(redirects)) {
          const data = { target: publicAddress(target, siteUrl) };
          const fix = fixOf(site, facts, link, resolution, target, siteUrl);
          const place = { path, range, related, ...(fix === undefined ? {} : { fix }) };
          if (redirects.length === 1) report({ ...place, messageId: "redirected", data });
          else {
            const count = redirects.length;
            report({ ...place, messageId: "chain", data: { ...data, count, chain } });
          }
        }
      }
    }
  },
});

function sayStep({ from, to, source }: RedirectStep, siteUrl: string | undefined): RelatedPlace {
  const [old, next] = [from, to].map((address) => publicAddress(address, siteUrl));
  return { ...source, message: `redirects ${old} to ${next}` };
}

/** The link to the final target in its own style, if it then leads to the same page without a redirect. */
function fixOf(
  site: SiteIndex,
  facts: ArticleFacts,
  link: Reference,
  resolution: Redirected,
  target: string,
  siteUrl: string | undefined,
): readonly Edit[] | undefined {
  const routes = site.routesOf(facts.path);
  const from = routes?.certain === true ? routes.addresses[0] : undefined;
  const url = linkToAddress({ url: link.url, from, siteUrl }, target);
  // An ampersand may be written as it is or as a character reference; this stage cannot tell which.
  if (url === undefined || url.includes("&")) return undefined;
  const direct = site.resolve(facts, { ...link, url });
  return placeOf(direct) === placeOf(resolution) && !hasRedirects(direct)
    ? [replace(link.range, url)]
    : undefined;
}

function hasRedirects(resolution: Resolution): boolean {
  return "redirects" in resolution && resolution.redirects !== undefined;
}

function placeOf(resolution: Resolution): string | undefined {
  switch (resolution.verdict) {
    case "article":
      return resolution.path;
    case "asset":
      return resolution.asset.path;
    case "generated":
      return resolution.address;
    default:
      return undefined;
  }
}
