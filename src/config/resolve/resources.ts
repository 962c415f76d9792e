import { createHash } from "node:crypto";
import { dirname, extname, resolve } from "node:path";
import type { z } from "zod";
import { isInside } from "../../engine/paths.js";
import { type FileSystem, nodeFileSystem } from "../../files/file-system.js";
import { bytesOf, isThere, textIn } from "../../files/look.js";
import { excerpt } from "../../knowledge/text/excerpt.js";
import { UnsupportedPattern } from "../../patterns/javascript-syntax.js";
import { linearPattern, trustedPattern } from "../../patterns/linear.js";
import type { Dictionary, OptionPath, Resources } from "../../rule/index.js";
import { ConfigError, type ConfigIssue } from "../config-error.js";
import { cspellDictionary } from "../dictionaries/cspell.js";
import { hunspellDictionary } from "../dictionaries/hunspell.js";
import {
  foldersUp,
  type InstalledDictionary,
  installedDictionaries,
  packageFolder,
} from "../dictionaries/packages.js";
import { type ConfigSource, jsonSource, type KeyPath, yamlSource } from "../load/source.js";
import { configIssues, issueAt } from "../schema/issues.js";
import { knownKeys } from "../schema/known-keys.js";

/** Largest file that is read, in bytes: dictionaries of a few languages have ten million. */
const MOST_BYTES = 32_000_000;

const NATIVE_HELP = "Write it without that, or in the config in the project root.";

/** The reading of one config. */
export interface Reading {
  /** The project, outside of which nothing is read. */
  readonly root: string;
  /** The files of the project. */
  readonly files: FileSystem;
  /** Whether a config may bring what could run for long: it may bring code too. */
  trusts(source: ConfigSource): boolean;
  /** Takes what is wrong. */
  readonly issues: ConfigIssue[];
  /** Takes what must be waited for until the config can be used. */
  readonly pending: Promise<void>[];
  /** Takes what was read for rules, as text that is the same where that is. */
  readonly seen: (() => string)[];
}

/**
 * What a rule may read for the options that a config writes.
 *
 * @param place keys that lead to the options
 */
export function resourcesFor(
  source: ConfigSource,
  place: KeyPath,
  { root, files, issues, pending, seen, trusts }: Reading,
): Resources {
  const folder = dirname(source.file);
  const folders = foldersUp(folder, root);
  const refuse = (at: OptionPath, message: string, help: string | undefined): undefined => {
    issues.push(issueAt(source, [...place, ...at], "value", message, help));
  };
  const text = (name: string, at: OptionPath): string | undefined => {
    const file = resolve(folder, name);
    if (!isThere(file, files)) {
      const help = `Paths are relative to the folder of the config.`;
      return refuse(at, `The file "${name}" does not exist.`, help);
    }
    const content = textIn(file, root, MOST_BYTES, files);
    if (content === undefined) {
      const help = "Name a file inside the project.";
      return refuse(at, `"${name}" is not a file of the project, so it is not read.`, help);
    }
    seen.push(() => content);
    return content.replace(/^\uFEFF/, "");
  };
  const heard = ({ dictionary, files: lists }: InstalledDictionary): Dictionary => {
    for (const list of lists) seen.push(() => hashOf(list));
    return dictionary;
  };
  return {
    text,
    data(name, at, schema) {
      const content = text(name, at);
      return content === undefined
        ? undefined
        : parsedData(resolve(folder, name), content, schema, issues);
    },
    pattern(written, at, flags) {
      try {
        return trusts(source) ? trustedPattern(written, flags) : linearPattern(written, flags);
      } catch (error) {
        if (!(error instanceof UnsupportedPattern)) throw error;
        const message = `The pattern "${excerpt(written)}" ${error.message}, which could take unbounded time.`;
        return refuse(at, message, NATIVE_HELP);
      }
    },
    dictionary(name, at) {
      const found = packageFolder(name, folders);
      const isOurs = found !== undefined && isInside(nodeFileSystem.realPath(found), root);
      const hunspell = isOurs ? hunspellDictionary(name, found, root) : undefined;
      if (hunspell !== undefined) return heard(hunspell);
      const cspell = isOurs ? cspellDictionary(found, root) : undefined;
      if (cspell !== undefined) {
        pending.push(cspell.ready);
        return heard(cspell);
      }
      return found === undefined
        ? refuse(
            at,
            `The dictionary "${name}" is not installed.`,
            `Run npm install --save-dev ${name}`,
          )
        : refuse(
            at,
            `The package "${name}" is not a dictionary of Hunspell or cspell.`,
            "Name one such as dictionary-en or @cspell/dict-en_us.",
          );
    },
    get dictionaries() {
      return installedDictionaries(folders, root);
    },
    refuse,
  };
}

/** Identifies what a file holds. */
function hashOf(file: string): string {
  const bytes = bytesOf(file, MOST_BYTES);
  return bytes === undefined ? "" : createHash("sha256").update(bytes).digest("hex");
}

/** The value in a data file; its mistakes are issues at their places in that file. */
function parsedData<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  issues: ConfigIssue[],
): z.output<Schema> | undefined {
  try {
    const data = extname(file) === ".json" ? jsonSource(file, text) : yamlSource(file, text);
    const parsed = schema.safeParse(data.value);
    if (parsed.success) return parsed.data;
    for (const one of configIssues(data, parsed.error.issues, [], (keys) =>
      knownKeys(schema, keys),
    ))
      issues.push(one);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const one of error.issues) issues.push(one);
  }
  return undefined;
}
