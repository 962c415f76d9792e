import * as z from "zod";
import {
  defineRule,
  HOLD_BACK_REASONS,
  hasOneTarget,
  homeOf,
  isCircle,
  isHostPath,
  publicAddress,
  type Range,
  type RedirectStep,
  type Redirects,
  replace,
  type Suggestion,
  schemeOf,
  targetKey,
  urlDefectOf,
} from "../../src/rules.js";
import { linkReplacement } from "./lib/link-replacement.js";

/** An internal link whose target does not exist. Only a run over the whole site can tell. */
export default defineRule({
  id: "link/broken",
  summary: "Internal links lead to pages and files that exist",
  fixes: ["suggestion"],
  references: ["RFC 3986 §5"],
  options: z.strictObject({
    ignore: z
      .array(z.string())
      .default([])
      .describe("Beginnings of paths that exist only on the server, for example `/api/`."),
  }),
  messages: {
    absent: {
      severity: "error",
      what: "The link target does not exist: {url}.",
      why: "Readers who follow the link get an error page, and search engines stop there.",
      help: "Correct the path, or delete the link.",
    },
    absentNearest: {
      severity: "error",
      what: "The link target does not exist: {url}.",
      why: "Readers who follow the link get an error page, and search engines stop there.",
      help: "Link to {nearest}, if that is what you mean.",
    },
    redirected: {
      severity: "error",
      what: "A redirect leads the link to a page that does not exist: {url}.",
      why: "Readers who follow the link are sent to {target} and get an error page.",
      help: "Correct the link, or change the redirect.",
    },
    heldBack: {
      severity: "error",
      what: "The link leads to a page that is not published: {url}.",
      why: "{target} {reason}, so readers who follow the link get an error page.",
      help: "Publish that article first, or delete the link.",
    },
  },
  site: ({ site, articles, report, noteUnknown }) => {
    for (const { facts, options, settings } of articles) {
      for (const link of facts.links) {
        if (link.url === "" || schemeOf(link.url) === "javascript") continue;
        // link/malformed says what is wrong with these.
        if (!link.unknown && urlDefectOf(link.url, false) !== undefined) continue;
        if (options.ignore.some((prefix) => link.url.startsWith(prefix))) continue;
        const resolution = site.resolve(facts, link);
        const { path } = facts;
        const { range, url } = link;
        if (resolution.verdict === "unknown")
          noteUnknown({ path, range, url, reason: resolution.reason });
        // link/case reports targets in another letter case.
        if (resolution.verdict !== "absent") continue;
        const repeats = targetKey(path, url);
        const { redirects } = resolution;
        // What a rewrite shows in an address' place is missing at that address.
        if (redirects !== undefined && !isRewrite(redirects)) {
          const last = lastOfPattern(site.redirectsOf(path), redirects);
          if (last === undefined) continue;
          const { source } = last;
          const related = [{ ...source, message: `redirects ${last.from} to ${last.to}` }];
          const data = { url, target: publicAddress(last.to, homeOf(settings.site)) };
          report({ messageId: "redirected", path, range, repeats, data, related });
          continue;
        }
        if (resolution.heldBack !== undefined) {
          const { path: target } = resolution.heldBack;
          const reason = HOLD_BACK_REASONS[resolution.heldBack.reason];
          report({
            path,
            range,
            about: target,
            repeats,
            messageId: "heldBack",
            data: { url, target, reason },
          });
          continue;
        }
        const about = resolution.gone ?? path;
        const article = { path, address: site.routesOf(path)?.addresses[0] };
        const meant = linkReplacement(article, url, resolution, homeOf(settings.site));
        if (meant === undefined)
          report({ path, range, about, repeats, messageId: "absent", data: { url } });
        else {
          const data = { url, nearest: meant.name };
          // How a template tag would write it is for the writer to say.
          const suggestions = link.unknown ? [] : suggestionOf(meant.url, range);
          report({ path, range, about, repeats, messageId: "absentNearest", data, suggestions });
        }
      }
    }
  },
});

/**
 * The last step to an absent target, if it is the link that made the target: site/redirects reports redirects that lead
 * to an absent target from everywhere, link/redirect those that form a circle.
 */
function lastOfPattern(
  redirects: Redirects | undefined,
  steps: readonly RedirectStep[],
): RedirectStep | undefined {
  const last = steps.at(-1);
  const redirect = last === undefined ? undefined : redirects?.redirectAt(last.from);
  if (last === undefined || redirect === undefined || isCircle(steps)) return undefined;
  if (hasOneTarget(redirect) || redirect.status === 200 || isHostPath(last.to)) return undefined;
  return steps.some(({ conditional }) => conditional === true) ? undefined : last;
}

/** Whether the server only looks elsewhere for a page, for everybody. */
function isRewrite(steps: readonly RedirectStep[]): boolean {
  return steps.every(
    ({ status, conditional, to }) => status === 200 && conditional !== true && !isHostPath(to),
  );
}

function suggestionOf(url: string | undefined, range: Range): readonly Suggestion[] {
  return url === undefined ? [] : [{ message: `Link to ${url}`, edits: [replace(range, url)] }];
}
