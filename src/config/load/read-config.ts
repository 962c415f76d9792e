import { basename, dirname, extname } from "node:path";
import { isInside } from "../../engine/paths.js";
import { type FileSystem, filesIn, nodeFileSystem } from "../../files/file-system.js";
import { decode } from "../../files/look.js";
import { FolderFound, RefusedFile } from "../../files/refused-file.js";
import { ConfigError, configError } from "../config-error.js";
import { MOST_CHARACTERS } from "./bounds.js";
import { runModule } from "./import-module.js";
import { type ConfigSource, jsonSource, valueSource, yamlSource } from "./source.js";

/** Largest config that is read, in bytes. */
export const MOST_CONFIG_BYTES = 1_000_000;

const CODE = new Set([".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"]);

/** Where configs may come from and which of them may be code. */
export interface TrustPolicy {
  /** Nothing outside this folder is read, except for `--config` and what it extends. */
  readonly root: string;
  /** Folders whose own config may be code: the project root and the working directory. */
  readonly codeFolders: readonly string[];
  /** `--no-config-code`: code is refused everywhere. */
  readonly noCode: boolean;
  /** Where configs of the project, and what they name there, are read from; the disk when absent. */
  readonly stored?: StoredConfigs | undefined;
}

/** Configs as a commit or the index of git holds them. */
export interface StoredConfigs {
  readonly files: FileSystem;
  /** Who holds them, as messages say it: `the index`. */
  readonly name: string;
  /** Which code among them is run, where code is run at all: only what is equal on disk can be. */
  readonly code: "unchanged" | "none";
}

/** How a config came to be read: found beside articles, or named by someone trusted. */
export type Provenance = "found" | "named";

/** Whether a config of that file name is a program. */
export function isCode(file: string): boolean {
  return CODE.has(extname(file));
}

/** Whether a config is that of the root: one named by someone trusted, or one of the folders whose own may be code. */
export function isRoots(file: string, policy: TrustPolicy, provenance: Provenance): boolean {
  return provenance === "named" || policy.codeFolders.includes(dirname(file));
}

/** Whether the config at `file` may be code, or may name code to extend. */
export function mayBeCode(file: string, policy: TrustPolicy, provenance: Provenance): boolean {
  return !policy.noCode && isRoots(file, policy, provenance);
}

/**
 * Reads one config file. Only code that the policy lets through is run.
 *
 * @param text the file's text, when it was read already
 * @throws {ConfigError} when the file is missing, broken, refused as code, or outside the root
 */
export async function readConfig(
  file: string,
  policy: TrustPolicy,
  provenance: Provenance,
  text?: string,
): Promise<ConfigSource> {
  const { stored } = policy;
  const isStored = stored !== undefined && isInside(file, policy.root);
  const disk = provenance === "found" ? filesIn(policy.root) : nodeFileSystem;
  const files = isStored ? stored.files : disk;
  const real = checkedPath(file, files);
  if (isCode(file) || isCode(real)) {
    if (!mayBeCode(file, policy, provenance)) throw refusal(file, policy);
    if (isStored && !isRunnable(real, stored)) throw storedRefusal(file, stored);
    return valueSource(file, await importConfig(file, real));
  }
  const content = text ?? decode(files.read(real, MOST_CONFIG_BYTES));
  return parseConfig(file, content.replace(/^\uFEFF/, " "));
}

function parseConfig(file: string, text: string): ConfigSource {
  if (text.length > MOST_CHARACTERS) {
    const message = `This config has more than ${MOST_CHARACTERS} characters.`;
    const place = { text, range: { start: MOST_CHARACTERS, end: MOST_CHARACTERS + 1 } };
    throw new ConfigError([{ file, place, keys: [], message, help: undefined }]);
  }
  if (basename(file) === "package.json") return jsonSource(file, text, ["copydesk"]);
  if (text.trim() === "") return { file, text, value: {}, rangeOf: () => undefined };
  return extname(file) === ".json" ? jsonSource(file, text) : yamlSource(file, text);
}

/**
 * The real path of a config that may be read.
 *
 * @throws {ConfigError} when it is missing, outside, no regular file or too large
 */
export function checkedPath(file: string, files: FileSystem): string {
  try {
    if (files.size(file) > MOST_CONFIG_BYTES) throw new RefusedFile("large");
    return files.realPath(file);
  } catch (error) {
    if (!(error instanceof RefusedFile)) {
      const isFolder = error instanceof FolderFound;
      throw configError(
        isFolder ? "This config is a folder." : "This config file does not exist.",
        file,
      );
    }
    const reason = error.message.replace("It", "This config").slice(0, -1);
    throw configError(`${reason}, so it is not read.`, file);
  }
}

function refusal(file: string, policy: TrustPolicy): ConfigError {
  return policy.noCode
    ? configError(
        "This config is code, and --no-config-code refuses code.",
        file,
        "Write it as JSON or YAML (copydesk.config.yaml), or leave out --no-config-code.",
      )
    : configError(
        "This config is code in a folder of articles, and copydesk runs code only from the project root.",
        file,
        `Write it as JSON or YAML (copydesk.config.yaml), or pass it to --config if you trust it.`,
      );
}

/** Whether code that is stored is run: a module is loaded from the disk, so that must hold the same. */
export function isRunnable(file: string, { files, code }: StoredConfigs): boolean {
  if (code === "none") return false;
  try {
    const [stored, onDisk] = [files, nodeFileSystem].map((one) =>
      one.read(file, MOST_CONFIG_BYTES),
    );
    return stored !== undefined && onDisk !== undefined && Buffer.compare(stored, onDisk) === 0;
  } catch {
    return false;
  }
}

function storedRefusal(file: string, { name, code }: StoredConfigs): ConfigError {
  return code === "none"
    ? configError(
        `This config is code, and only data is read from ${name}.`,
        file,
        "Write it as JSON or YAML (copydesk.config.yaml).",
      )
    : configError(
        `This config is code, and ${name} has another text of it than the disk, which cannot be run.`,
        file,
        "Stage the whole file, or write it as JSON or YAML (copydesk.config.yaml).",
      );
}

/** @param real the path that was checked, which alone is loaded */
async function importConfig(file: string, real: string): Promise<unknown> {
  try {
    return (await runModule(real)).value;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const missing = /Cannot find (?:package|module) 'copydesk'/.test(reason);
    throw configError(
      `This config could not be run: ${reason.split("\n")[0]}`,
      file,
      missing
        ? "Install copydesk in this project (npm install --save-dev copydesk), or leave out the import and export the plain object."
        : undefined,
    );
  }
}
