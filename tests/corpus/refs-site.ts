import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { indexLines } from "../../src/article/lines.js";
import { builtInRules } from "../../src/config/built-in-rules.js";
import { Project } from "../../src/config/project.js";
import { NO_FLAGS } from "../../src/config/resolve/flags.js";
import { type Config, siteSchema } from "../../src/config/schema/schema.js";
import { nodeFileSystem } from "../../src/files/file-system.js";
import { checkArticle } from "../../src/lint/index.js";
import { lintFiles } from "../../src/run/api.js";
import { discover } from "../../src/run/discover.js";
import { readFileText } from "../../src/run/files/article-text.js";
import { createProjectFiles } from "../../src/run/files/project-files.js";
import type { IndexedArticle } from "../../src/site/contract.js";
import { createSiteIndex } from "../../src/site/create-site-index.js";
import siteConfigs from "./site-configs.json" with { type: "json" };

/** What the sites' own configs say, where the references need it; the copies carry none. */
const configs = z
  .record(
    z.string(),
    z.strictObject({
      files: z.record(z.string(), z.string()).default({}),
      site: siteSchema.default({}),
    }),
  )
  .parse(siteConfigs);

const corpus = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));

/** One line of `REFS.tsv`: a reference of an article, and whether its target exists where the copy was taken from. */
export interface Ref {
  /** Relative to the site's folder. */
  readonly file: string;
  readonly line: number;
  readonly url: string;
  readonly upstream: "exists" | "not-found";
  readonly here: boolean;
  readonly target: string;
}

/** The references of one site. */
export function refsOf(site: string): readonly Ref[] {
  return readFileSync(join(corpus, "REFS.tsv"), "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"))
    .filter(([file = ""]) => file.startsWith(`${site}/`))
    .map(([file = "", line = "0", , url = "", upstream = "", here = "", target = ""]) => ({
      file: file.slice(site.length + 1),
      line: Number(line),
      url,
      upstream: upstream === "exists" ? "exists" : "not-found",
      here: here === "here",
      target,
    }));
}

/** Copies a site into a folder, with a stub for every target that exists upstream and was left out. */
export function copyWithStubs(site: string, folder: string): void {
  cpSync(join(corpus, site), folder, { recursive: true });
  for (const [path, text] of Object.entries(configs[site]?.files ?? {}))
    writeFileSync(join(folder, path), text);
  for (const { upstream, here, target } of refsOf(site)) {
    const file = join(folder, target);
    if (upstream !== "exists" || here || existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, /\.(?:md|html?)$/.test(target) ? "---\ntitle: A page\n---\n" : "stub");
  }
}

/** How a reference came out: what was reported of it, else its verdict. */
export interface Outcome {
  readonly ref: Ref;
  readonly reported: readonly string[];
  readonly verdict: string;
}

/** Checks the links and images of a copy, the whole site in view, and joins what comes out with the references. */
export async function outcomesOf(
  site: string,
  folder: string,
  config: Config,
): Promise<readonly Outcome[]> {
  const whole: Config = {
    ...config,
    site: { ...config.site, ...configs[site]?.site, complete: true },
  };
  const only = ["link/broken", "link/case", "image/not-found"];
  const report = await lintFiles(["."], { cwd: folder, config: whole, only });
  const reported = new Map<string, string[]>();
  for (const { path, findings } of report.files) {
    for (const { rule, start, end, related = [] } of findings) {
      for (const place of [{ start, end }, ...related]) {
        const key = `${path}:${place.start.offset}`;
        reported.set(key, [...(reported.get(key) ?? []), rule]);
      }
    }
  }
  const references = await verdictsOf(folder, whole);
  return refsOf(site).map((ref) => {
    const own = references.filter(
      ({ path, line, url }) => path === ref.file && url === ref.url && line === ref.line,
    );
    const near = own.length > 0 ? own : references.filter((one) => isSame(one, ref));
    return {
      ref,
      reported: near.flatMap(({ path, offset }) => reported.get(`${path}:${offset}`) ?? []),
      verdict: near[0]?.verdict ?? "not a reference",
    };
  });
}

interface Verdict {
  readonly path: string;
  readonly line: number;
  readonly offset: number;
  readonly url: string;
  readonly verdict: string;
}

/** Lists count lines differently where a tag goes over several. */
function isSame({ path, url }: Verdict, ref: Ref): boolean {
  return path === ref.file && url.replaceAll("&amp;", "&") === ref.url.replaceAll("&amp;", "&");
}

async function verdictsOf(folder: string, config: Config): Promise<readonly Verdict[]> {
  const project = new Project({ cwd: folder, config, builtInRules });
  const files = nodeFileSystem;
  const { articles } = await discover(["."], { project, files, noIgnore: true });
  const settings = project.settingsFrom(folder, NO_FLAGS);
  const sources = new Map<string, string>();
  const indexed = articles.map((found): IndexedArticle => {
    const read = readFileText(found.path, files);
    const source = read.kind === "text" ? read.source : "";
    const resolved = settings.resolveFor(found.path, found.config);
    const path = found.path.slice(folder.length + 1).replaceAll("\\", "/");
    sources.set(path, source);
    const input = { path, source, decodingProblems: [], rules: [], ...resolvedParts(resolved) };
    return { facts: checkArticle(input, 0).facts, ...resolvedParts(resolved) };
  });
  const index = createSiteIndex(indexed, createProjectFiles(folder, folder, files));
  return index.articles.flatMap((facts) => {
    const lines = indexLines(sources.get(facts.path) ?? "");
    return [...facts.links, ...facts.images].map((reference) => {
      const resolution = index.resolve(facts, reference);
      const { verdict } = resolution;
      return {
        path: facts.path,
        line: lines.pointAt(reference.elementRange.start).line,
        offset: reference.range.start,
        url: reference.url,
        verdict: verdict === "unknown" ? `unknown: ${resolution.reason}` : verdict,
      };
    });
  });
}

function resolvedParts({ engine, settings }: Pick<IndexedArticle, "engine" | "settings">) {
  return { engine, settings };
}
