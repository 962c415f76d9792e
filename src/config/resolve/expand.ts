import { dirname, resolve } from "node:path";
import type { Engine } from "../../engine/engine.js";
import { engines as builtInEngines } from "../../engines/index.js";
import { filesIn } from "../../files/file-system.js";
import { nearestWord } from "../../knowledge/text/nearest.js";
import type { FrontMatterSchema, Rule } from "../../rule/index.js";
import { ConfigError, type ConfigIssue } from "../config-error.js";
import { collectionsOf, readSchema } from "../front-matter/schema-setting.js";
import { mayBeCode, type Provenance, type TrustPolicy } from "../load/read-config.js";
import type { ConfigSource, KeyPath } from "../load/source.js";
import { issueAt } from "../schema/issues.js";
import type { OnlineConfig } from "../schema/online-schema.js";
import type { Config, SiteConfig } from "../schema/schema.js";
import type { EngineRegistry } from "../site/detected-site.js";
import { configuredBaseline } from "./configured-baseline.js";
import { type ConfiguredReport, configuredReports } from "./configured-reports.js";
import { collect, type Part, type Step } from "./extends.js";
import { configFingerprint } from "./fingerprint.js";
import { matchGlobs, type PathMatcher } from "./globs.js";
import type { Reading } from "./resources.js";
import { type Registry, type RuleChange, ruleChanges } from "./rule-changes.js";
import { loadedDefaults } from "./rule-defaults.js";
import { presetRules } from "./rule-presets.js";

/** The values of a layer that hold for single articles. */
export type LayerValues = Pick<Config, "requireReasons" | "failOn" | "compat"> & {
  readonly engine?: Engine | undefined;
  readonly schema?: FrontMatterSchema | undefined;
  /** Folders in it are absolute. */
  readonly site?: SiteConfig | undefined;
};

/** One contribution to the settings of an article: a preset, a config, or an override. Later layers win. */
export interface Layer {
  /** For people: `preset recommended`, a file, `overrides[0]` of a file. */
  readonly origin: LayerOrigin;
  readonly values: LayerValues;
  readonly rules: readonly RuleChange[];
  /** For overrides: the articles meant. */
  readonly applies: PathMatcher | undefined;
}

export interface LayerOrigin {
  readonly kind: "preset" | "file" | "flag";
  /** Preset name, absolute file, or flag. */
  readonly name: string;
  /** Key inside the file, such as `overrides[0]`; "" for its top. */
  readonly at: string;
}

/** A config with everything it extends, ready to be resolved for articles. */
export interface ExpandedConfig {
  /** Absolute path; undefined when there is no config at all. */
  readonly file: string | undefined;
  readonly folder: string;
  readonly layers: readonly Layer[];
  readonly registry: Registry;
  /** What rules made of their default options, by id. */
  readonly defaults: ReadonlyMap<string, unknown>;
  readonly engines: EngineRegistry;
  /** Which files are articles, when the config says so. */
  readonly files: PathMatcher | undefined;
  readonly ignores: PathMatcher;
  readonly maxWarnings: number | undefined;
  /** How much the report for people shows. */
  readonly showing: Pick<Config, "verbose"> & {
    /** `Infinity` for all. */
    readonly maxFindings?: number | undefined;
  };
  /** Most threads that check articles. */
  readonly threads: number | undefined;
  /** Identifies what it does besides what its settings say as data; undefined where that cannot be told. */
  readonly fingerprint: () => string | undefined;
  /** How the network is asked. */
  readonly online: OnlineConfig;
  readonly reports: readonly ConfiguredReport[];
  /** The file of known findings, absolute. */
  readonly baseline: string | undefined;
}

/**
 * Expands a config: reads what it extends, gathers plugins, checks every rule name and option.
 *
 * @param source the config, or undefined to expand the defaults
 * @throws {ConfigError} with every mistake found
 */
export async function expandConfig(
  source: ConfigSource | undefined,
  builtIn: readonly Rule[],
  policy: TrustPolicy,
  provenance: Provenance,
): Promise<ExpandedConfig> {
  const { root } = policy;
  const steps: Step[] = [];
  const parts: Part[] = [];
  if (source !== undefined) {
    await collect(source, { policy, provenance, steps, parts, stack: [] });
  }
  const main = parts.at(-1);
  const namesPreset = steps.some((step) => step.kind === "preset" && step.applies === undefined);
  if (!namesPreset && !isEmptyList(main?.config.extends)) {
    steps.unshift({ kind: "preset", name: "recommended", applies: undefined });
  }
  const issues: ConfigIssue[] = [];
  const trusts = ({ file }: ConfigSource): boolean => mayBeCode(file, policy, provenance);
  const files = policy.stored?.files ?? filesIn(root);
  const reading: Reading = { root, files, issues, pending: [], seen: [], trusts };
  const registry = buildRegistry(builtIn, parts, issues);
  const engines = engineRegistry(parts, issues);
  const layers: Layer[] = [];
  const modules = parts.flatMap(({ source: { file, text } }) => (text === undefined ? [file] : []));
  for (const step of steps) {
    const collections = await collectionLayers(step, policy, provenance, issues);
    for (const one of collections) layers.push(one);
    const [first] = collections;
    if (first !== undefined) modules.push(first.origin.name);
    layers.push(toLayer(step, registry, engines, reading));
  }
  const folder = source === undefined ? root : dirname(source.file);
  const defaults = loadedDefaults(registry, parts, folder, reading);
  const reports = configuredReports(parts, policy, provenance, issues);
  const baseline = configuredBaseline(parts, policy, provenance, issues);
  if (issues.length > 0) throw new ConfigError(issues);
  await Promise.all(reading.pending);

  return {
    file: source?.file,
    folder,
    layers,
    registry,
    defaults,
    engines,
    files: lastFiles(parts),
    ignores: allIgnores(parts),
    online: lastOf(parts, "online") ?? {},
    maxWarnings: lastOf(parts, "maxWarnings"),
    showing: {
      maxFindings: limitOf(lastOf(parts, "maxFindings")),
      verbose: lastOf(parts, "verbose"),
    },
    threads: lastOf(parts, "threads"),
    fingerprint: configFingerprint(modules, reading.seen),
    reports,
    baseline,
  };
}

function buildRegistry(
  builtIn: readonly Rule[],
  parts: readonly Part[],
  issues: ConfigIssue[],
): Registry {
  const registry = new Map(builtIn.map((rule) => [rule.id, rule]));
  for (const { source, config } of parts) {
    for (const [index, plugin] of (config.plugins ?? []).entries()) {
      for (const rule of plugin.rules ?? []) {
        const complain = (message: string, help: string): void => {
          issues.push(issueAt(source, ["plugins", index], "value", message, help));
        };
        if (registry.has(rule.id) && registry.get(rule.id) !== rule) {
          complain(
            `The rule id "${rule.id}" is already taken.`,
            "Give the rule of the plugin another id.",
          );
        } else if (!rule.options.safeParse({}).success) {
          complain(
            `The rule "${rule.id}" has options without a default.`,
            "Give every option of the rule a default.",
          );
        } else registry.set(rule.id, rule);
      }
    }
  }
  return registry;
}

/** The built-in engines, and those of plugins; the same map wherever there are none of those. */
function engineRegistry(parts: readonly Part[], issues: ConfigIssue[]): EngineRegistry {
  const registry = new Map(builtInEngines);
  for (const { source, config } of parts) {
    for (const [index, plugin] of (config.plugins ?? []).entries()) {
      for (const engine of plugin.engines ?? []) {
        const known = registry.get(engine.name);
        if (known === undefined) registry.set(engine.name, engine);
        else if (known !== engine) {
          const message = `The engine name "${engine.name}" is already taken.`;
          const help = "Give the engine of the plugin another name.";
          issues.push(issueAt(source, ["plugins", index], "value", message, help));
        }
      }
    }
  }
  return registry.size === builtInEngines.size ? builtInEngines : registry;
}

/** The engine that a config names; a name that no engine has is added to `issues`. */
function engineNamed(
  name: string | undefined,
  engines: EngineRegistry,
  source: ConfigSource,
  keys: KeyPath,
  issues: ConfigIssue[],
): Engine | undefined {
  const engine = name === undefined ? undefined : engines.get(name);
  if (name !== undefined && engine === undefined) {
    const near = nearestWord(name, engines.keys());
    const help =
      near === undefined
        ? `Known engines: ${[...engines.keys()].join(", ")}.`
        : `Did you mean "${near}"?`;
    issues.push(issueAt(source, keys, "value", `The engine "${name}" does not exist.`, help));
  }
  return engine;
}

function toLayer(step: Step, registry: Registry, engines: EngineRegistry, reading: Reading): Layer {
  const { files, issues, trusts } = reading;
  if (step.kind === "preset") {
    return {
      origin: { kind: "preset", name: step.name, at: "" },
      values: {},
      rules: presetRules(step.name, registry.values()),
      applies: step.applies,
    };
  }
  if (step.kind === "engine") {
    const origin: LayerOrigin = { kind: "preset", name: step.name, at: "" };
    return { origin, values: { engine: engines.get(step.name) }, rules: [], applies: step.applies };
  }
  const { part, config, keys } = step;
  return {
    origin: {
      kind: "file",
      name: part.source.file,
      at: keys.length === 0 ? "" : `overrides[${keys[1]}]`,
    },
    values: {
      engine: engineNamed(config.engine, engines, part.source, [...keys, "engine"], issues),
      schema: readSchema(
        part.source,
        [...keys, "schema"],
        config.schema,
        files,
        trusts(part.source),
        issues,
      ),
      requireReasons: config.requireReasons,
      failOn: config.failOn,
      compat: config.compat,
      site: "site" in config ? absoluteFolders(config.site, dirname(part.source.file)) : undefined,
    },
    rules: ruleChanges(config.rules ?? {}, registry, part.source, [...keys, "rules"], reading),
    applies: step.applies,
  };
}

/** A layer for each content collection, where a step names a site's content config as its schema. */
async function collectionLayers(
  step: Step,
  policy: TrustPolicy,
  provenance: Provenance,
  issues: ConfigIssue[],
): Promise<readonly Layer[]> {
  if (step.kind !== "settings") return [];
  const { part, config, keys, applies } = step;
  const at = [...keys, "schema"];
  const found = await collectionsOf(part.source, at, config.schema, policy, provenance, issues);
  return found.collections.map(({ name, schema, holds }) => ({
    origin: { kind: "file", name: found.file, at: `collections.${name}` },
    values: { schema },
    rules: [],
    applies: (path) => holds(path) && applies?.(path) !== false,
  }));
}

/** The same `site` with its folders as absolute paths: layers from several folders can then be merged. */
function absoluteFolders(site: SiteConfig | undefined, folder: string): SiteConfig | undefined {
  if (site === undefined) return undefined;
  const absolute = { ...site };
  if (site.root !== undefined) absolute.root = resolve(folder, site.root);
  if (site.routes !== undefined) absolute.routes = absoluteRoutes(site.routes, folder);
  if (site.output !== undefined) absolute.output = resolve(folder, site.output);
  if (site.manifest !== undefined) absolute.manifest = resolve(folder, site.manifest);
  if (site.staticDirs !== undefined)
    absolute.staticDirs = site.staticDirs.map((name) => resolve(folder, name));
  if (site.redirectFiles !== undefined)
    absolute.redirectFiles = site.redirectFiles.map((name) => resolve(folder, name));
  return absolute;
}

/** Routes to source files, with those as absolute paths. */
function absoluteRoutes(routes: NonNullable<SiteConfig["routes"]>, folder: string) {
  return Object.fromEntries(
    Object.entries(routes).map(([address, target]): [string, string | true] => [
      address,
      target === true ? true : resolve(folder, target),
    ]),
  );
}

/** What the last config says that says anything. */
function lastOf<Key extends keyof Config>(parts: readonly Part[], key: Key): Config[Key] {
  return parts.findLast(({ config }) => config[key] !== undefined)?.config[key];
}

function limitOf(maxFindings: Config["maxFindings"]): number | undefined {
  return maxFindings === "all" || maxFindings === 0 ? Number.POSITIVE_INFINITY : maxFindings;
}

function lastFiles(parts: readonly Part[]): PathMatcher | undefined {
  const part = parts.findLast(({ config }) => config.files !== undefined);
  return part?.config.files === undefined
    ? undefined
    : matchGlobs(part.config.files, dirname(part.source.file));
}

function allIgnores(parts: readonly Part[]): PathMatcher {
  const matchers = parts.map(({ source, config }) =>
    matchGlobs(config.ignores ?? [], dirname(source.file)),
  );
  return (path) => matchers.some((isIgnored) => isIgnored(path));
}

function isEmptyList(names: string | readonly string[] | undefined): boolean {
  return Array.isArray(names) && names.length === 0;
}
