import type { z } from "zod";

/** Keys within the options of a rule: `["files", 0]`. */
export type OptionPath = readonly (string | number)[];

/**
 * What a rule may read while its config is loaded, by the names in its options. Files are relative to the config and
 * inside the project. Whatever cannot be read, or is not what it should be, is an error of the config at the place of
 * its name; the answer is undefined then.
 */
export interface Resources {
  /** The text of a file. */
  text(name: string, at: OptionPath): string | undefined;
  /** The value in a JSON or YAML file, held to a schema. */
  data<Schema extends z.ZodType>(
    name: string,
    at: OptionPath,
    schema: Schema,
  ): z.output<Schema> | undefined;
  /** The bytes of a file in an installed package; undefined, and no error, where there is none. */
  packageFile(name: string, file: string): Uint8Array | undefined;
  /** Names of the packages that the project says it needs, in its order. */
  readonly dependencies: readonly string[];
  /** Makes the config unusable. */
  refuse(at: OptionPath, message: string, help: string): void;
}
