import type { Rule, Severity } from "../../rule/index.js";
import type { BuiltInRule } from "../built-in-rules.js";
import type { RuleOptions } from "../define-config.js";
import type { RuleChange } from "./rule-changes.js";

/** Presets of rules a config can extend. */
export const PRESET_NAMES = ["recommended", "strict", "docs", "feed"] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

type Severities = Partial<Record<BuiltInRule["id"], Severity>>;

interface Preset {
  /** Whether it switches a rule on, each with its messages' own severities. */
  readonly on: (rule: Rule) => boolean;
  /** Rules it gives one severity. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Options it gives a rule; the others keep their defaults. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** What `feed` tells as information: the look and markup of text that was written elsewhere, and where it was. */
const FEED_SEVERITIES = {
  "heading/order": "info",
  "html/list": "info",
  "html/obsolete": "info",
  "link/insecure": "info",
  "seo/canonical": "info",
  "typography/cjk-spacing": "info",
  "typography/punct-width": "info",
  "typography/quotes": "info",
} satisfies Severities;

const PRESETS: Readonly<Record<PresetName, Preset>> = {
  recommended: { on: (rule) => rule.recommended, severities: {}, options: {} },
  strict: {
    on: () => true,
    severities: {},
    options: {
      "front-matter/taxonomy": { authorAsCategory: false, flatHierarchy: false },
      "image/weight": { remote: true },
    } satisfies RuleOptions,
  },
  // Reference pages repeat notes and examples on purpose.
  docs: {
    on: (rule) => rule.recommended,
    severities: { "text/duplicate-paragraph": "info" } satisfies Severities,
    options: {},
  },
  // Nobody here writes the markup of imported articles; where they come from matters instead.
  feed: {
    on: (rule) => rule.recommended || rule.id in FEED_SEVERITIES,
    severities: FEED_SEVERITIES,
    options: {},
  },
};

/** Whether a name of `extends` is a preset of rules. */
export function isPreset(name: string): name is PresetName {
  return PRESET_NAMES.some((preset) => preset === name);
}

/** What a preset says about the rules it switches on. */
export function presetRules(name: PresetName, rules: Iterable<Rule>): readonly RuleChange[] {
  const preset = PRESETS[name];
  return [...rules].filter(preset.on).map((rule) => {
    const options = preset.options[rule.id];
    return {
      id: rule.id,
      severity: preset.severities[rule.id] ?? "own",
      options: options === undefined ? undefined : rule.options.parse(options),
    };
  });
}
