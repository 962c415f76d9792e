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

/** Links to other sites, asked over the network when the run may use it. */
export default defineRule({
  id: "link/external",
  summary: "Links to other sites lead to what is there",
  fixes: ["suggestion"],
  references: ["RFC 9110 §15"],
  options: z.strictObject({
    ignore: z.array(z.string()).default([]).describe("beginnings of addresses that are not asked"),
  }),
  messages: {
    gone: {
      severity: "error",
      what: "The link {url} leads nowhere ({detail}), so readers end at an error.",
      why: "",
      help: "Link to where the page is now, or delete the link.",
    },
    fragment: {
      severity: "warning",
      what: "The page {url} is there, but nothing in it has the id {fragment}, so the link lands at its top.",
      why: "",
      help: "Link to a heading or id that exists there.",
    },
    moved: {
      severity: "info",
      what: "The page {url} has moved for good, so every reader takes a detour that will end some day.",
      why: "",
      help: "Link to {to}.",
    },
    suspect: {
      severity: "info",
      what: "The link {url} is answered, but {what}, which is hardly what the text promises.",
      why: "",
      help: "Look whether the page is still what you mean.",
    },
    unverified: {
      severity: "info",
      what: "Whether the link {url} works could not be verified: {detail}.",
      why: "",
      help: "Nothing, if it opens in your browser.",
    },
  },
  online: ({ facts, options, settings }) =>
    externalLinks(facts.links, settings.site, options).map(({ address }) => ({
      url: address,
      expects: "page",
    })),
  site({ report, ...context }) {
    for (const asked of askedLinks("links", context)) {
      const { link, verdict, place } = asked;
      const { url } = link.first;
      const { detail } = verdict;
      const to = movedTo(link.address, verdict);
      const what = suspicion(verdict);
      if (verdict.verdict === "broken") {
        const suggestions = archived(asked, "Link to the archived copy");
        report({ messageId: "gone", ...place, data: { url, detail }, suggestions });
      } else if (verdict.verdict === "unknown") {
        report({ messageId: "unverified", ...place, certainty: "unknown", data: { url, detail } });
      } else if (verdict.fragment === "absent") {
        const fragment = link.address.slice(link.address.indexOf("#") + 1);
        report({ messageId: "fragment", ...place, certainty: "likely", data: { url, fragment } });
      } else if (to !== undefined) {
        const suggestions = [readdress(link, withFragment(to, link.address), `Link to ${to}`)];
        report({ messageId: "moved", ...place, data: { url, to }, suggestions });
      } else if (what !== undefined) {
        report({ messageId: "suspect", ...place, certainty: "likely", data: { url, what } });
      }
    }
  },
});

/** A redirect keeps the fragment unless it names its own (RFC 9110 §10.2.2). */
function withFragment(to: string, from: string): string {
  const at = from.indexOf("#");
  return at === -1 || to.includes("#") ? to : to + from.slice(at);
}

function suspicion({ notes }: ExternalVerdict): string | undefined {
  const [note] = notes;
  if (note === "parked") return "its domain is for sale";
  if (note === "login") return "it leads to a form to log in";
  return note === "soft-404" ? "it leads to a home page or a page for errors" : undefined;
}
