import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Collection, SiteFolders, ToSchema } from "../../engine/content-schemas.js";
import { isInside, pathFrom } from "../../engine/paths.js";
import { usableGlobs } from "../../patterns/globs.js";
import type { FrontMatterSchema } from "../../rule/index.js";
import { member } from "../read/member.js";
import { Loader, type SchemaContext } from "./modules.js";
import { withDates } from "./yaml-dates.js";

const CONFIG_NAME = /^content\.config\.m?[jt]s$/;
const LEGACY_NAME = /^config\.m?[jt]s$/;

/** Whether a file is called as Astro calls its content config: `content.config.ts`, before Astro 5 `content/config.ts`. */
export function isContentConfig(file: string): boolean {
  return CONFIG_NAME.test(basename(file)) || isLegacyConfig(file);
}

function isLegacyConfig(file: string): boolean {
  return LEGACY_NAME.test(basename(file)) && basename(dirname(file)) === "content";
}

/** The folder of sources a content config lies in. */
export function sourcesOf(file: string): string {
  return isLegacyConfig(file) ? dirname(dirname(file)) : dirname(file);
}

/**
 * The collections of a content config that hold articles and have a schema. Those of other loaders than `glob` hold
 * no files that could be known.
 *
 * @param exported what the content config exports as `collections`
 * @param file its name, for messages
 * @throws {TypeError} when it is no set of collections, or one of their schemas cannot be used
 */
export function readCollections(
  exported: unknown,
  file: string,
  folders: SiteFolders,
  context: SchemaContext,
  toSchema: ToSchema,
): readonly Collection[] {
  if (typeof exported !== "object" || exported === null) {
    throw new TypeError(`${file} exports no "collections".`);
  }
  return Object.entries(exported).flatMap(([name, collection]: [string, unknown]) => {
    if (typeof collection !== "object" || collection === null) {
      throw new TypeError(`The collection "${name}" of ${file} is not made with defineCollection.`);
    }
    const holds = articlesOf(name, collection, folders);
    const schema = member(collection, "schema");
    if (holds === undefined || schema === undefined) return [];
    const isLegacy = member(collection, "loader") === undefined;
    try {
      const given: unknown =
        typeof schema === "function" && member(schema, "safeParse") === undefined
          ? Reflect.apply(schema, undefined, [context])
          : schema;
      const source = `collection ${name} of ${file}`;
      return [{ name, holds, schema: collectionSchema(toSchema(given, source), isLegacy) }];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new TypeError(
        `The schema of the collection "${name}" of ${file} cannot be used: ${reason.replace(/\.$/, "")}.`,
      );
    }
  });
}

function articlesOf(
  name: string,
  collection: object,
  { root, sources }: SiteFolders,
): ((path: string) => boolean) | undefined {
  const loader = member(collection, "loader");
  if (loader === undefined) {
    if (member(collection, "type") === "data") return undefined;
    const folder = join(sources, "content", name);
    return (path) => isInside(path, folder) && !/(?:^|\/)_/.test(pathFrom(folder, path));
  }
  if (!(loader instanceof Loader) || loader.glob === undefined) return undefined;
  const { patterns, base } = loader.glob;
  const folder = fileURLToPath(new URL(base ?? ".", pathToFileURL(`${root}/`)));
  // Without `posix`, `[!_]` would be an exclamation mark or an underscore.
  const within = (globs: readonly string[]) => usableGlobs(globs.map(plain), { posix: true });
  const isIn = within(patterns.filter((pattern) => !pattern.startsWith("!")));
  const isOut = within(
    patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1)),
  );
  const home = folder.replace(/(?<=.)[/\\]+$/, "");
  return (path) =>
    isInside(path, home) && isIn(pathFrom(home, path)) && !isOut(pathFrom(home, path));
}

function plain(pattern: string): string {
  return pattern.replace(/^\.\//, "");
}

/** @param isLegacy the kind of collection whose `slug` Astro takes for itself before the schema sees it */
function collectionSchema(schema: FrontMatterSchema, isLegacy: boolean): FrontMatterSchema {
  return {
    source: schema.source,
    validate: (data, frontMatter) => {
      const read = frontMatter === undefined ? data : withDates(frontMatter);
      const { slug: _slug, ...rest } = read;
      try {
        return schema.validate(isLegacy ? rest : read);
      } catch (error) {
        // A refinement of the site's own that throws or wants to be waited for.
        const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
        const message = `the schema itself stopped: ${reason}`;
        return [{ path: [], message, code: "other", allowed: [], expected: undefined }];
      }
    },
  };
}
