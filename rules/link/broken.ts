import * as z from "zod";
import { defineRule, type Range, type Suggestion, schemeOf, urlDefectOf } from "../../src/rules.js";
import { linkReplacement } from "./lib/link-replacement.js";

/** An internal link whose target does not exist. Needs the whole site in view; otherwise nobody can know. */
export default defineRule({
  id: "link/broken",
  summary: "Internal links lead to something that exists",
  fixes: ["suggestion"],
  references: ["RFC 3986 §5"],
  options: z.strictObject({
    ignore: z
      .array(z.string())
      .default([])
      .describe("beginnings of paths that exist only on the server, e.g. /api/"),
  }),
  messages: {
    absent: {
      severity: "error",
      what: "The link leads to {url}, but there is no such page or file in this site.",
      why: "",
      help: "Correct the path, or delete the link.",
    },
    absentNearest: {
      severity: "error",
      what: "The link leads to {url}, but there is no such page or file in this site.",
      why: "",
      help: "Link to {nearest}, if that is what you mean.",
    },
  },
  site: ({ site, articles, report, countUnknown }) => {
    for (const { facts, options, settings } of articles) {
      for (const link of facts.links) {
        if (link.url === "" || schemeOf(link.url) === "javascript") continue;
        // link/malformed says what is wrong with these.
        if (!link.unknown && urlDefectOf(link.url, false) !== undefined) continue;
        if (options.ignore.some((prefix) => link.url.startsWith(prefix))) continue;
        const resolution = site.resolve(facts, link);
        const { path } = facts;
        if (resolution.verdict === "unknown") countUnknown(path);
        // Of a target in another letter case link/case speaks, of a redirect to nothing site/redirects.
        if (resolution.verdict !== "absent" || resolution.redirects !== undefined) continue;
        const { range, url } = link;
        const about = resolution.gone ?? path;
        const article = { path, address: site.routesOf(path)?.addresses[0] };
        const meant = linkReplacement(article, url, resolution, settings.site.url);
        if (meant === undefined) report({ path, range, about, messageId: "absent", data: { url } });
        else {
          const data = { url, nearest: meant.name };
          const suggestions = suggestionOf(meant.url, range);
          report({ path, range, about, messageId: "absentNearest", data, suggestions });
        }
      }
    }
  },
});

function suggestionOf(url: string | undefined, range: Range): readonly Suggestion[] {
  return url === undefined ? [] : [{ message: `Link to ${url}`, edits: [{ ...range, text: url }] }];
}
