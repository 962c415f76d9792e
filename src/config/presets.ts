import type { Rule, Severity } from "../rule/index.js";

/** Presets of rules a config can extend. */
export const PRESET_NAMES = ["recommended", "strict", "docs"] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

interface Preset {
  /** Which rules it switches on, each with its messages' own severities. */
  readonly on: (rule: Rule) => boolean;
  /** Rules it gives one severity. */
  readonly severities: Readonly<Record<string, Severity>>;
}

const PRESETS: Readonly<Record<PresetName, Preset>> = {
  recommended: { on: (rule) => rule.recommended, severities: {} },
  strict: { on: () => true, severities: {} },
  // Reference pages repeat notes and examples on purpose.
  docs: { on: (rule) => rule.recommended, severities: { "text/duplicate-paragraph": "info" } },
};

/** Whether a name of `extends` is a preset of rules. */
export function isPreset(name: string): name is PresetName {
  return PRESET_NAMES.some((preset) => preset === name);
}

/** The rules a preset switches on, with the severity it gives; undefined keeps each message's own. */
export function presetRules(
  name: PresetName,
  rules: Iterable<Rule>,
): ReadonlyMap<string, Severity | undefined> {
  const preset = PRESETS[name];
  return new Map(
    [...rules]
      .filter((rule) => preset.on(rule))
      .map((rule) => [rule.id, preset.severities[rule.id]]),
  );
}
