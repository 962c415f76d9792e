import * as z from "zod";
import {
  archived,
  askedLinks,
  defineRule,
  type ExternalVerdict,
  externalLinks,
  movedTo,
  readdress,
} from "../../src/rules.js";

/** Links to other sites, checked over the network when the run may use it. */
export default defineRule({
  id: "link/external",
  summary: "Links to other sites lead to pages that exist",
  fixes: ["suggestion"],
  references: ["RFC 9110 §15"],
  options: z.strictObject({
    ignore: z.array(z.string()).default([]).describe("Beginnings of URLs that are not checked."),
  }),
  messages: {
    gone: {
      severity: "error",
      what: "This link is broken: {detail}.",
      why: "Readers who follow the link get an error.",
      help: "Link to the new URL of the page, or delete the link.",
    },
    fragment: {
      severity: "warning",
      what: "The linked page has no anchor #{fragment}.",
      why: "The link opens the page at the top and not at the section.",
      help: "Link to a heading or id that exists on that page.",
    },
    moved: {
      severity: "info",
      what: "The linked page has moved permanently.",
      why: "Readers take a detour, and the link breaks when the redirect is removed.",
      help: "Link to {to}.",
    },
    suspect: {
      severity: "info",
      what: "This link leads to {place}.",
      why: "Readers probably do not find what the link text promises.",
      help: "Open the link and check whether the page is still the one you mean.",
    },
    unverified: {
      severity: "info",
      what: "This link could not be checked: {detail}.",
      why: "There was no clear answer, so the page may or may not exist.",
      help: "Open the link in a browser; if the page is there, leave the link as it is.",
    },
  },
  online: ({ facts, options, settings }) =>
    externalLinks(facts.links, settings.site, options).map(({ address }) => ({
      url: address,
      expects: "page",
    })),
  speaksOf: "each",
  site({ site, articles, report, noteUnknown }) {
    for (const asked of askedLinks("links", { site, articles, noteUnknown })) {
      const { link, verdict, place: finding } = asked;
      const { detail } = verdict;
      const to = movedTo(link.address, verdict);
      const place = suspiciousPlace(verdict);
      if (verdict.verdict === "broken") {
        const suggestions = archived(asked, "Link to the archived copy");
        report({ messageId: "gone", ...finding, data: { detail }, suggestions });
      } else if (verdict.verdict === "unknown") {
        report({ messageId: "unverified", ...finding, certainty: "unknown", data: { detail } });
      } else if (verdict.fragment === "absent") {
        const fragment = link.address.slice(link.address.indexOf("#") + 1);
        report({ messageId: "fragment", ...finding, certainty: "likely", data: { fragment } });
      } else if (to !== undefined) {
        const suggestions = [readdress(link, withFragment(to, link.address), `Link to ${to}`)];
        report({ messageId: "moved", ...finding, data: { to }, suggestions });
      } else if (place !== undefined) {
        report({ messageId: "suspect", ...finding, certainty: "likely", data: { place } });
      }
    }
  },
});

/** A redirect keeps the fragment unless it names its own (RFC 9110 §10.2.2). */
function withFragment(to: string, from: string): string {
  const at = from.indexOf("#");
  return at === -1 || to.includes("#") ? to : to + from.slice(at);
}

/** Where a link leads that is answered, but probably not with the page that was meant. */
function suspiciousPlace({ notes }: ExternalVerdict): string | undefined {
  const [note] = notes;
  if (note === "parked") return "a domain that is for sale";
  if (note === "login") return "a login form";
  return note === "soft-404" ? "a home page or an error page" : undefined;
}
