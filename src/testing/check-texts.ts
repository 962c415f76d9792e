import type { Engine } from "../engine/engine.js";
import { engines, plainFolders } from "../engines/index.js";
import type { FrontMatterSchema } from "../facts/front-matter-schema.js";
import type { SiteSettings } from "../facts/site-settings.js";
import {
  type ArticleResult,
  type Crash,
  checkArticles,
  checkSite,
  type FileResult,
  indexArticles,
  type ProjectFiles,
  type RuleSetting,
} from "../lint/index.js";
import { Clock } from "../rule/clock.js";
import type { ExternalVerdict } from "../rule/external.js";
import type { Rule } from "../rule/rule.js";
import type { Settings } from "../rule/settings.js";
import type { Asset } from "../rule/site-index.js";
import { textResources } from "./text-resources.js";

/** A folder of articles with no site around it. */
export const PLAIN_SITE: SiteSettings = {
  folder: "",
  root: "",
  url: undefined,
  complete: false,
  isVouchedFor: false,
  isRepository: false,
  timezone: undefined,
  staticDirs: [],
  ownHosts: [],
  config: {},
  routes: {},
  version: undefined,
  redirectFiles: [],
  output: undefined,
};

/** One article of a test site. */
export interface TestArticle {
  readonly path: string;
  readonly text: string;
}

/** A file that exists beside the articles: a path, or a path with what its bytes would tell. */
export type TestFile =
  | string
  | (Partial<Asset> & {
      readonly path: string;
      /** What a text file holds. */
      readonly text?: string;
    });

/** What a check on texts may set; everything has a default. */
export interface CheckTextsOptions {
  readonly rules: readonly { readonly rule: Rule; readonly options?: unknown }[];
  /** A name, or an engine of one's own; plain folders when absent. */
  readonly engine?: string | Engine;
  readonly site?: Partial<SiteSettings>;
  readonly schema?: FrontMatterSchema;
  readonly requireReasons?: boolean;
  /** Ids directives may name, besides those of `rules`. */
  readonly knownRules?: readonly string[];
  readonly files?: readonly TestFile[];
  /** What the network says, by absolute address. */
  readonly external?: ReadonlyMap<string, ExternalVerdict>;
  /** An ISO date; 2026-01-01 when absent. */
  readonly now?: string;
}

/**
 * Checks texts as the command line would, without a file system or config: for tests and rule pages.
 *
 * @throws {z.ZodError} when a rule's options do not fit its schema.
 * @throws {TypeError} when they name what is not among `files`.
 */
export function checkTexts(
  articles: readonly TestArticle[],
  options: CheckTextsOptions,
): {
  readonly results: readonly ArticleResult[];
  /** Files that are no articles, where something was found in them. */
  readonly files: readonly FileResult[];
  readonly crashes: readonly Crash[];
} {
  const now = Date.parse(options.now ?? "2026-01-01T00:00:00Z");
  const engine = engineNamed(options.engine);
  const rules = options.rules.map(({ rule, options: given }): RuleSetting => {
    const parsed = rule.options.parse(given ?? {});
    const loaded = rule.load?.(parsed, textResources(textsOf(options.files ?? [])));
    return { rule, severity: undefined, options: parsed, loaded };
  });
  const settings: Settings = {
    site: {
      ...PLAIN_SITE,
      ...options.site,
    },
    schema: options.schema,
    requireReasons: options.requireReasons ?? false,
    knownRules: new Set([...rules.map(({ rule }) => rule.id), ...(options.knownRules ?? [])]),
  };
  const inputs = articles.map(({ path, text }) => ({
    path,
    source: text,
    decodingProblems: [],
    engine,
    rules,
    settings,
  }));
  const checked = checkArticles(inputs, now).flatMap((one, index) => {
    const input = inputs[index];
    return input === undefined ? [] : [{ input, checked: one }];
  });
  const assets = [
    ...articles.map(({ path, text }) => assetOf({ path, bytes: text.length })),
    ...(options.files ?? []).map(assetOf),
  ];
  const files = projectFiles(assets, textsOf([...articles, ...(options.files ?? [])]));
  const index = indexArticles(checked, files, { external: options.external });
  return checkSite(checked, index, { files, clock: new Clock(now) });
}

/** @throws {TypeError} for a name that no engine has */
function engineNamed(name: string | Engine = plainFolders): Engine {
  const engine = typeof name === "string" ? engines.get(name) : name;
  if (engine === undefined) throw new TypeError(`There is no engine "${String(name)}".`);
  return engine;
}

/** What a lookup tells of a test's file: 1000 bytes of unknown kind where it says nothing else. */
export function assetOf(file: TestFile): Asset {
  const { text: _text, ...given } = typeof file === "string" ? { path: file, text: "" } : file;
  return { bytes: 1000, type: undefined, hash: undefined, size: undefined, ...given };
}

/** What the text files among some files hold, by path. */
export function textsOf(files: readonly TestFile[]): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap((file) =>
      typeof file === "string" || file.text === undefined ? [] : [[file.path, file.text] as const],
    ),
  );
}

/** A lookup over a fixed list of files, as the run layer makes one from the disk. */
export function projectFiles(
  assets: readonly Asset[],
  texts: ReadonlyMap<string, string> = new Map(),
): ProjectFiles {
  const fold = (path: string): string => path.normalize("NFC").toLowerCase();
  const byPath = new Map<string, Asset>();
  const exact = new Map<string, Asset>();
  const folders = new Set<string>([""]);
  for (const asset of assets) {
    byPath.set(fold(asset.path), asset);
    exact.set(asset.path.normalize("NFC"), asset);
    const parts = asset.path.split("/");
    for (let count = 1; count < parts.length; count++) folders.add(parts.slice(0, count).join("/"));
  }
  return {
    find: (path) => exact.get(path) ?? byPath.get(fold(path)),
    hasFolder: (path) => folders.has(path),
    sameName: (name) =>
      assets
        .map(({ path }) => path)
        .filter((path) => fold(path.split("/").at(-1) ?? "") === fold(name))
        .sort(),
    list: (folder) =>
      assets
        .map(({ path }) => path)
        .filter((path) => folder === "" || path.startsWith(`${folder}/`))
        .sort(),
    text: (path) => texts.get(path),
  };
}
