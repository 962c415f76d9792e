import type { Rule, Severity } from "../../rule/index.js";
import type { RuleChange } from "./rule-changes.js";

/** Presets of rules a config can extend. */
export const PRESET_NAMES = ["recommended", "strict", "docs", "feed"] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

interface Preset {
  /** Which rules it switches on, each with its messages' own severities. */
  readonly on: (rule: Rule) => boolean;
  /** Rules it gives one severity. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Options it gives a rule; the others keep their defaults. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Rules that `feed` switches on besides the recommended ones. */
const FEED_RULES: ReadonlySet<string> = new Set(["seo/canonical"]);

/** What `feed` tells as information: the look and markup of text that was written elsewhere. */
const FEED_SEVERITIES: Readonly<Record<string, Severity>> = {
  "heading/order": "info",
  "html/list": "info",
  "html/obsolete": "info",
  "link/insecure": "info",
  "seo/canonical": "info",
  "typography/cjk-spacing": "info",
  "typography/punct-width": "info",
  "typography/quotes": "info",
};

const PRESETS: Readonly<Record<PresetName, Preset>> = {
  recommended: { on: (rule) => rule.recommended, severities: {}, options: {} },
  strict: {
    on: () => true,
    severities: {},
    options: {
      "front-matter/taxonomy": { authorAsCategory: false, flatHierarchy: false },
      "image/weight": { remote: true },
    },
  },
  // Reference pages repeat notes and examples on purpose.
  docs: {
    on: (rule) => rule.recommended,
    severities: { "text/duplicate-paragraph": "info" },
    options: {},
  },
  // Nobody here writes the markup of imported articles; where they come from matters instead.
  feed: {
    on: (rule) => rule.recommended || FEED_RULES.has(rule.id),
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
