import { join } from "node:path";
import { type ConfigSource, type KeyPath, valueSource } from "../load/source.js";
import type { RuleEntry } from "../schema/schema.js";
import type { Part } from "./extends.js";
import { type Reading, resourcesFor } from "./resources.js";
import type { Registry } from "./rule-changes.js";

/**
 * Has rules read what their default options stand for, such as the dictionaries that are installed. What is not there
 * is a mistake only of a config that switches the rule on by its name and gives it no options anywhere.
 *
 * @param folder that of the config
 */
export function loadedDefaults(
  registry: Registry,
  parts: readonly Part[],
  folder: string,
  reading: Reading,
): ReadonlyMap<string, unknown> {
  const loaded = new Map<string, unknown>();
  for (const { id, load, options } of registry.values()) {
    if (load === undefined) continue;
    const entries = entriesFor(id, parts);
    const relied = entries.some(({ entry }) => typeof entry !== "string" && entry.length > 1)
      ? undefined
      : entries.find(({ entry }) => (typeof entry === "string" ? entry : entry[0]) !== "off");
    const resources =
      relied === undefined
        ? resourcesFor(valueSource(join(folder, "config"), {}), [], { ...reading, issues: [] })
        : resourcesFor(relied.source, relied.keys, reading);
    loaded.set(id, load(options.parse({}), resources));
  }
  return loaded;
}

interface Entry {
  readonly source: ConfigSource;
  readonly keys: KeyPath;
  readonly entry: RuleEntry;
}

/** What configs say about one rule, by its id. */
function entriesFor(id: string, parts: readonly Part[]): readonly Entry[] {
  return parts.flatMap(({ source, config }) => {
    const layers = [
      { keys: ["rules", id], rules: config.rules },
      ...(config.overrides ?? []).map(({ rules }, index) => ({
        keys: ["overrides", index, "rules", id],
        rules,
      })),
    ];
    return layers.flatMap(({ keys, rules }) => {
      const entry = rules?.[id];
      return entry === undefined ? [] : [{ source, keys, entry }];
    });
  });
}
