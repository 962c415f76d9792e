import { join, resolve } from "node:path";
import { type FileSystem, nodeFileSystem } from "../files/file-system.js";
import type { Rule } from "../rule/index.js";
import { createMarkdownlintConfigs } from "./compat/markdownlint-config.js";
import { type ConfigFinder, createConfigFinder } from "./load/find-config.js";
import { readConfig, type StoredConfigs, type TrustPolicy } from "./load/read-config.js";
import { type ConfigSource, valueSource } from "./load/source.js";
import { type ExpandedConfig, expandConfig } from "./resolve/expand.js";
import type { ConfigFlags } from "./resolve/flags.js";
import { ConfigResolver, type ResolvedConfig } from "./resolve/resolve.js";
import { findRoot } from "./root.js";
import type { Config } from "./schema/schema.js";
import type { EngineRegistry } from "./site/detected-site.js";
import { createSiteFinder, type SiteFinder } from "./site/find-site.js";

export interface ProjectOptions {
  /** Working directory, absolute. */
  readonly cwd: string;
  /** `--config`: a file, relative to `cwd`; or the config itself. Then none is searched for. */
  readonly config?: string | Config | undefined;
  /** `--no-config-code`. */
  readonly noConfigCode?: boolean | undefined;
  readonly builtInRules: readonly Rule[];
  /** A folder whose project is checked instead of that of `cwd`. No config beside it may be code. */
  readonly elsewhere?: string | undefined;
  /** Where configs are read from instead of the disk. */
  readonly stored?: StoredConfigs | undefined;
  /** Where the configs of sites are read from instead of the disk. */
  readonly siteFiles?: FileSystem | undefined;
}

/** What another thread makes the same project of: plain data. */
export type ProjectRecipe = Pick<ProjectOptions, "cwd" | "noConfigCode" | "elsewhere"> & {
  readonly config?: string | undefined;
};

/** The configs and sites of one project: what holds for which folder, found once each. */
export class Project {
  /** The git top level, else the working directory. Nothing outside is read. */
  readonly root: string;
  readonly cwd: string;
  readonly #sites = new Map<EngineRegistry, SiteFinder>();
  readonly #policy: TrustPolicy;
  readonly #options: ProjectOptions;
  readonly #finder: ConfigFinder;
  readonly #markdownlintConfigs: ReturnType<typeof createMarkdownlintConfigs>;
  readonly #expanded = new Map<string, Promise<ExpandedConfig>>();

  constructor(options: ProjectOptions) {
    this.#options = options;
    this.cwd = nodeFileSystem.realPath(options.cwd);
    const trusted = findRoot(this.cwd);
    this.root = options.elsewhere === undefined ? trusted : findRoot(options.elsewhere);
    this.#policy = {
      root: this.root,
      codeFolders: [trusted, this.cwd],
      noCode: options.noConfigCode ?? false,
      stored: options.stored,
    };
    this.#finder = createConfigFinder(this.#policy);
    this.#markdownlintConfigs = createMarkdownlintConfigs(this.root, options.stored?.files);
  }

  /** How to make this project again in another thread; undefined where its settings come from elsewhere than files on disk. */
  get recipe(): ProjectRecipe | undefined {
    const { cwd, config, noConfigCode, elsewhere, stored, siteFiles } = this.#options;
    const isOnDisk = stored === undefined && siteFiles === undefined;
    if (!isOnDisk || (config !== undefined && typeof config !== "string")) return undefined;
    return { cwd, config, noConfigCode, elsewhere };
  }

  /** Where configs are read instead of the disk; ignore files are settings, too. */
  get storedFiles(): FileSystem | undefined {
    return this.#options.stored?.files;
  }

  /**
   * The config that holds in a folder, with all it extends.
   *
   * @throws {ConfigError} when it cannot be used
   */
  async configFor(folder: string): Promise<ExpandedConfig> {
    const { config } = this.#options;
    if (config !== undefined) {
      return this.#once("", async () => this.#expand(await this.#named(config), "named"));
    }
    const source = await this.#finder.find(folder);
    return this.#once(source?.file ?? "", () => this.#expand(source, "found"));
  }

  /** The sites of the project, as the engines that a config knows show them. */
  sitesOf({ engines }: ExpandedConfig): SiteFinder {
    const known =
      this.#sites.get(engines) ?? createSiteFinder(this.root, engines, this.#options.siteFiles);
    this.#sites.set(engines, known);
    return known;
  }

  /** Settings by article: `base` is the folder that article paths are relative to. */
  settingsFrom(base: string, flags: ConfigFlags): ArticleSettings {
    const resolvers = new Map<ExpandedConfig, ConfigResolver>();
    return {
      resolveFor: (path, config) => {
        let resolver = resolvers.get(config);
        if (resolver === undefined) {
          resolver = new ConfigResolver(
            config,
            base,
            this.sitesOf(config),
            flags,
            this.#markdownlintConfigs,
          );
          resolvers.set(config, resolver);
        }
        return resolver.resolve(path);
      },
    };
  }

  #once(key: string, expand: () => Promise<ExpandedConfig>): Promise<ExpandedConfig> {
    const known = this.#expanded.get(key) ?? expand();
    this.#expanded.set(key, known);
    return known;
  }

  async #named(config: string | Config): Promise<ConfigSource> {
    if (typeof config !== "string") return valueSource(join(this.cwd, "config"), config);
    return readConfig(resolve(this.cwd, config), this.#policy, "named");
  }

  #expand(
    source: ConfigSource | undefined,
    provenance: "found" | "named",
  ): Promise<ExpandedConfig> {
    const { builtInRules } = this.#options;
    return expandConfig(source, builtInRules, this.#policy, provenance);
  }
}

/** Settings of articles, one result for each distinct combination. */
export interface ArticleSettings {
  /**
   * @param path absolute path of the article
   * @param config what `configFor` its folder gave
   */
  resolveFor(path: string, config: ExpandedConfig): ResolvedConfig;
}
