import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import * as z from "zod";
import { isInside } from "../../engine/paths.js";
import type { OptionPath, Resources } from "../../rule/index.js";
import { ConfigError, type ConfigIssue } from "../config-error.js";
import { type ConfigSource, jsonSource, type KeyPath, yamlSource } from "../load/source.js";
import { configIssues, issueAt } from "../schema/issues.js";
import { knownKeys } from "../schema/known-keys.js";

/** Largest file that is read, in bytes: dictionaries of a few languages have ten million. */
const MOST_BYTES = 32_000_000;

const manifestSchema = z.looseObject({
  dependencies: z.record(z.string(), z.unknown()).catch({}),
  devDependencies: z.record(z.string(), z.unknown()).catch({}),
});

/**
 * What a rule may read for the options that a config writes.
 *
 * @param place keys that lead to the options
 * @param root the project, outside of which nothing is read
 * @param issues takes what is wrong
 */
export function resourcesFor(
  source: ConfigSource,
  place: KeyPath,
  root: string,
  issues: ConfigIssue[],
): Resources {
  const folder = dirname(source.file);
  const refuse = (at: OptionPath, message: string, help: string | undefined): undefined => {
    issues.push(issueAt(source, [...place, ...at], "value", message, help));
  };
  const text = (name: string, at: OptionPath): string | undefined => {
    const file = resolve(folder, name);
    if (!existsSync(file)) {
      const help = `Paths are relative to the folder of the config.`;
      return refuse(at, `The file "${name}" does not exist.`, help);
    }
    if (!isReadable(file, root)) {
      const help = "Name a file inside the project.";
      return refuse(at, `"${name}" is not a file of the project, so it is not read.`, help);
    }
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  };
  return {
    text,
    data(name, at, schema) {
      const content = text(name, at);
      return content === undefined
        ? undefined
        : parsedData(resolve(folder, name), content, schema, issues);
    },
    packageFile(name, file) {
      for (const parent of foldersUp(folder, root)) {
        const found = join(parent, "node_modules", name, file);
        if (existsSync(found) && isReadable(found, root)) return readFileSync(found);
      }
      return undefined;
    },
    get dependencies() {
      return dependenciesOf(foldersUp(folder, root));
    },
    refuse,
  };
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
    issues.push(...configIssues(data, parsed.error.issues, [], (keys) => knownKeys(schema, keys)));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    issues.push(...error.issues);
  }
  return undefined;
}

/** Whether a path leads to a file inside the project that is not too large. */
function isReadable(file: string, root: string): boolean {
  if (!isInside(realpathSync(file), realpathSync(root))) return false;
  const stats = statSync(file);
  return stats.isFile() && stats.size <= MOST_BYTES;
}

/** A folder and those around it, up to the project's. */
function foldersUp(folder: string, root: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; at !== root && dirname(at) !== at; at = dirname(at)) {
    folders.push(dirname(at));
  }
  return folders;
}

/** What the nearest `package.json` says that its project needs. */
function dependenciesOf(folders: readonly string[]): readonly string[] {
  const manifest = folders.map((folder) => join(folder, "package.json")).find(existsSync);
  if (manifest === undefined) return [];
  try {
    const { dependencies, devDependencies } = manifestSchema.parse(
      JSON.parse(readFileSync(manifest, "utf8")),
    );
    return [...Object.keys(dependencies), ...Object.keys(devDependencies)];
  } catch {
    return [];
  }
}
