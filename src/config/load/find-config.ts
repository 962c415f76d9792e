import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { cosmiconfig, type Loader, type PublicExplorer } from "cosmiconfig";
import { isInside } from "../../engine/paths.js";
import { ConfigError, configError } from "../config-error.js";
import { readConfig, type TrustPolicy } from "./read-config.js";
import { type ConfigSource, jsonSource } from "./source.js";

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

/** Files that cosmiconfig runs in the working directory before it looks for anything. */
const COSMICONFIG_CODE = ["config.js", "config.ts", "config.cjs", "config.mjs"];

/** Finds the nearest config of a folder. */
export interface ConfigFinder {
  /** The config that holds in a folder: its own or that of the nearest folder above, up to the root. */
  find(folder: string): Promise<ConfigSource | undefined>;
}

/**
 * Makes a finder on top of cosmiconfig. Its search goes upward to the root, package.json files on the way
 * do not end it (so a site in a monorepo is found), and the user's global folder is left out. What is found
 * is read by our own loaders: they keep places, refuse code by the policy, and know no `$import`.
 */
export function createConfigFinder(policy: TrustPolicy): ConfigFinder {
  const found = new Map<string, Promise<ConfigSource | undefined>>();
  let explorer: PublicExplorer | undefined;
  return {
    find(folder) {
      const known = found.get(folder);
      if (known !== undefined) return known;
      explorer ??= createExplorer(policy);
      const search = searchFrom(explorer, folder);
      found.set(folder, search);
      return search;
    },
  };
}

async function searchFrom(
  explorer: PublicExplorer,
  folder: string,
): Promise<ConfigSource | undefined> {
  const result = await explorer.search(folder);
  const config: unknown = result?.config;
  if (result?.isEmpty === true) {
    return { file: result.filepath, text: "", value: {}, rangeOf: () => undefined };
  }
  return isLoaded(config) ? config.source : undefined;
}

/** What the loaders hand through cosmiconfig: wrapped, so that it sees no keys of the config. */
interface Loaded {
  readonly source: ConfigSource;
}

function isLoaded(value: unknown): value is Loaded {
  return typeof value === "object" && value !== null && "source" in value;
}

function createExplorer(policy: TrustPolicy): PublicExplorer {
  refuseForeignCode(policy);
  const load: Loader = async (file, text): Promise<Loaded | { copydesk?: Loaded } | null> => {
    const isManifest = basename(file) === "package.json";
    if (!isInside(file, policy.root) || (isManifest && !text.includes('"copydesk"'))) {
      return isManifest ? {} : null;
    }
    const source = await readConfig(file, policy, "found", text);
    if (!isManifest) return { source };
    return source.value === undefined ? {} : { copydesk: { source } };
  };
  try {
    return cosmiconfig("copydesk", {
      searchPlaces: [...CONFIG_FILES],
      loaders: Object.fromEntries(EXTENSIONS.map((extension) => [extension, load])),
      searchStrategy: "global",
      stopDir: policy.root,
      ignoreEmptySearchPlaces: false,
    });
  } catch (error) {
    throw brokenManifest(error);
  }
}

/** cosmiconfig also reads package.json of the working directory for settings of its own. */
function brokenManifest(error: unknown): ConfigError {
  const file = join(process.cwd(), "package.json");
  if (existsSync(file)) {
    try {
      jsonSource(file, readFileSync(file, "utf8"));
    } catch (syntaxError) {
      if (syntaxError instanceof ConfigError) return syntaxError;
    }
  }
  const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
  return configError(`Configs cannot be searched for: ${reason}`);
}

/**
 * cosmiconfig runs `.config/config.js` of the working directory to configure itself. Where code may not
 * be run, that file must stop the run instead.
 */
function refuseForeignCode(policy: TrustPolicy): void {
  const folder = process.cwd();
  if (!policy.noCode && policy.codeFolders.includes(folder)) return;
  const file = COSMICONFIG_CODE.map((name) => join(folder, ".config", name)).find((path) =>
    existsSync(path),
  );
  if (file === undefined) return;
  throw configError(
    "The search for configs would run this file, and code is refused here.",
    file,
    "Rename it, or run copydesk from another folder.",
  );
}
