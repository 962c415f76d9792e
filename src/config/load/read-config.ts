import { realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname } from "node:path";
import { pathToFileURL } from "node:url";
import { isInside } from "../../engine/paths.js";
import { ConfigError, configError } from "../config-error.js";
import { MOST_CHARACTERS } from "./bounds.js";
import { type ConfigSource, jsonSource, valueSource, yamlSource } from "./source.js";

const CODE = new Set([".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"]);

/** Where configs may come from and which of them may be code. */
export interface TrustPolicy {
  /** Nothing outside this folder is read, except for `--config` and what it extends. */
  readonly root: string;
  /** Folders whose own config may be code: the project root and the working directory. */
  readonly codeFolders: readonly string[];
  /** `--no-config-code`: code is refused everywhere. */
  readonly noCode: boolean;
}

/** How a config came to be read: found beside articles, or named by someone trusted. */
export type Provenance = "found" | "named";

/** Whether a config of that file name is a program. */
export function isCode(file: string): boolean {
  return CODE.has(extname(file));
}

/** Whether the config at `file` may be code, or may name code to extend. */
export function mayBeCode(file: string, policy: TrustPolicy, provenance: Provenance): boolean {
  if (policy.noCode) return false;
  return provenance === "named" || policy.codeFolders.includes(dirname(file));
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
  const real = realPath(file);
  if (provenance === "found" && !isInside(real, policy.root)) {
    throw configError("This config is outside the project, so it is not read.", file);
  }
  if (isCode(file) || isCode(real)) {
    if (!mayBeCode(file, policy, provenance)) throw refusal(file, policy);
    return valueSource(file, await importConfig(file));
  }
  const content = text ?? (await readFile(file, "utf8"));
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

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    throw configError("This config file does not exist.", file);
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

async function importConfig(file: string): Promise<unknown> {
  try {
    if (/\.[mc]?ts$/.test(file)) {
      const { createJiti } = await import("jiti");
      const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false });
      return await jiti.import(file, { default: true });
    }
    const module: unknown = await import(pathToFileURL(file).href);
    return typeof module === "object" && module !== null && "default" in module
      ? module.default
      : module;
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
