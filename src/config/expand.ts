import { dirname, resolve } from "node:path";
import type { FrontMatterSchema, Rule } from "../rule/index.js";
import { ENGINE_NAMES } from "../rule/index.js";
import { ConfigError, type ConfigIssue } from "./config-error.js";
import { toFrontMatterSchema } from "./front-matter-schema.js";
import { matchGlobs, type PathMatcher } from "./globs.js";
import { configIssues, issueAt } from "./issues.js";
import { knownKeys } from "./known-keys.js";
import { nearest } from "./nearest.js";
import { isPreset, PRESET_NAMES, presetRules } from "./presets.js";
import { isCode, mayBeCode, type Provenance, readConfig, type TrustPolicy } from "./read-config.js";
import { type Registry, type RuleChange, ruleChanges } from "./rule-changes.js";
import { type Config, configSchema, type OverrideConfig, type SiteConfig } from "./schema.js";
import type { ConfigSource, KeyPath } from "./source.js";

/** The values of a layer that hold for single articles. */
export type LayerValues = Pick<Config, "engine" | "requireReasons" | "failOn"> & {
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
  /** Which files are articles, when the config says so. */
  readonly files: PathMatcher | undefined;
  readonly ignores: PathMatcher;
  readonly maxWarnings: number | undefined;
  /** `to` is absolute. */
  readonly reports: readonly { readonly format: string; readonly to: string }[];
}

interface Part {
  readonly source: ConfigSource;
  readonly config: Config;
}

/** A piece of `extends`, in the order in which it takes effect. */
type Step =
  | {
      readonly kind: "preset";
      readonly name: (typeof PRESET_NAMES)[number];
      readonly applies: PathMatcher | undefined;
    }
  | {
      readonly kind: "engine";
      readonly name: (typeof ENGINE_NAMES)[number];
      readonly applies: PathMatcher | undefined;
    }
  | {
      readonly kind: "settings";
      readonly part: Part;
      readonly keys: KeyPath;
      readonly config: Config | OverrideConfig;
      readonly applies: PathMatcher | undefined;
    };

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
  const registry = buildRegistry(builtIn, parts, issues);
  const layers = steps.map((step) => toLayer(step, registry, issues));
  if (issues.length > 0) throw new ConfigError(issues);

  return {
    file: source?.file,
    folder: source === undefined ? root : dirname(source.file),
    layers,
    registry,
    files: lastFiles(parts),
    ignores: allIgnores(parts),
    maxWarnings: parts.findLast((part) => part.config.maxWarnings !== undefined)?.config
      .maxWarnings,
    reports: parts.flatMap((part) =>
      (part.config.reports ?? []).map(({ format, to }) => ({
        format,
        to: resolve(dirname(part.source.file), to),
      })),
    ),
  };
}

interface Collecting {
  readonly policy: TrustPolicy;
  readonly provenance: Provenance;
  readonly steps: Step[];
  readonly parts: Part[];
  /** Files being read, outermost first, to notice circles. */
  readonly stack: readonly string[];
}

async function collect(source: ConfigSource, to: Collecting, applies?: PathMatcher): Promise<void> {
  const parsed = configSchema.safeParse(source.value);
  if (!parsed.success) {
    throw new ConfigError(
      configIssues(source, parsed.error.issues, [], (keys) => knownKeys(configSchema, keys)),
    );
  }
  const config: Config = parsed.data;
  const part: Part = { source, config };
  await collectExtends(part, config.extends, ["extends"], to, applies);
  to.steps.push({ kind: "settings", part, keys: [], config, applies });
  for (const [index, override] of (config.overrides ?? []).entries()) {
    const meant = both(applies, overrideMatcher(override, dirname(source.file)));
    const keys: KeyPath = ["overrides", index];
    await collectExtends(part, override.extends, [...keys, "extends"], to, meant);
    to.steps.push({ kind: "settings", part, keys, config: override, applies: meant });
  }
  to.parts.push(part);
}

async function collectExtends(
  part: Part,
  names: string | readonly string[] | undefined,
  keys: KeyPath,
  to: Collecting,
  applies: PathMatcher | undefined,
): Promise<void> {
  const list = typeof names === "string" ? [names] : (names ?? []);
  for (const [index, name] of list.entries()) {
    const at: KeyPath = typeof names === "string" ? keys : [...keys, index];
    const engine = ENGINE_NAMES.find((known) => known === name);
    if (isPreset(name)) to.steps.push({ kind: "preset", name, applies });
    else if (engine !== undefined) to.steps.push({ kind: "engine", name: engine, applies });
    else if (!/^\.{1,2}[\\/]/.test(name)) throw unknownPreset(part.source, at, name);
    else await collectFile(part, name, at, to, applies);
  }
}

async function collectFile(
  part: Part,
  name: string,
  at: KeyPath,
  to: Collecting,
  applies: PathMatcher | undefined,
): Promise<void> {
  const file = resolve(dirname(part.source.file), name);
  const stack = [...to.stack, part.source.file];
  const refuse = (message: string, help?: string): ConfigError =>
    new ConfigError([issueAt(part.source, at, "value", message, help)]);
  if (stack.includes(file)) throw refuse(`"${name}" extends itself in a circle.`);
  const trusted = mayBeCode(part.source.file, to.policy, to.provenance);
  if (isCode(file) && !trusted) {
    throw refuse(
      to.policy.noCode
        ? `"${name}" is code, and --no-config-code refuses code.`
        : `"${name}" is code, and only a config in the project root may name code.`,
      "Write it as JSON or YAML.",
    );
  }
  const source = await readConfig(file, to.policy, trusted ? "named" : "found").catch(
    (error: unknown) => {
      // The place that matters to the writer is the line that names the file.
      if (
        error instanceof ConfigError &&
        error.issues.every((issue) => issue.place === undefined)
      ) {
        throw refuse(`"${name}" cannot be used: ${error.message}`);
      }
      throw error;
    },
  );
  await collect(source, { ...to, stack }, applies);
}

function unknownPreset(source: ConfigSource, at: KeyPath, name: string): ConfigError {
  const known = [...PRESET_NAMES, ...ENGINE_NAMES];
  const near = nearest(name, known);
  const help =
    near === undefined
      ? `Known presets: ${known.join(", ")}. Files begin with ./ or ../.`
      : `Did you mean "${near}"?`;
  return new ConfigError([issueAt(source, at, "value", `There is no preset "${name}".`, help)]);
}

function buildRegistry(
  builtIn: readonly Rule[],
  parts: readonly Part[],
  issues: ConfigIssue[],
): Registry {
  const registry = new Map(builtIn.map((rule) => [rule.id, rule]));
  for (const { source, config } of parts) {
    for (const [index, plugin] of (config.plugins ?? []).entries()) {
      for (const rule of plugin.rules) {
        const complain = (message: string, help: string): void => {
          issues.push(issueAt(source, ["plugins", index], "value", message, help));
        };
        if (registry.has(rule.id) && registry.get(rule.id) !== rule) {
          complain(`There is already a rule "${rule.id}".`, "Give the plugin's rule another id.");
        } else if (!rule.options.safeParse({}).success) {
          complain(
            `The rule "${rule.id}" has options without a default.`,
            "Give every option a default.",
          );
        } else registry.set(rule.id, rule);
      }
    }
  }
  return registry;
}

function toLayer(step: Step, registry: Registry, issues: ConfigIssue[]): Layer {
  if (step.kind === "preset") {
    const rules = [...presetRules(step.name, registry.values())].map(
      ([id, severity]): RuleChange => ({ id, severity: severity ?? "own", options: undefined }),
    );
    return {
      origin: { kind: "preset", name: step.name, at: "" },
      values: {},
      rules,
      applies: step.applies,
    };
  }
  if (step.kind === "engine") {
    const origin: LayerOrigin = { kind: "preset", name: step.name, at: "" };
    return { origin, values: { engine: step.name }, rules: [], applies: step.applies };
  }
  const { part, config, keys } = step;
  return {
    origin: {
      kind: "file",
      name: part.source.file,
      at: keys.length === 0 ? "" : `overrides[${keys[1]}]`,
    },
    values: {
      engine: config.engine,
      schema: readSchema(part.source, [...keys, "schema"], config.schema, issues),
      requireReasons: config.requireReasons,
      failOn: config.failOn,
      site: "site" in config ? absoluteFolders(config.site, dirname(part.source.file)) : undefined,
    },
    rules: ruleChanges(config.rules ?? {}, registry, part.source, [...keys, "rules"], issues),
    applies: step.applies,
  };
}

function readSchema(
  source: ConfigSource,
  keys: KeyPath,
  schema: string | object | undefined,
  issues: ConfigIssue[],
): FrontMatterSchema | undefined {
  try {
    return schema === undefined ? undefined : toFrontMatterSchema(schema, "config");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    issues.push(issueAt(source, keys, "value", reason, undefined));
    return undefined;
  }
}

/** The same `site` with its folders as absolute paths: layers from several folders can then be merged. */
function absoluteFolders(site: SiteConfig | undefined, folder: string): SiteConfig | undefined {
  if (site === undefined) return undefined;
  const absolute = { ...site };
  if (site.root !== undefined) absolute.root = resolve(folder, site.root);
  if (site.staticDirs !== undefined)
    absolute.staticDirs = site.staticDirs.map((name) => resolve(folder, name));
  return absolute;
}

function overrideMatcher(override: OverrideConfig, folder: string): PathMatcher {
  const files = matchGlobs(override.files, folder);
  const ignores = matchGlobs(override.ignores ?? [], folder);
  return (path) => files(path) && !ignores(path);
}

function both(first: PathMatcher | undefined, second: PathMatcher): PathMatcher {
  return first === undefined ? second : (path) => first(path) && second(path);
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
