import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import { findModules } from "./static-imports.js";
import { type ModuleSource, readStaticExport, readStaticModule } from "./static-module.js";
import { isTable } from "./table.js";

/** Largest config file of a site that is read, in bytes. */
const MAXIMUM = 1_000_000;

/**
 * Reads a site's own config as data: YAML, JSON, TOML, or the literals of a JavaScript or TypeScript module.
 * Nothing is run, and what cannot be read is an empty table; of a module, one that says that nothing is known.
 */
export function readSiteConfig(file: string): Readonly<Record<string, unknown>> {
  try {
    const { size } = statSync(file);
    const extension = extname(file);
    if (/^\.[cm]?[jt]s$/.test(extension))
      return readStaticModule(moduleAt(file, size), findModules(dirname(file)));
    if (size > MAXIMUM) return {};
    const text = readFileSync(file, "utf8");
    // Two documents in one file (`---` at the end) are common in Jekyll sites; the first one counts.
    const value: unknown =
      extension === ".toml"
        ? parseToml(text)
        : extension === ".json"
          ? JSON.parse(text)
          : parseYaml(text.split(/^---\s*$/m).find((part) => part.trim() !== "") ?? "", {
              logLevel: "silent",
            });
    return isTable(value) ? value : {};
  } catch {
    return {};
  }
}

/** What a module exports under a name, read as {@link readSiteConfig} does; undefined without the file. */
export function readNamedExport(
  file: string,
  name: string,
): Readonly<Record<string, unknown>> | undefined {
  try {
    const { size } = statSync(file);
    return readStaticExport(moduleAt(file, size), name, findModules(dirname(file)));
  } catch {
    return undefined;
  }
}

/** A module's text; that of a huge one is left out, and so is nothing known of it. */
function moduleAt(path: string, size: number): ModuleSource {
  return { path, text: size > MAXIMUM ? "" : readFileSync(path, "utf8") };
}

/** Names of the packages a folder's package.json depends on. */
export function dependenciesOf(folder: string): ReadonlySet<string> {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return new Set();
  const manifest = readSiteConfig(file);
  return new Set(
    [manifest.dependencies, manifest.devDependencies].flatMap((list) =>
      isTable(list) ? Object.keys(list) : [],
    ),
  );
}

/** Names in a folder; none when it cannot be read. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
