import { dirname } from "node:path";
import { pathFrom } from "../../engine/paths.js";

/** What hooks and builds of a repository are told of the folder that is set up. */
export interface Scope {
  /** Relative to the root of the repository; "" for that itself. */
  readonly folder: string;
  /** The config, relative to the root of the repository. */
  readonly config: string;
  /** Whether files of other tools can name the folder as it is: nothing in it means something to a shell or in a glob. */
  readonly isPlain: boolean;
}

/**
 * The scope of a config.
 *
 * @param config absolute
 */
export function scopeOf(config: string, root: string): Scope {
  const folder = pathFrom(root, dirname(config));
  const isPlain = /^(?:[\w./][\w./-]*)?$/.test(folder);
  return { folder, config: pathFrom(root, config), isPlain };
}

/** What a command that runs in the root of the repository is to end in: ` --config docs/copydesk.config.yaml`. */
export function configArgument({ folder, config }: Scope): string {
  return folder === "" ? "" : ` --config ${config}`;
}

/** The same with the folder to check: ` --config docs/copydesk.config.yaml docs`. */
export function scopeArguments(scope: Scope): string {
  return scope.folder === "" ? "" : `${configArgument(scope)} ${scope.folder}`;
}

/** Whether a text of another tool has copydesk check the folder already. */
export function isSetUpIn(text: string, { folder, config }: Scope): boolean {
  return /\bcopydesk\b/.test(text) && (folder === "" || text.includes(config));
}
