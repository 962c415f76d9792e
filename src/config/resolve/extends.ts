import { dirname, resolve } from "node:path";
import { ENGINE_NAMES } from "../../engines/index.js";
import { nearestWord } from "../../knowledge/text/nearest.js";
import { ConfigError } from "../config-error.js";
import { configPackage } from "../load/config-package.js";
import {
  isCode,
  mayBeCode,
  type Provenance,
  readConfig,
  type TrustPolicy,
} from "../load/read-config.js";
import type { ConfigSource, KeyPath } from "../load/source.js";
import { configIssues, issueAt } from "../schema/issues.js";
import { knownKeys } from "../schema/known-keys.js";
import { type Config, configSchema, type OverrideConfig } from "../schema/schema.js";
import { matchGlobs, type PathMatcher } from "./globs.js";
import { isPreset, PRESET_NAMES } from "./rule-presets.js";

/** Most configs that one is built on, counted as often as they are named; those that name one another double quickly. */
const MOST_CONFIGS = 200;

/** One config file that takes part: the main one, or one that it extends. */
export interface Part {
  readonly source: ConfigSource;
  readonly config: Config;
}

/** A piece of `extends`, in the order in which it takes effect. */
export type Step =
  | {
      readonly kind: "preset";
      readonly name: (typeof PRESET_NAMES)[number];
      readonly applies: PathMatcher | undefined;
    }
  | {
      readonly kind: "engine";
      readonly name: string;
      readonly applies: PathMatcher | undefined;
    }
  | {
      readonly kind: "settings";
      readonly part: Part;
      readonly keys: KeyPath;
      readonly config: Config | OverrideConfig;
      readonly applies: PathMatcher | undefined;
    };

export interface Collecting {
  readonly policy: TrustPolicy;
  readonly provenance: Provenance;
  readonly steps: Step[];
  readonly parts: Part[];
  /** Files being read, outermost first, to notice circles. */
  readonly stack: readonly string[];
}

/**
 * Reads a config and what it extends into steps and parts, in the order in which they take effect.
 *
 * @param applies the articles meant, where an override extends the config
 * @throws {ConfigError} when one of them cannot be used
 */
export async function collect(
  source: ConfigSource,
  to: Collecting,
  applies?: PathMatcher,
): Promise<void> {
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
  const engines = engineNames(part);
  for (const [index, name] of list.entries()) {
    const at: KeyPath = typeof names === "string" ? keys : [...keys, index];
    if (isPreset(name)) to.steps.push({ kind: "preset", name, applies });
    else if (engines.includes(name)) to.steps.push({ kind: "engine", name, applies });
    else if (/^\.{1,2}[\\/]/.test(name)) {
      const file = resolve(dirname(part.source.file), name);
      await collectFile(part, { name, file }, at, to, applies);
    } else {
      const file = packagedConfig(part.source, at, name, engines, to.policy);
      await collectFile(part, { name, file }, at, { ...to, policy: installed(to.policy) }, applies);
    }
  }
}

async function collectFile(
  part: Part,
  { name, file }: { readonly name: string; readonly file: string },
  at: KeyPath,
  to: Collecting,
  applies: PathMatcher | undefined,
): Promise<void> {
  const stack = [...to.stack, part.source.file];
  const refuse = (message: string, help?: string): ConfigError =>
    new ConfigError([issueAt(part.source, at, "value", message, help)]);
  if (stack.includes(file))
    throw refuse(`"${name}" extends itself, directly or through other configs.`);
  if (to.parts.length >= MOST_CONFIGS || stack.length >= MOST_CONFIGS / 2)
    throw refuse(`"${name}" cannot be used: one config extends more than ${MOST_CONFIGS} others.`);
  const trusted = mayBeCode(part.source.file, to.policy, to.provenance);
  if (isCode(file) && !trusted) {
    throw refuse(
      to.policy.noCode
        ? `"${name}" is code, and --no-config-code refuses code.`
        : `"${name}" is code, and only a config in the project root can name code.`,
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

/** What is installed lies on the disk, in no commit; where no code of a commit is run, none that it names is. */
function installed(policy: TrustPolicy): TrustPolicy {
  return {
    ...policy,
    stored: undefined,
    noCode: policy.noCode || policy.stored?.code === "none",
  };
}

/** @throws {ConfigError} where no package of that name brings a config */
function packagedConfig(
  source: ConfigSource,
  at: KeyPath,
  name: string,
  engines: readonly string[],
  { root }: TrustPolicy,
): string {
  const found = configPackage(name, dirname(source.file), root);
  if (found.kind === "file") return found.file;
  const isPackage = found.kind !== "no name" && /[/@-]/.test(name);
  const refuse = (message: string, help: string): ConfigError =>
    new ConfigError([issueAt(source, at, "value", message, help)]);
  if (found.kind === "no file")
    throw refuse(
      `The package "${found.package}" has no such config.`,
      "Its package.json names one under exports or main, or it has a copydesk.config.yaml.",
    );
  if (isPackage && nearestWord(name, [...PRESET_NAMES, ...engines]) === undefined)
    throw refuse(
      `The package "${found.package}" is not installed.`,
      `Install it (npm install --save-dev ${found.package}), or begin the name of a file with ./ or ../.`,
    );
  throw unknownPreset(source, at, name, engines);
}

/** The engines a config may name: the built-in ones and those of its own plugins. */
function engineNames({ config }: Part): readonly string[] {
  const own = config.plugins ?? [];
  return [...ENGINE_NAMES, ...own.flatMap(({ engines = [] }) => engines.map(({ name }) => name))];
}

function unknownPreset(
  source: ConfigSource,
  at: KeyPath,
  name: string,
  engines: readonly string[],
): ConfigError {
  const known = [...PRESET_NAMES, ...engines];
  const near = nearestWord(name, known);
  const help =
    near === undefined
      ? `Known presets: ${known.join(", ")}. The names of files begin with ./ or ../; packages must be installed.`
      : `Did you mean "${near}"?`;
  return new ConfigError([
    issueAt(source, at, "value", `The preset "${name}" does not exist.`, help),
  ]);
}

function overrideMatcher(override: OverrideConfig, folder: string): PathMatcher {
  const files = matchGlobs(override.files, folder);
  const ignores = matchGlobs(override.ignores ?? [], folder);
  return (path) => files(path) && !ignores(path);
}

function both(first: PathMatcher | undefined, second: PathMatcher): PathMatcher {
  return first === undefined ? second : (path) => first(path) && second(path);
}
