import { join, posix } from "node:path";
import * as z from "zod";
import { targetKind, textIn } from "../../files/look.js";
import { foldersUp, packageFolder } from "../dictionaries/packages.js";

/** A package, and a file in it: `house-style`, `@acme/copydesk-config`, `@acme/copydesk-config/strict.yaml`. */
const NAME = /^((?:@[\w.-]+\/)?[a-z\d][\w.-]*)(?:\/([\w@./-]+))?$/;

/** Where a package keeps its config, best first. */
const USUAL_FILES = [
  "copydesk.config.yaml",
  "copydesk.config.yml",
  "copydesk.config.json",
  "copydesk.config.mjs",
  "copydesk.config.js",
];

/** Largest package.json that is read, in bytes. */
const MOST_BYTES = 1_000_000;

const targetSchema = z.union([
  z.string(),
  z
    .looseObject({ import: z.string().optional(), default: z.string().optional() })
    .transform((conditions) => conditions.import ?? conditions.default),
]);

const manifestSchema = z.looseObject({
  exports: z
    .union([
      z.string(),
      z.looseObject({ ".": targetSchema }).transform((entries) => entries["."]),
      targetSchema,
    ])
    .optional()
    .catch(undefined),
  main: z.string().optional().catch(undefined),
});

/** A file that an installed package brings, or why there is none. */
export type PackageFile =
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "not installed"; readonly package: string }
  | { readonly kind: "no file"; readonly package: string }
  | { readonly kind: "no name" };

/** Finds the config that an installed package brings, as {@link packageFile} finds a file. */
export function configPackage(name: string, folder: string, root: string): PackageFile {
  return packageFile(name, folder, root, USUAL_FILES);
}

/**
 * Finds a file that an installed package brings, as Node looks for packages: from the folder of whoever names it upward,
 * never above the root.
 *
 * @param folder absolute
 * @param root a real path; nothing outside of it is looked at
 * @param usual where the file is when the package's `package.json` names none, best first
 */
export function packageFile(
  name: string,
  folder: string,
  root: string,
  usual: readonly string[],
): PackageFile {
  const [, packageName, path] = NAME.exec(name) ?? [];
  if (packageName === undefined || path?.split("/").includes("..")) return { kind: "no name" };
  const found = packageFolder(packageName, foldersUp(folder, root));
  if (found === undefined) return { kind: "not installed", package: packageName };
  const names = path === undefined ? [...entryOf(found, root), ...usual] : [path];
  const file = names.map((one) => join(found, one)).find((one) => targetKind(one, root) === "file");
  return file === undefined ? { kind: "no file", package: packageName } : { kind: "file", file };
}

/** The file that a package exports; nothing outside of it. */
function entryOf(folder: string, root: string): readonly string[] {
  try {
    const text = textIn(join(folder, "package.json"), root, MOST_BYTES);
    const manifest = manifestSchema.parse(JSON.parse(text ?? "{}"));
    const entry = posix.normalize(manifest.exports ?? manifest.main ?? "");
    return entry === "." || entry.startsWith("..") || posix.isAbsolute(entry) ? [] : [entry];
  } catch {
    return [];
  }
}
