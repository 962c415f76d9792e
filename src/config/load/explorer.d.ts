/**
 * The search of cosmiconfig without what its entry does first: that reads settings of its own from the working
 * directory, where a stranger may have put them, and follows what they name.
 */
declare module "cosmiconfig/dist/Explorer.js" {
  import type { Loader } from "cosmiconfig";

  interface Options {
    readonly moduleName: string;
    readonly searchPlaces: readonly string[];
    readonly loaders: Readonly<Record<string, Loader>>;
    readonly searchStrategy: "none";
    readonly cache: boolean;
    readonly metaConfigFilePath: null;
    transform(result: unknown): unknown;
  }

  export class Explorer {
    constructor(options: Options);
    /** Reads one file. Without the key of the package in package.json there is no result. */
    load(file: string): Promise<Loaded | null>;
  }

  interface Loaded {
    readonly filepath: string;
    readonly config: unknown;
    readonly isEmpty?: boolean;
  }
}
