import type { Engine } from "../../engine/engine.js";

/** Engines known to one config, by name: the built-in ones and those of its plugins. */
export type EngineRegistry = ReadonlyMap<string, Engine>;

/** A site in the project: where it lies and what runs it. */
export interface DetectedSite {
  readonly engine: Engine;
  /** Absolute folder that holds the site's config, or shows the layout. */
  readonly folder: string;
  /** The site's own config file; undefined when the engine was guessed from the layout. */
  readonly configFile: string | undefined;
  /** Absolute file or folder that shows which engine it is: the config file, or what the layout is known by. */
  readonly evidence: string;
  /** Whether all of the site is known to be there although it has no config: the repository depends on its engine. */
  readonly isWhole?: boolean;
}
