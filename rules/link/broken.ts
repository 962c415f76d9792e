import { z } from "zod";
import { urlDefectOf } from "../../src/knowledge/malformed-url.js";
import { schemeOf } from "../../src/knowledge/url-scheme.js";
import { defineRule } from "../../src/rule/index.js";

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
      text: "The link leads to {url}, but there is no such page or file in this site.",
      help: "Correct the path, or delete the link.",
    },
    absentNearest: {
      severity: "error",
      text: "The link leads to {url}, but there is no such page or file in this site.",
      help: "Link to {nearest}, if that is what you mean.",
    },
  },
  site: ({ site, articles, report, countUnknown }) => {
    for (const { facts, options } of articles) {
      for (const link of facts.links) {
        if (link.url === "" || schemeOf(link.url) === "javascript") continue;
        // link/malformed says what is wrong with these.
        if (!link.unknown && urlDefectOf(link.url, false) !== undefined) continue;
        if (options.ignore.some((prefix) => link.url.startsWith(prefix))) continue;
        const resolution = site.resolve(facts, link);
        const { path } = facts;
        if (resolution.verdict === "unknown") countUnknown(path);
        // Of a target in another letter case link/case speaks.
        if (resolution.verdict !== "absent") continue;
        const { nearest } = resolution;
        const { range, url } = link;
        if (nearest === undefined) report({ path, range, messageId: "absent", data: { url } });
        else {
          const suggestions = pathTo(path, nearest, url, range);
          report({ path, range, messageId: "absentNearest", data: { url, nearest }, suggestions });
        }
      }
    }
  },
});

/** The nearest target written as the link was: relative stays relative, query and fragment stay. */
function pathTo(from: string, to: string, url: string, range: { start: number; end: number }) {
  const rest = /[?#].*$/.exec(url)?.[0] ?? "";
  if (url.startsWith("/")) return [];
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared])
    shared++;
  const text = [...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/") + rest;
  return [{ message: `Link to ${text}`, edits: [{ ...range, text }] }];
}
