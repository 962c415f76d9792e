import { isAbsolute, resolve } from "node:path";
import { realPath, targetKind } from "../../files/look.js";
import { packageFile } from "./config-package.js";
import { isCode } from "./read-config.js";

/** Names that are those of packages with a formatter: `copydesk-formatter-x`, `@acme/copydesk-formatter`, `@acme/reports`. */
const PACKAGE = /^(?:@[\w.-]+\/[\w.-]+|copydesk-formatter-[\w.-]+)$/;

const USUAL_FILES = ["index.js", "index.mjs"];

/** The module of a formatter, absolute and with links resolved, or what is wrong with its name. */
export type FormatterModule =
  | { readonly kind: "module"; readonly file: string }
  | { readonly kind: "wrong"; readonly message: string; readonly help: string | undefined };

/** Whether the name of a format is that of a formatter of one's own: a path or a package. */
export function namesFormatter(name: string): boolean {
  return /^\.{1,2}[\\/]/.test(name) || isAbsolute(name) || PACKAGE.test(name);
}

/**
 * Finds the module of a formatter of one's own. It is not run.
 *
 * @param folder what paths are relative to, absolute; packages are looked for from there upward
 * @param root folder above which no package is looked for
 * @param bound folder that a path must lead into; anywhere when absent
 */
export function formatterModule(
  name: string,
  folder: string,
  root: string,
  bound?: string,
): FormatterModule {
  if (PACKAGE.test(name)) {
    const found = packageFile(name, folder, root, USUAL_FILES);
    if (found.kind === "file") return checked(name, found.file, root);
    return found.kind === "no file"
      ? wrong(
          `The package "${name}" has no formatter.`,
          "Its package.json names one under exports.",
        )
      : wrong(
          `The formatter "${name}" is not installed.`,
          `Install it (npm install --save-dev ${name}).`,
        );
  }
  return checked(name, resolve(folder, name), bound);
}

function checked(name: string, file: string, bound: string | undefined): FormatterModule {
  const kind = targetKind(file, bound);
  if (kind === undefined && bound !== undefined && targetKind(file) !== undefined)
    return wrong(`The formatter ${name} is outside the project.`, undefined);
  if (kind === undefined) return wrong(`The formatter ${name} does not exist.`, undefined);
  const real = realPath(file);
  return kind === "file" && isCode(real)
    ? { kind: "module", file: real }
    : wrong(
        `The formatter ${name} is no module.`,
        "A formatter is a file with the ending .mjs, .js or .ts.",
      );
}

function wrong(message: string, help: string | undefined): FormatterModule {
  return { kind: "wrong", message, help };
}
