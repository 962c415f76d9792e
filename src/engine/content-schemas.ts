import type { FrontMatterSchema } from "../facts/front-matter-schema.js";

/** A content collection: its articles and what their front matter must be. */
export interface Collection {
  readonly name: string;
  /** Whether the article at an absolute path belongs to it. */
  holds(path: string): boolean;
  readonly schema: FrontMatterSchema;
}

/** Where a site lies; absolute. */
export interface SiteFolders {
  /** The folder of the site's own config. */
  readonly root: string;
  /** The folder of sources that the content config lies in. */
  readonly sources: string;
}

/** Makes a front-matter schema of a zod schema, a Standard Schema or a JSON Schema. */
export type ToSchema = (given: unknown, source: string) => FrontMatterSchema;

/** What a content config is run with, and how its outcome is read. */
export interface ContentRun {
  /** The engine's modules that the config builds on, by name, so that the engine itself need not run. */
  readonly modules: Readonly<Record<string, unknown>>;
  /**
   * @param exported what the module exports as `collections`
   * @param file its name, for messages
   * @throws {TypeError} when it is no set of collections, or one of their schemas cannot be used
   */
  readCollections(
    exported: unknown,
    file: string,
    folders: SiteFolders,
    toSchema: ToSchema,
  ): readonly Collection[];
}

/** Schemas of front matter that a site keeps in a module of its own, which is run only where a config names it. */
export interface ContentSchemas {
  /** What the module is called, for messages: with the engine's name. */
  readonly title: string;
  /** Where it usually lies. */
  readonly usualPath: string;
  /** Whether a file is called as the engine calls this module. */
  isNamed(file: string): boolean;
  /** The folder of sources that the module lies in. */
  sourcesOf(file: string): string;
  prepare(): Promise<ContentRun>;
}
