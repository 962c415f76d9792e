import type { z } from "zod";
import type { LinearPattern } from "../patterns/linear.js";

/** Keys within the options of a rule: `["files", 0]`. */
export type OptionPath = readonly (string | number)[];

/** The words of a language, or of a trade in any language. */
export interface Dictionary {
  /** Primary subtag; undefined for words of every language. */
  readonly language: string | undefined;
  /** Whether a word is in it as it is written; letter case counts. */
  has(word: string): boolean;
}

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
  /**
   * A regular expression that takes linear time, made of one in the options: that of the project's own config may look
   * around and refer back too.
   *
   * @param flags those of `RegExp`; `u` when absent
   */
  pattern(source: string, at: OptionPath, flags?: string): LinearPattern | undefined;
  /** An installed package with a dictionary, of Hunspell (`dictionary-en`) or cspell (`@cspell/dict-en_us`). */
  dictionary(name: string, at: OptionPath): Dictionary | undefined;
  /** Names of the installed dictionaries that `package.json` lists. */
  readonly dictionaries: readonly string[];
  /** Makes the config unusable. */
  refuse(at: OptionPath, message: string, help: string): void;
}
