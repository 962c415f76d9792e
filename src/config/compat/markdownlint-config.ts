import { basename, dirname, extname, join, resolve } from "node:path";
import * as z from "zod";
import { isInside } from "../../engine/paths.js";
import type { FileSystem } from "../../files/file-system.js";
import { textIn } from "../../files/look.js";
import type { ForeignRules } from "../../rule/index.js";
import { ConfigError } from "../config-error.js";
import { MOST_CONFIG_BYTES } from "../load/read-config.js";
import { type ConfigSource, jsonSource, yamlSource } from "../load/source.js";
import { markdownlintRules } from "./markdownlint.js";

/** Names of markdownlint's configs that are data, those that take precedence first. */
const NAMES = [
  ".markdownlint-cli2.jsonc",
  ".markdownlint-cli2.yaml",
  ".markdownlint.jsonc",
  ".markdownlint.json",
  ".markdownlint.yaml",
  ".markdownlint.yml",
];

/** Most configs that extend one another. */
const MOST_EXTENDED = 10;

const configSchema = z.record(z.string(), z.unknown());
const entrySchema = z.union([z.boolean(), z.looseObject({ enabled: z.boolean().default(true) })]);

/** What a config of markdownlint says of rules of ours. */
export interface ForeignConfig {
  /** Absolute. */
  readonly file: string;
  /** The rules that find what only rules find which are off there. */
  readonly off: readonly string[];
}

/**
 * Finds the config of markdownlint for the articles of a folder: that of the nearest folder that has one.
 *
 * @param root folder above which none is looked for, and outside of which nothing is read
 * @param stored looked at instead of the disk
 */
export function createMarkdownlintConfigs(
  root: string,
  stored?: FileSystem,
): (folder: string) => ForeignConfig | undefined {
  const known = new Map<string, ForeignConfig | undefined>();
  const find = (folder: string): ForeignConfig | undefined => {
    if (known.has(folder)) return known.get(folder);
    const isLast = folder === root || dirname(folder) === folder || !isInside(folder, root);
    const found = configIn(folder, root, stored) ?? (isLast ? undefined : find(dirname(folder)));
    known.set(folder, found);
    return found;
  };
  return find;
}

function configIn(
  folder: string,
  root: string,
  stored: FileSystem | undefined,
): ForeignConfig | undefined {
  for (const name of NAMES) {
    const file = join(folder, name);
    const text = textIn(file, root, MOST_CONFIG_BYTES, stored);
    if (text === undefined) continue;
    const isOn = new Map<string, boolean>();
    apply(sourceOf(file, text), isOn, { root, stored, left: MOST_EXTENDED });
    return { file, off: offByAll(isOn, markdownlintRules()) };
  }
  return undefined;
}

function sourceOf(file: string, text: string): ConfigSource {
  const clean = text.replace(/^\uFEFF/, " ");
  return /^\.jsonc?$/.test(extname(file)) ? jsonSource(file, clean) : yamlSource(file, clean);
}

interface Extending {
  readonly root: string;
  readonly stored: FileSystem | undefined;
  /** How many configs may still be read. */
  readonly left: number;
}

/** Switches rules of markdownlint on and off, as a config and what it extends say, in their order. */
function apply(source: ConfigSource, isOn: Map<string, boolean>, extending: Extending): void {
  const config = settingsOf(source);
  const { default: usual, extends: other, ...entries } = config;
  if (typeof other === "string") extend(resolve(dirname(source.file), other), isOn, extending);
  const { byName, ours } = markdownlintRules();
  if (typeof usual === "boolean") for (const id of ours.keys()) isOn.set(id, usual);
  for (const [name, value] of Object.entries(entries)) {
    const entry = entrySchema.safeParse(value).data;
    const state = typeof entry === "boolean" ? entry : entry?.enabled !== false;
    for (const id of byName.get(name.toLowerCase()) ?? []) isOn.set(id, state);
  }
}

/** The rules of a config; those of markdownlint-cli2 stand under a key. */
function settingsOf(source: ConfigSource): Readonly<Record<string, unknown>> {
  const whole = configSchema.optional().safeParse(source.value ?? {});
  if (!whole.success) {
    const message = "This config of markdownlint is no object.";
    throw new ConfigError([
      { file: source.file, place: undefined, keys: [], message, help: undefined },
    ]);
  }
  const isCli = basename(source.file).startsWith(".markdownlint-cli2.");
  const rules = isCli ? configSchema.safeParse(whole.data?.config).data : whole.data;
  return rules ?? {};
}

/** What a config extends is read where it is a file of data in the project; code and packages are not run. */
function extend(file: string, isOn: Map<string, boolean>, extending: Extending): void {
  const { root, stored, left } = extending;
  if (left === 0 || !/\.(?:jsonc?|ya?ml)$/.test(file)) return;
  const text = textIn(file, root, MOST_CONFIG_BYTES, stored);
  if (text !== undefined) apply(sourceOf(file, text), isOn, { ...extending, left: left - 1 });
}

/** The rules of ours all of whose counterparts are off. */
function offByAll(isOn: ReadonlyMap<string, boolean>, { ours }: ForeignRules): readonly string[] {
  const isWanted = new Map<string, boolean>();
  for (const [id, rules] of ours) {
    const state = isOn.get(id) ?? true;
    for (const rule of rules) isWanted.set(rule, state || isWanted.get(rule) === true);
  }
  return [...isWanted].filter(([, state]) => !state).map(([rule]) => rule);
}
