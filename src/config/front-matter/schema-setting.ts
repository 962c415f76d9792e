import { dirname, resolve } from "node:path";
import type { FileSystem } from "../../files/file-system.js";
import { decode } from "../../files/look.js";
import { RefusedFile } from "../../files/refused-file.js";
import type { FrontMatterSchema } from "../../rule/index.js";
import type { ConfigIssue } from "../config-error.js";
import { isCode, mayBeCode, type Provenance, type TrustPolicy } from "../load/read-config.js";
import type { ConfigSource, KeyPath } from "../load/source.js";
import { issueAt } from "../schema/issues.js";
import type { ContentConfig } from "./content-config.js";
import { toFrontMatterSchema } from "./schema.js";
import { MAXIMUM_SCHEMA_BYTES, parseSchemaFile } from "./schema-file.js";

type Setting = string | object | undefined;

function isPath(schema: Setting): schema is string {
  return typeof schema === "string" && /^\.{1,2}[\\/]/.test(schema);
}

/**
 * The one schema that a config's `schema` means for all articles it holds for; undefined where it names a content
 * config, which has one for each collection. Mistakes are added to `issues`.
 *
 * @param isTrusted whether its patterns may take as long as they like
 */
export function readSchema(
  source: ConfigSource,
  keys: KeyPath,
  schema: Setting,
  files: FileSystem,
  isTrusted: boolean,
  issues: ConfigIssue[],
): FrontMatterSchema | undefined {
  if (schema === undefined || (isPath(schema) && isCode(schema))) return undefined;
  try {
    if (!isPath(schema)) return toFrontMatterSchema(schema, "config", isTrusted);
    const file = resolve(dirname(source.file), schema);
    return toFrontMatterSchema(parseSchemaFile(readInside(file, files)), schema, isTrusted);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    issues.push(issueAt(source, keys, "value", reason, undefined));
    return undefined;
  }
}

/** @throws {Error} when the file cannot be read, or is outside the project */
function readInside(file: string, files: FileSystem): string {
  try {
    return decode(files.read(file, MAXIMUM_SCHEMA_BYTES));
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    throw new Error(error.message.replace(/^It/, file));
  }
}

/**
 * The collections of a site's content config, where a config's `schema` names it; none otherwise. This runs the site's own
 * code, so only configs that may be code may name it. Mistakes are added to `issues`.
 */
export async function collectionsOf(
  source: ConfigSource,
  keys: KeyPath,
  schema: Setting,
  policy: TrustPolicy,
  provenance: Provenance,
  issues: ConfigIssue[],
): Promise<ContentConfig> {
  const none: ContentConfig = { file: source.file, collections: [] };
  if (!isPath(schema) || !isCode(schema)) return none;
  const { ContentConfigError, loadContentConfig } = await import("./content-config.js");
  try {
    const trusted = mayBeCode(source.file, policy, provenance);
    return await loadContentConfig(schema, dirname(source.file), policy, trusted);
  } catch (error) {
    if (!(error instanceof ContentConfigError)) throw error;
    issues.push(issueAt(source, keys, "value", error.message, error.help));
    return none;
  }
}
