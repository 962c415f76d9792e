import { dirname, join } from "node:path";
import type { Engine } from "../../engine/engine.js";
import { plainFolders } from "../../engines/index.js";
import { FRONT_MATTER_PRESETS } from "../../engines/presets.js";
import type { RuleSetting } from "../../lint/contract.js";
import type { FrontMatterSchema, Rule, Settings, Severity } from "../../rule/index.js";
import { markdownlintRules } from "../compat/markdownlint.js";
import type { ForeignConfig } from "../compat/markdownlint-config.js";
import { toFrontMatterSchema } from "../front-matter/schema.js";
import type { SiteConfig } from "../schema/schema.js";
import type { DetectedSite } from "../site/detected-site.js";
import type { SiteFinder } from "../site/find-site.js";
import { relatedHosts } from "../site/related-hosts.js";
import { siteFacts, siteSettings } from "../site/site-settings.js";
import type { ExpandedConfig, Layer, LayerOrigin, LayerValues } from "./expand.js";
import { type ConfigFlags, onlyFilter, ruleFlags } from "./flags.js";
import { type RuleChange, reportSeverity } from "./rule-changes.js";

/** A value with the layer it comes from. */
export interface Sourced<Value> {
  readonly value: Value;
  readonly from: LayerOrigin;
}

/** One rule as it stands after all layers. */
export interface ResolvedRule {
  readonly rule: Rule;
  /** `own`: on, each message with its own severity. */
  readonly severity: Sourced<Severity | "off" | "own">;
  readonly options: Sourced<unknown>;
  /** What the rule's `load` made of the options. */
  readonly loaded: unknown;
}

/** The settings of every article that the same layers and the same site hold for. */
export interface ResolvedConfig {
  /** The config's file; undefined when the defaults hold. */
  readonly file: string | undefined;
  readonly engine: Engine;
  /** Folders that hold the site's articles, absolute. */
  readonly contentFolders: readonly string[];
  readonly rules: readonly RuleSetting[];
  readonly settings: Settings;
  /** Least severity that fails the run. */
  readonly failOn: Severity;
  /** Where each value comes from. */
  readonly origins: {
    readonly engine: LayerOrigin;
    readonly failOn: LayerOrigin;
    readonly requireReasons: LayerOrigin;
    readonly compat: LayerOrigin;
    readonly schema: LayerOrigin;
    readonly site: Readonly<Record<keyof SiteConfig, LayerOrigin>>;
    readonly rules: readonly ResolvedRule[];
  };
}

type ForeignConfigs = (folder: string) => ForeignConfig | undefined;

const DEFAULT: LayerOrigin = { kind: "preset", name: "default", at: "" };
/** Compiling a validator pays for itself only where it is used more than once. */
const ONCE = { jitless: true };

/** Resolves one config for articles; equal combinations share one result. */
export class ConfigResolver {
  readonly #config: ExpandedConfig;
  readonly #base: string;
  readonly #sites: SiteFinder;
  readonly #flags: ConfigFlags;
  readonly #foreign: ForeignConfigs;
  readonly #known: ReadonlySet<string>;
  readonly #resolved = new Map<string, ResolvedConfig>();

  /**
   * @param base folder that article paths are relative to
   * @param foreign finds the config of markdownlint for a folder
   * @throws {ConfigError} when a flag names an unknown rule
   */
  constructor(
    config: ExpandedConfig,
    base: string,
    sites: SiteFinder,
    flags: ConfigFlags,
    foreign: ForeignConfigs = () => undefined,
  ) {
    this.#foreign = foreign;
    this.#config = config;
    this.#base = base;
    this.#sites = sites;
    this.#flags = flags;
    this.#known = new Set(config.registry.keys());
  }

  /**
   * The settings of the article at an absolute path.
   *
   * @throws {ConfigError} for a config of markdownlint that holds for it and cannot be read
   */
  resolve(path: string): ResolvedConfig {
    const applying = this.#config.layers.filter(
      (layer) => layer.applies === undefined || layer.applies(path),
    );
    const named = last(applying, "engine");
    const site = this.#sites.find(dirname(path), named?.value);
    const bits = this.#config.layers
      .map((layer) => (applying.includes(layer) ? "1" : "0"))
      .join("");
    const isHonoured = last(applying, "compat")?.value.markdownlint === true;
    const foreign = isHonoured ? this.#foreign(dirname(path)) : undefined;
    const key = [bits, site?.engine.name, site?.folder, foreign?.file].join("\0");
    let resolved = this.#resolved.get(key);
    if (resolved === undefined) {
      const layers = foreign === undefined ? applying : withForeign(applying, foreign);
      resolved = this.#combine(layers, named, site);
      this.#resolved.set(key, resolved);
    }
    return resolved;
  }

  #combine(
    layers: readonly Layer[],
    named: Sourced<Engine> | undefined,
    site: DetectedSite | undefined,
  ): ResolvedConfig {
    const detected: Sourced<Engine> | undefined =
      site === undefined ? undefined : { value: site.engine, from: fileOrigin(site.evidence) };
    const engine = named ?? detected ?? { value: plainFolders, from: DEFAULT };
    const rules = this.#rules(layers);
    const failOn = last(layers, "failOn");
    const requireReasons = last(layers, "requireReasons");
    const compat = last(layers, "compat");
    const schema = last(layers, "schema") ?? engineSchema(engine.value);
    const siteLayers = mergeSite(layers);
    const facts = siteFacts(engine.value, site, this.#sites.reader);
    const detectedFrom = detected?.from ?? DEFAULT;
    const siteOrigin = (key: keyof SiteConfig): LayerOrigin =>
      siteLayers.origins.get(key) ??
      (key === "complete" ? siteLayers.origins.get("root") : undefined) ??
      detectedFrom;
    return {
      file: this.#config.file,
      engine: engine.value,
      contentFolders:
        site === undefined ? [] : facts.content.map((content) => join(site.folder, content)),
      rules: rules.flatMap((resolved) => settingOf(resolved)),
      settings: {
        site: siteSettings(this.#base, site, facts, siteLayers.site, {
          configFolder: this.#config.folder,
          isRepository: this.#sites.isRepository,
          relatedHosts: relatedHosts(
            site ?? { folder: this.#config.folder, configFile: undefined },
            facts.staticDirs,
            this.#sites.reader,
          ),
        }),
        schema: schema?.value,
        requireReasons: requireReasons?.value ?? false,
        markdownlint: compat?.value.markdownlint === true ? markdownlintRules() : undefined,
        knownRules: this.#known,
      },
      failOn: this.#flags.failOn ?? severityOf(failOn?.value ?? "error"),
      origins: {
        engine: engine.from,
        failOn:
          this.#flags.failOn === undefined ? (failOn?.from ?? DEFAULT) : flagOrigin("--fail-on"),
        requireReasons: requireReasons?.from ?? DEFAULT,
        compat: compat?.from ?? DEFAULT,
        schema: schema?.from ?? DEFAULT,
        site: {
          root: siteOrigin("root"),
          url: siteOrigin("url"),
          complete: siteOrigin("complete"),
          timezone: siteOrigin("timezone"),
          staticDirs: siteOrigin("staticDirs"),
          ownHosts: siteLayers.origins.get("ownHosts") ?? DEFAULT,
          routes: siteLayers.origins.get("routes") ?? DEFAULT,
          redirectFiles: siteLayers.origins.get("redirectFiles") ?? DEFAULT,
          output: siteLayers.origins.get("output") ?? DEFAULT,
          manifest: siteLayers.origins.get("manifest") ?? DEFAULT,
        },
        rules,
      },
    };
  }

  #rules(layers: readonly Layer[]): readonly ResolvedRule[] {
    const { registry } = this.#config;
    const states = new Map<string, ResolvedRule>(
      [...registry.values()].map((rule) => [
        rule.id,
        {
          rule,
          severity: { value: "off", from: DEFAULT },
          options: { value: rule.options.parse({}, ONCE), from: DEFAULT },
          loaded: this.#config.defaults.get(rule.id),
        },
      ]),
    );
    const apply = (change: RuleChange, from: LayerOrigin): void => {
      const state = states.get(change.id);
      if (state === undefined) return;
      states.set(change.id, {
        rule: state.rule,
        severity: { value: change.severity, from },
        options: change.options === undefined ? state.options : { value: change.options, from },
        loaded: change.options === undefined ? state.loaded : change.loaded,
      });
    };
    for (const layer of layers) for (const change of layer.rules) apply(change, layer.origin);

    const only = onlyFilter(this.#flags.only, registry);
    if (only !== undefined) {
      for (const { rule, severity } of states.values()) {
        const id = rule.id;
        if (!only.lets(id))
          apply({ id, severity: "off", options: undefined }, flagOrigin("--only"));
        else if (only.names.has(id) && severity.value === "off") {
          apply({ id, severity: "own", options: undefined }, flagOrigin("--only"));
        }
      }
    }
    for (const change of ruleFlags(this.#flags.rules, registry))
      apply(change, flagOrigin("--rule"));
    return [...states.values()]
      .map((state) => (isReplaced(state, states) ? switchedOff(state) : state))
      .sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  }
}

/** Whether nobody asked for a rule by name, and another that is on tells the same more fully. */
function isReplaced(
  { rule, severity }: ResolvedRule,
  states: ReadonlyMap<string, ResolvedRule>,
): boolean {
  const fuller = rule.replacedBy === undefined ? undefined : states.get(rule.replacedBy);
  if (fuller === undefined || severity.from.kind !== "preset") return false;
  return fuller.severity.value !== "off" && fuller.loaded !== undefined;
}

function switchedOff(state: ResolvedRule): ResolvedRule {
  return { ...state, severity: { value: "off", from: DEFAULT } };
}

/** What another tool's config switches off is off unless our own configs say otherwise; presets stay below it. */
function withForeign(layers: readonly Layer[], { file, off }: ForeignConfig): readonly Layer[] {
  const layer: Layer = {
    origin: fileOrigin(file),
    values: {},
    rules: off.map((id) => ({ id, severity: "off", options: undefined })),
    applies: undefined,
  };
  const own = layers.findIndex(({ origin }) => origin.kind !== "preset");
  return own === -1 ? [...layers, layer] : layers.toSpliced(own, 0, layer);
}

function settingOf({ rule, severity, options, loaded }: ResolvedRule): readonly RuleSetting[] {
  if (severity.value === "off") return [];
  return [
    {
      rule,
      severity: severity.value === "own" ? undefined : severity.value,
      options: options.value,
      loaded,
    },
  ];
}

/** Unless a config names a schema, front matter is held to what its engine expects. */
function engineSchema({ name, frontMatter }: Engine): Sourced<FrontMatterSchema> | undefined {
  const { preset } = frontMatter;
  if (preset === undefined) return undefined;
  const value = FRONT_MATTER_PRESETS.has(name)
    ? toFrontMatterSchema(name)
    : toFrontMatterSchema(preset, name);
  return { value, from: { kind: "preset", name, at: "" } };
}

function severityOf(severity: "error" | "warn" | "info"): Severity {
  const known = reportSeverity(severity);
  return known === "off" ? "error" : known;
}

function last<Key extends Exclude<keyof LayerValues, "site">>(
  layers: readonly Layer[],
  key: Key,
): Sourced<NonNullable<LayerValues[Key]>> | undefined {
  for (const { values, origin } of layers.toReversed()) {
    const value = values[key];
    if (value !== undefined && value !== null) return { value, from: origin };
  }
  return undefined;
}

function mergeSite(layers: readonly Layer[]): {
  readonly site: SiteConfig;
  readonly origins: ReadonlyMap<string, LayerOrigin>;
} {
  const site: SiteConfig = {};
  const origins = new Map<string, LayerOrigin>();
  for (const { values, origin } of layers) {
    const given = values.site ?? {};
    Object.assign(site, given);
    for (const key of Object.keys(given)) origins.set(key, origin);
  }
  return { site, origins };
}

function fileOrigin(name: string): LayerOrigin {
  return { kind: "file", name, at: "" };
}

function flagOrigin(name: string): LayerOrigin {
  return { kind: "flag", name, at: "" };
}
