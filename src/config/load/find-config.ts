import { basename, dirname, join } from "node:path";
import type { Loader } from "cosmiconfig";
import { Explorer } from "cosmiconfig/dist/Explorer.js";
import { isInside } from "../../engine/paths.js";
import { filesIn } from "../../files/file-system.js";
import { decode, isThere, sizeIn } from "../../files/look.js";
import { checkedPath, MOST_CONFIG_BYTES, readConfig, type TrustPolicy } from "./read-config.js";
import type { ConfigSource } from "./source.js";

/** File names a config is looked for under, in this order, in each folder from the article upward. */
export const CONFIG_FILES = [
  "copydesk.config.ts",
  "copydesk.config.mts",
  "copydesk.config.js",
  "copydesk.config.mjs",
  "copydesk.config.json",
  "copydesk.config.yaml",
  "copydesk.config.yml",
  ".copydeskrc",
  ".copydeskrc.json",
  ".copydeskrc.yaml",
  ".copydeskrc.yml",
  ".copydeskrc.ts",
  ".copydeskrc.mts",
  ".copydeskrc.js",
  ".copydeskrc.mjs",
  "package.json",
] as const;

const EXTENSIONS = [
  ".ts",
  ".mts",
  ".cts",
  ".js",
  ".mjs",
  ".cjs",
  ".json",
  ".yaml",
  ".yml",
  "noExt",
];

const MANIFEST = "package.json";

/** Finds the nearest config of a folder. */
export interface ConfigFinder {
  /** The config that holds in a folder: its own or that of the nearest folder above, up to the root. */
  find(folder: string): Promise<ConfigSource | undefined>;
}

/**
 * Makes a finder. It looks upward to the root, package.json files on the way do not end it (so a site in a monorepo is
 * found), and the user's global folder is left out. cosmiconfig reads what is found, but only files that the guard lets
 * through, with our own loaders: they keep places, refuse code by the policy, and know no `$import`.
 */
export function createConfigFinder(policy: TrustPolicy): ConfigFinder {
  const found = new Map<string, Promise<ConfigSource | undefined>>();
  const explorer = createExplorer(policy);
  const { stored } = policy;
  const search = async (folder: string): Promise<ConfigSource | undefined> => {
    for (const file of configsIn(folder, policy)) {
      const source =
        stored === undefined
          ? await load(explorer, file)
          : await sourceOf(file, decode(stored.files.read(file, MOST_CONFIG_BYTES)), policy);
      if (source !== undefined) return source;
    }
    return isInside(folder, policy.root) && folder !== policy.root
      ? find(dirname(folder))
      : undefined;
  };
  const find = (folder: string): Promise<ConfigSource | undefined> => {
    const known = found.get(folder) ?? search(folder);
    found.set(folder, known);
    return known;
  };
  return { find };
}

/**
 * The files of a folder that may hold its config and that the guard lets through, in the order they are asked.
 *
 * @throws {ConfigError} when one with a name of ours must not be read
 */
function* configsIn(folder: string, { root, stored }: TrustPolicy): Generator<string> {
  const files = stored?.files ?? filesIn(root);
  if (!isInside(folder, root)) return;
  for (const name of CONFIG_FILES) {
    const file = join(folder, name);
    const kind = files.kindOf(file);
    if (kind === undefined || kind === "folder" || !isThere(file, stored?.files)) continue;
    // Other programs have a package.json too; one that must not be read holds nothing for us.
    if (name !== MANIFEST) checkedPath(file, files);
    else if ((sizeIn(file, root, stored?.files) ?? Number.POSITIVE_INFINITY) > MOST_CONFIG_BYTES)
      continue;
    yield file;
  }
}

async function load(explorer: Explorer, file: string): Promise<ConfigSource | undefined> {
  const result = await explorer.load(file).catch((error: unknown) => {
    if (isUnreadable(error)) return null;
    throw error;
  });
  const config: unknown = result?.config;
  if (result?.isEmpty === true) return { file, text: "", value: {}, rangeOf: () => undefined };
  return isLoaded(config) ? config.source : undefined;
}

/** Whether nobody may read a file, or it is gone by now: then it is as if there were none. */
function isUnreadable(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && /^(?:EACCES|ENOENT)$/.test(String(error.code))
  );
}

/** What the loaders hand through cosmiconfig: wrapped, so that it sees no keys of the config. */
interface Loaded {
  readonly source: ConfigSource;
}

function isLoaded(value: unknown): value is Loaded {
  return typeof value === "object" && value !== null && "source" in value;
}

/** The config in a file; undefined for a package.json that has none. */
async function sourceOf(
  file: string,
  text: string,
  policy: TrustPolicy,
): Promise<ConfigSource | undefined> {
  const isManifest = basename(file) === MANIFEST;
  if (isManifest && !text.includes('"copydesk"')) return undefined;
  const source = await readConfig(file, policy, "found", text);
  return isManifest && source.value === undefined ? undefined : source;
}

function createExplorer(policy: TrustPolicy): Explorer {
  const read: Loader = async (file, text): Promise<Loaded | { copydesk?: Loaded }> => {
    const source = await sourceOf(file, text, policy);
    if (basename(file) !== MANIFEST) return source === undefined ? {} : { source };
    return source === undefined ? {} : { copydesk: { source } };
  };
  return new Explorer({
    moduleName: "copydesk",
    searchPlaces: CONFIG_FILES,
    loaders: Object.fromEntries(EXTENSIONS.map((extension) => [extension, read])),
    searchStrategy: "none",
    cache: false,
    metaConfigFilePath: null,
    transform: (result) => result,
  });
}
