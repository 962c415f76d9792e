import { dirname } from "node:path";
import * as z from "zod";
import type { Article } from "../../article/article.js";
import { join } from "../../engine/address.js";
import type { Include, IncludeReading } from "../../engine/includes.js";
import type { SiteSettings } from "../../facts/site-settings.js";
import { configText, folderPath, isHidden, joinPath } from "../read/config-value.js";
import { includeTags } from "../read/include-tags.js";

const TAGS: ReadonlySet<string> = new Set(["include", "render", "extends", "import", "from"]);

const QUOTED = /^(["'])([^"'{}$]+)\1\s*(.*)$/s;
/** Calls of a config that put another library in place for one of these languages. */
const LIBRARY = /^(?:set|amend)Library$/;
/** Calls of a config that may move where files are looked for. */
const OTHER_PLACES =
  /^(?:setLiquidOptions|setNunjucksEnvironmentOptions|setNunjucksPrecompiled|addExtension|addEngine)$/;

const schema = z.object({
  dir: z.object({ includes: configText }).catch({ includes: undefined }),
  markdownTemplateEngine: z.unknown().optional(),
  htmlTemplateEngine: z.unknown().optional(),
  calls: z
    .array(z.object({ method: z.string(), arguments: z.array(z.unknown()) }))
    .optional()
    .catch(undefined),
});

/** The folder of includes; undefined where code of the site decides where files are looked for. */
function includesFolder({ config, root }: SiteSettings): string | undefined {
  const { dir, calls } = schema.parse(config);
  if (Object.keys(config).length === 0 || calls === undefined) return undefined;
  if (isHidden(config, "dir")) return undefined;
  const moves = calls.some(
    ({ method, arguments: [language] }) =>
      OTHER_PLACES.test(method) || (LIBRARY.test(method) && language !== "md"),
  );
  if (moves) return undefined;
  const called = calls.findLast(({ method }) => method === "setIncludesDirectory");
  const folder = configText.parse(called?.arguments[0]) ?? dir.includes ?? "_includes";
  return joinPath(root, folderPath(folder));
}

/** Whether an article is run through Liquid or Nunjucks, as its own front matter or the config says. */
function isRun({ frontMatter, format }: Article, { config }: SiteSettings): boolean {
  const { markdownTemplateEngine, htmlTemplateEngine } = schema.parse(config);
  const usual = (format === "html" ? htmlTemplateEngine : markdownTemplateEngine) ?? "liquid";
  const override = frontMatter?.data.templateEngineOverride ?? usual;
  return typeof override === "string" && /\b(?:liquid|njk)\b/.test(override);
}

function includesOf(article: Article, site: SiteSettings): readonly Include[] {
  const includes = includesFolder(site);
  if (includes === undefined || !isRun(article, site)) return [];
  const folders = [includes, site.root, site.folder];
  const own = dirname(article.path).replace(/^\.$/, "");
  return includeTags(article, TAGS).flatMap(({ content, start }): Include[] => {
    const [, , written = "", rest = ""] = QUOTED.exec(content) ?? [];
    if (written === "" || /^ignore\b/.test(rest)) return [];
    const homes = /^\.\.?\//.test(written) ? [own, ...folders] : folders;
    const files = homes.flatMap((home) => join(home, written) ?? []);
    const range = { start: start + 1, end: start + 1 + written.length };
    // Liquid adds its own ending.
    const candidates = [...new Set([...files, ...files.map((file) => `${file}.liquid`)])];
    return [{ range, written, candidates, failure: "stops" }];
  });
}

/** Files that `{% include "x" %}`, `{% render "x" %}` and their kin take in, of Liquid and of Nunjucks. */
export const eleventyIncludes: Pick<IncludeReading, "includesOf"> = { includesOf };
