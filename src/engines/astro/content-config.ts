import { existsSync, realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Jiti, JitiOptions } from "jiti";
import { createSiteFinder } from "../../config/engine.js";
import { member } from "../../config/front-matter/member.js";
import type { TrustPolicy } from "../../config/read-config.js";
import { isInside, pathFrom } from "../../config/root.js";
import { type Collection, isContentConfig, readCollections, sourcesOf } from "./collections.js";
import { astroModules } from "./modules.js";

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

/**
 * Runs Astro's content config, without Astro: the modules it builds on are supplied.
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
  if (!isContentConfig(named)) {
    throw new ContentConfigError(
      `"${name}" is code, and of code only Astro's content config can be named here.`,
      "Name src/content.config.ts, or import the schema in copydesk.config.ts.",
    );
  }
  if (!trusted) {
    throw policy.noCode
      ? new ContentConfigError(
          `"${name}" is code, and --no-config-code refuses code.`,
          "Leave out --no-config-code, or write the schema as JSON Schema.",
        )
      : new ContentConfigError(
          `"${name}" is code, and only a config in the project root may name code.`,
          "Name it in the config at the project root, under overrides.",
        );
  }
  if (!existsSync(named)) throw new ContentConfigError(`There is no file "${name}".`);
  const file = realpathSync(named);
  if (!isInside(file, policy.root)) {
    throw new ContentConfigError(`"${name}" lies outside the project, so it is not read.`);
  }
  const sources = sourcesOf(file);
  const site = createSiteFinder(policy.root).find(sources, "astro");
  const root = site?.folder ?? dirname(sources);
  const { modules, context } = await astroModules();
  const exported = member(await run(file, name, modules), "collections");
  try {
    const shown = pathFrom(policy.root, file);
    return { file, collections: readCollections(exported, shown, { root, sources }, context) };
  } catch (error) {
    throw new ContentConfigError(error instanceof Error ? error.message : String(error));
  }
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
    throw missing === undefined
      ? new ContentConfigError(`"${name}" could not be run: ${reason.split("\n")[0]}`)
      : new ContentConfigError(
          `"${name}" could not be run: it imports "${missing}", which is not here.`,
          "Install the site's packages. copydesk itself supplies astro:content, astro:schema, astro/zod, astro/loaders and zod.",
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
