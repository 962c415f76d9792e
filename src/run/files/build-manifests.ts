import { join } from "node:path";
import { type BuildManifest, buildManifestSchema } from "../../facts/build-manifest.js";
import type { FileSystem } from "../../files/file-system.js";
import { FolderFound, RefusedFile } from "../../files/refused-file.js";
import { UsageError } from "../usage-error.js";

/** Largest manifest that is read, in bytes: some hundred thousand pages. */
const MOST_BYTES = 64 * 1024 * 1024;

const HELP = "docs/guide/build.md says what a manifest is, and how a build writes it.";

/**
 * Reads the manifests of builds, each once.
 *
 * @param base folder that paths are relative to
 */
export function createBuildManifests(
  base: string,
  files: FileSystem,
): (path: string) => BuildManifest | undefined {
  const known = new Map<string, BuildManifest | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, readBuildManifest(join(base, path), path, files));
    return known.get(path);
  };
}

/**
 * Reads the manifest of a build; undefined where there is none.
 *
 * @param name the file as messages call it
 * @throws {UsageError} for a file that is no manifest, or is not to be read
 */
export function readBuildManifest(
  file: string,
  name: string,
  files: FileSystem,
): BuildManifest | undefined {
  const text = textOf(file, name, files);
  if (text === undefined) return undefined;
  const read = buildManifestSchema.safeParse(jsonIn(text, name));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue === undefined ? "" : placeOf(issue.path);
  throw new UsageError(
    `The manifest ${name} is not valid${place === "" ? "" : ` at ${place}`}: ${issue?.message ?? "it has another form"}.`,
    HELP,
  );
}

function textOf(file: string, name: string, files: FileSystem): string | undefined {
  try {
    const bytes = files.read(file, MOST_BYTES);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    const isRefused = error instanceof RefusedFile || error instanceof FolderFound;
    const reason = isRefused ? error.message : "It is no text in UTF-8.";
    throw new UsageError(`The manifest ${name} is not read: ${reason}`, HELP);
  }
}

function jsonIn(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`The manifest ${name} is not JSON.`, HELP);
  }
}

/** `routes[3].address` */
function placeOf(keys: readonly PropertyKey[]): string {
  return keys
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}
