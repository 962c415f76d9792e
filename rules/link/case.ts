import {
  type ArticleFacts,
  defineRule,
  percentDecoded,
  type Resolution,
  replace,
  respelled,
  splitAddress,
  urlDefectOf,
} from "../../src/rules.js";

const SOURCE = /\.(?:md|mdx|markdown)$/i;
const PAGE = /\.(?:md|mdx|markdown|html?)$/i;

/** A link that finds its target only on file systems that treat two spellings as one. */
export default defineRule({
  id: "link/case",
  summary: "Internal links are spelled exactly like their targets",
  fixes: ["safe"],
  references: ["RFC 3986 §6.2.2.1", "https://unicode.org/reports/tr15/"],
  messages: {
    letterCase: {
      severity: "error",
      what: "This link differs in letter case from its target {path}.",
      why: "Most servers distinguish upper and lower case, so the link is broken there.",
      help: "{advice}",
    },
    normalForm: {
      severity: "error",
      what: "This link encodes its accents differently from the file name of its target.",
      why: "Most servers compare file names byte by byte, so they do not find {path}.",
      help: "{advice}",
    },
  },
  site: ({ site, articles, report, noteUnknown }) => {
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
        if (!isCase && (right === undefined || !differsInForm(right, url))) continue;
        // The engine or the article chooses the URL of a page; the name of its file says little about it.
        const isPage = PAGE.test(path) && !SOURCE.test(splitAddress(url).path);
        if (
          address === undefined &&
          isPage &&
          (engine.publishes || choosesAddress(site.article(path)))
        ) {
          noteUnknown({ path: facts.path, range, url, reason: "unsupported" });
          continue;
        }
        const fix = right === undefined ? undefined : [replace(range, right)];
        const advice = right === undefined ? `Use the letter case of ${shown}.` : `Write ${right}.`;
        report({
          messageId: isCase ? "letterCase" : "normalForm",
          path: facts.path,
          range,
          about: path,
          data: { path: shown, advice },
          ...(fix === undefined ? {} : { fix }),
        });
      }
    }
  },
});

/** Whether two spellings of a path are the same text in different Unicode forms. */
function differsInForm(one: string, other: string): boolean {
  const [left, right] = [percentDecoded(one), percentDecoded(other)];
  return left !== right && left.normalize("NFC") === right.normalize("NFC");
}

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

/** Whether the front matter of an article says where it is published. */
function choosesAddress(facts: ArticleFacts | undefined): boolean {
  if (facts === undefined) return false;
  const { permalink, slug, url, path, aliases } = facts.route;
  return [permalink, slug, url, path, ...aliases].some((address) => address !== undefined);
}
