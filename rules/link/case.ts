import {
  type ArticleFacts,
  defineRule,
  percentDecoded,
  type Resolution,
  respelled,
  splitAddress,
  urlDefectOf,
} from "../../src/rules.js";

const SOURCE = /\.(?:md|mdx|markdown)$/i;
const PAGE = /\.(?:md|mdx|markdown|html?)$/i;

/** A link that finds its target only where the file system takes one spelling for another. */
export default defineRule({
  id: "link/case",
  summary: "Internal links are spelt as their targets are",
  fixes: ["safe"],
  references: ["RFC 3986 §6.2.2.1", "https://unicode.org/reports/tr15/"],
  messages: {
    letterCase: {
      severity: "error",
      what: "The link {url} leads to {path} only where letter case does not matter; on most servers it is broken.",
      why: "",
      help: "Write it in the letter case of the file.",
    },
    normalForm: {
      severity: "error",
      what: "The link {url} looks like {path}, but its accents are encoded in another way, so on most servers it is broken.",
      why: "",
      help: "Write it with the characters of the file's name.",
    },
  },
  site: ({ site, articles, report, countUnknown }) => {
    for (const { facts, engine } of articles) {
      for (const link of facts.links) {
        const { url, range, unknown } = link;
        if (unknown || url === "" || url.startsWith("#")) continue;
        if (urlDefectOf(url, false) !== undefined) continue;
        const resolution = site.resolve(facts, link);
        const path = pathOf(resolution);
        const isCase = resolution.verdict === "case";
        const address = isCase ? resolution.address : undefined;
        const shown = address ?? path;
        const right = shown === undefined ? undefined : respelled(url, shown.replace(/\/$/, ""));
        if (path === undefined || shown === undefined || right === url) continue;
        // The same name, percent-encoded or not, is the same.
        if (!isCase && (right === undefined || percentDecoded(right) === percentDecoded(url)))
          continue;
        // The address of a page is the engine's or the article's to choose; its file's name says little.
        const isPage = PAGE.test(path) && !SOURCE.test(splitAddress(url).path);
        if (
          address === undefined &&
          isPage &&
          (engine.publishes || choosesAddress(site.article(path)))
        ) {
          countUnknown(facts.path);
          continue;
        }
        const fix = right === undefined ? undefined : [{ ...range, text: right }];
        report({
          messageId: isCase ? "letterCase" : "normalForm",
          path: facts.path,
          range,
          about: path,
          data: { url, path: shown },
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

/** Whether an article's front matter says where it is published. */
function choosesAddress(facts: ArticleFacts | undefined): boolean {
  if (facts === undefined) return false;
  const { permalink, slug, url, path, aliases } = facts.route;
  return [permalink, slug, url, path, ...aliases].some((address) => address !== undefined);
}
