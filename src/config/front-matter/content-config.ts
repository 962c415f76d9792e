import { dirname, resolve } from "node:path";
import type { Jiti, JitiOptions } from "jiti";
import type { Collection } from "../../engine/content-schemas.js";
import type { Engine } from "../../engine/engine.js";
import { pathFrom } from "../../engine/paths.js";
import { engines } from "../../engines/index.js";
import { member } from "../../engines/read/member.js";
import { isThere, realPath, targetKind } from "../../files/look.js";
import { isRunnable, type TrustPolicy } from "../load/read-config.js";
import { createSiteFinder } from "../site/find-site.js";
import { toFrontMatterSchema } from "./schema.js";

/** A content config that cannot be used, and what to do. */
export class ContentConfigError extends Error {
  readonly help: string | undefined;

  constructor(message: string, help?: string) {
    super(message);
    this.name = "ContentConfigError";
    this.help = help;
  }
}

/** A content config that was run. */
export interface ContentConfig {
  readonly file: string;
  readonly collections: readonly Collection[];
}

type WithSchemas = Engine & { readonly contentSchemas: NonNullable<Engine["contentSchemas"]> };

/**
 * Runs the module in which an engine's site keeps the schemas of its collections, without the engine: the modules it
 * builds on are supplied.
 *
 * @param name as the config writes it, relative to `folder`
 * @param trusted whether the config that names it may name code
 * @throws {ContentConfigError} when code is refused, the file is no content config, or it cannot be run
 */
export async function loadContentConfig(
  name: string,
  folder: string,
  policy: TrustPolicy,
  trusted: boolean,
): Promise<ContentConfig> {
  const named = resolve(folder, name);
  const known = [...engines.values()].filter(hasSchemas);
  const engine = known.find(({ contentSchemas }) => contentSchemas.isNamed(named));
  if (engine === undefined) {
    const titles = known.map(({ contentSchemas }) => contentSchemas.title).join(" or ");
    const paths = known.map(({ contentSchemas }) => contentSchemas.usualPath).join(" or ");
    throw new ContentConfigError(
      `"${name}" is code, but the only code that can be a schema is ${titles}.`,
      `Name ${paths}, or import the schema in copydesk.config.ts.`,
    );
  }
  if (!trusted) {
    throw policy.noCode
      ? new ContentConfigError(
          `"${name}" is code, and --no-config-code refuses code.`,
          "Leave out --no-config-code, or write the schema as JSON Schema.",
        )
      : new ContentConfigError(
          `"${name}" is code, and only a config in the project root can name code.`,
          "Name it in the config in the project root, under overrides.",
        );
  }
  if (!isThere(named)) throw new ContentConfigError(`The file "${name}" does not exist.`);
  if (targetKind(named, policy.root) !== "file") {
    throw new ContentConfigError(`"${name}" is not a file of the project, so it is not read.`);
  }
  const file = realPath(named);
  const { stored } = policy;
  if (stored !== undefined && !isRunnable(file, stored)) {
    throw new ContentConfigError(
      `"${name}" is code, which is run only where ${stored.name} has the same text as the disk.`,
      "Stage the whole file, or write the schema as JSON Schema.",
    );
  }
  const sources = engine.contentSchemas.sourcesOf(file);
  const site = createSiteFinder(policy.root, engines).find(sources, engine);
  const root = site?.folder ?? dirname(sources);
  const { modules, readCollections } = await engine.contentSchemas.prepare();
  const exported = member(await run(file, name, modules), "collections");
  try {
    const shown = pathFrom(policy.root, file);
    const folders = { root, sources };
    const toSchema = (given: unknown, source?: string) => toFrontMatterSchema(given, source, true);
    return { file, collections: readCollections(exported, shown, folders, toSchema) };
  } catch (error) {
    throw new ContentConfigError(error instanceof Error ? error.message : String(error));
  }
}

function hasSchemas(engine: Engine): engine is WithSchemas {
  return engine.contentSchemas !== undefined;
}

async function run(
  file: string,
  name: string,
  virtualModules: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  try {
    return await (await createLoader(file, virtualModules)).import(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const missing = /Cannot find (?:package|module) ['"]([^'"]+)['"]/.exec(reason)?.[1];
    const supplied = Object.keys(virtualModules).join(", ");
    throw missing === undefined
      ? new ContentConfigError(`"${name}" could not be run: ${reason.split("\n")[0]}`)
      : new ContentConfigError(
          `"${name}" could not be run: it imports "${missing}", which is not installed.`,
          `Install the packages of the site. copydesk supplies only ${supplied}.`,
        );
  }
}

async function createLoader(
  file: string,
  virtualModules: Readonly<Record<string, unknown>>,
): Promise<Jiti> {
  const { createJiti } = await import("jiti");
  const options: JitiOptions = {
    fsCache: false,
    moduleCache: false,
    tryNative: false,
    virtualModules: { ...virtualModules },
  };
  try {
    return createJiti(file, { ...options, tsconfigPaths: true });
  } catch {
    // The tsconfig extends one of a package that is not installed; its `paths` may not even be used.
    return createJiti(file, options);
  }
}
