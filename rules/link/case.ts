import { urlDefectOf } from "../../src/knowledge/malformed-url.js";
import { decode, respelled, splitAddress } from "../../src/knowledge/spelling.js";
import { defineRule, type Resolution } from "../../src/rule/index.js";

/** Engines that publish pages under lower-case addresses, whatever their files are called. */
const LOWERS: ReadonlySet<string> = new Set(["hugo"]);

/** A link that finds its target only where the file system takes one spelling for another. */
export default defineRule({
  id: "link/case",
  summary: "Internal links are spelt as their targets are",
  fixes: ["safe"],
  references: ["RFC 3986 §6.2.2.1", "https://unicode.org/reports/tr15/"],
  messages: {
    letterCase: {
      severity: "error",
      text: "The link {url} leads to {path} only where letter case does not matter; on most servers it is broken.",
      help: "Write it in the letter case of the file.",
    },
    normalForm: {
      severity: "error",
      text: "The link {url} looks like {path}, but its accents are encoded in another way, so on most servers it is broken.",
      help: "Write it with the characters of the file's name.",
    },
  },
  site: ({ site, articles, report }) => {
    for (const { facts, engine } of articles) {
      for (const link of facts.links) {
        const { url, range, unknown } = link;
        if (unknown || url === "" || url.startsWith("#")) continue;
        if (urlDefectOf(url, false) !== undefined) continue;
        const resolution = site.resolve(facts, link);
        const path = pathOf(resolution);
        const right = path === undefined ? undefined : respelled(url, path);
        if (path === undefined || right === url) continue;
        const isCase = resolution.verdict === "case";
        // The same name, percent-encoded or not, is the same.
        if (!isCase && (right === undefined || decode(right) === decode(url))) continue;
        if (isCase && LOWERS.has(engine) && isLowered(url)) continue;
        const fix = right === undefined ? undefined : [{ ...range, text: right }];
        report({
          messageId: isCase ? "letterCase" : "normalForm",
          path: facts.path,
          range,
          data: { url, path },
          ...(fix === undefined ? {} : { fix }),
        });
      }
    }
  },
});

function pathOf(resolution: Resolution): string | undefined {
  switch (resolution.verdict) {
    case "case":
    case "article":
      return resolution.path;
    case "asset":
      return resolution.asset.path;
    default:
      return undefined;
  }
}

/** An address of a page, all in lower case. */
function isLowered(url: string): boolean {
  const { path } = splitAddress(url);
  return path === path.toLowerCase() && !/\.(?!html?$)[a-z0-9]{1,5}$/.test(path);
}
