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
import { type FileSystem, filesIn } from "../../files/file-system.js";
import { realPath, targetKind, textIn } from "../../files/look.js";
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

/**
 * Reads the configs of sites from the disk, as data.
 *
 * @param root folder outside of which nothing is read
 * @param stored looked at instead of the disk
 */
export function createSiteReader(root: string, stored?: FileSystem): SiteReader {
  const files = stored ?? filesIn(root);
  const within: Within = { root, stored };
  const textOf = (file: string): string | undefined => textIn(file, root, MAXIMUM, stored);
  // Every folder of a site asks for the config around it.
  const tables = new Map<string, SiteTable>();
  const tableIn = (file: string): SiteTable => {
    const known = tables.get(file);
    if (known !== undefined) return known;
    const text = textOf(file);
    const table = text === undefined ? {} : parseTable(text, extname(file));
    tables.set(file, table);
    return table;
  };
  return {
    config(file, home = dirname(file)) {
      try {
        if (MODULE.test(file)) {
          const module = moduleAt(file, within);
          return module === undefined ? {} : readStaticModule(module, modulesIn(home, within));
        }
        return tableIn(file);
      } catch {
        return {};
      }
    },
    namedExport(file, name, home = dirname(file)) {
      try {
        const module = moduleAt(file, within);
        if (module === undefined) return undefined;
        return readStaticExport(module, name, modulesIn(home, within));
      } catch {
        return undefined;
      }
    },
    versionOf: (folder, packageName) => versionOf(folder, packageName, root, stored),
    frontMatter(file) {
      try {
        return readFrontMatter(textOf(file) ?? "").frontMatter?.data ?? {};
      } catch {
        return {};
      }
    },
    text: textOf,
    entries(folder): readonly FolderEntry[] {
      try {
        return files
          .entries(folder)
          .filter(({ kind }) => kind === "file" || kind === "folder")
          .map(({ name, kind }) => ({ name, isFolder: kind === "folder" }));
      } catch {
        return [];
      }
    },
  };
}

/** Where the configs of sites are read. */
interface Within {
  readonly root: string;
  readonly stored: FileSystem | undefined;
}

/** Names of the packages that a folder's package.json depends on. */
export function dependenciesOf(folder: string, reader: SiteReader): ReadonlySet<string> {
  const { dependencies, devDependencies } = reader.config(join(folder, "package.json"));
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

/** A module; that of a huge one has no text, so nothing is known of it. Undefined where there is none. */
function moduleAt(path: string, { root, stored }: Within): ModuleSource | undefined {
  const text = textIn(path, root, MAXIMUM, stored);
  if (text !== undefined) return { path, text };
  return targetKind(path, root, stored) === "file" ? { path, text: "" } : undefined;
}

/** Finds what a module imports by a relative path, as a bundler would, in one folder and below; links are followed. */
function modulesIn(home: string, { root, stored }: Within): FindModule {
  const leadsTo = (path: string): string => stored?.realPath(path) ?? realPath(path);
  return (specifier, from) => {
    const path = join(dirname(from), specifier);
    const written = path.replace(/\.(m?)js$/, ".$1ts");
    for (const candidate of [...MODULE_ENDINGS.map((ending) => path + ending), written]) {
      if (!/\.(?:[cm]?[jt]s|json)$/.test(candidate)) continue;
      const text = textIn(candidate, root, MAXIMUM, stored);
      if (text === undefined) continue;
      if (!isInside(leadsTo(candidate), leadsTo(home))) return undefined;
      return { path: candidate, text };
    }
    return undefined;
  };
}
