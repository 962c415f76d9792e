import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { parse as parseToml } from "smol-toml";
import { parseDocument } from "yaml";
import { readFrontMatter } from "../../article/front-matter/read-front-matter.js";
import { isInside } from "../../engine/paths.js";
import type { FolderEntry, SiteReader } from "../../engine/site-reader.js";
import {
  type FindModule,
  type ModuleSource,
  readStaticExport,
  readStaticModule,
} from "../../engines/read/static-module.js";
import { isTable } from "../../engines/read/table.js";
import type { SiteTable } from "../../facts/site-settings.js";
import { excessOf, MOST_CHARACTERS } from "../load/bounds.js";
import { repeatedKey } from "../load/repeated-keys.js";
import { versionOf } from "./package-version.js";

/** Largest config or module that is read, in bytes. */
const MAXIMUM = 1_000_000;

const MODULE = /\.[cm]?[jt]s$/;
const MODULE_ENDINGS = [
  "",
  ".ts",
  ".mts",
  ".js",
  ".mjs",
  ".cjs",
  ".json",
  "/index.ts",
  "/index.js",
];

/** Reads the configs of sites from the disk, as data. */
export const siteReader: SiteReader = {
  config(file, home = dirname(file)) {
    try {
      const { size } = statSync(file);
      if (MODULE.test(file)) return readStaticModule(moduleAt(file, size), modulesIn(home));
      return size > MAXIMUM ? {} : parseTable(readFileSync(file, "utf8"), extname(file));
    } catch {
      return {};
    }
  },
  namedExport(file, name, home = dirname(file)) {
    try {
      return readStaticExport(moduleAt(file, statSync(file).size), name, modulesIn(home));
    } catch {
      return undefined;
    }
  },
  versionOf,
  frontMatter(file) {
    try {
      if (statSync(file).size > MAXIMUM) return {};
      return readFrontMatter(readFileSync(file, "utf8")).frontMatter?.data ?? {};
    } catch {
      return {};
    }
  },
  text(file) {
    try {
      return statSync(file).size > MAXIMUM ? undefined : readFileSync(file, "utf8");
    } catch {
      return undefined;
    }
  },
  entries(folder): readonly FolderEntry[] {
    try {
      return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() || entry.isDirectory())
        .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
    } catch {
      return [];
    }
  },
};

/** Names of the packages that a folder's package.json depends on. */
export function dependenciesOf(folder: string): ReadonlySet<string> {
  const { dependencies, devDependencies } = siteReader.config(join(folder, "package.json"));
  return new Set(
    [dependencies, devDependencies].flatMap((list) => (isTable(list) ? Object.keys(list) : [])),
  );
}

function parseTable(text: string, extension: string): SiteTable {
  const format = extension === ".toml" ? "toml" : extension === ".json" ? "json" : "yaml";
  if (text.length > MOST_CHARACTERS || excessOf(text, format) !== undefined) return {};
  const value = parsed(text, format);
  return isTable(value) ? value : {};
}

function parsed(text: string, format: "json" | "toml" | "yaml"): unknown {
  if (format === "toml") return parseToml(text);
  if (format === "json") return JSON.parse(text);
  const document = parseDocument(firstDocument(text), { logLevel: "silent", uniqueKeys: false });
  const [error] = document.errors;
  if (error !== undefined) throw error;
  return repeatedKey(document) === undefined ? document.toJS() : {};
}

/** Two documents in one file (`---` at the end) are common; the first one counts. */
function firstDocument(text: string): string {
  return text.split(/^---\s*$/m).find((part) => part.trim() !== "") ?? "";
}

/** A module's text; that of a huge one is left out, and so is nothing known of it. */
function moduleAt(path: string, size: number): ModuleSource {
  return { path, text: size > MAXIMUM ? "" : readFileSync(path, "utf8") };
}

/** Finds what a module imports by a relative path, as a bundler would, in one folder and below; links are followed. */
function modulesIn(home: string): FindModule {
  return (specifier, from) => {
    const path = join(dirname(from), specifier);
    const written = path.replace(/\.(m?)js$/, ".$1ts");
    for (const candidate of [...MODULE_ENDINGS.map((ending) => path + ending), written]) {
      try {
        const { size } = statSync(candidate);
        if (!/\.(?:[cm]?[jt]s|json)$/.test(candidate) || size > MAXIMUM) continue;
        if (!isInside(realpathSync(candidate), realpathSync(home))) return undefined;
        return { path: candidate, text: readFileSync(candidate, "utf8") };
      } catch {
        // Not there, or a folder: the next one may be.
      }
    }
    return undefined;
  };
}
