import { join } from "node:path";
import * as z from "zod";
import { filesIn } from "../../files/file-system.js";
import { isThere, textIn } from "../../files/look.js";
import PACKAGE_MANAGERS from "./package-managers.json" with { type: "json" };

/** Largest file that is looked at, in bytes. */
const MOST_BYTES = 1_000_000;

const names = z.record(z.string(), z.unknown()).catch({});
const manifestSchema = z.looseObject({
  dependencies: names,
  devDependencies: names,
  "lint-staged": z.unknown().optional(),
});

/** What a repository has of other tools. */
export interface Repository {
  readonly root: string;
  /** The text of a file; undefined where there is none that can be written again. */
  text(name: string): string | undefined;
  /** Names of the files of a folder. */
  filesOf(folder: string): readonly string[];
  has(name: string): boolean;
  /** The `package.json`, where there is one that can be read. */
  readonly manifest: z.infer<typeof manifestSchema> | undefined;
  /** Whether a package is among the dependencies. */
  dependsOn(name: string): boolean;
  /** How packages are run and added: those of npm where nothing else is to be seen. */
  readonly packageManager: { readonly run: string; readonly add: string };
}

/** Looks at the root of a project. */
export function repositoryAt(root: string): Repository {
  const text = (name: string) => {
    const found = textIn(join(root, name), root, MOST_BYTES);
    // Bytes that are no UTF-8 would not come back.
    return found?.includes("\u{fffd}") === true ? undefined : found;
  };
  const has = (name: string) => isThere(join(root, name));
  const manifest = manifestOf(text("package.json"));
  const known = PACKAGE_MANAGERS.find(({ locks }) => locks.some(has)) ?? NPM;
  return {
    root,
    text,
    has,
    filesOf: (folder) => {
      try {
        return filesIn(root)
          .entries(join(root, folder))
          .flatMap(({ name, kind }) => (kind === "file" ? [name] : []));
      } catch {
        return [];
      }
    },
    manifest,
    dependsOn: (name) =>
      manifest !== undefined &&
      (Object.hasOwn(manifest.dependencies, name) || Object.hasOwn(manifest.devDependencies, name)),
    packageManager: known,
  };
}

const NPM = { run: "npx", add: "npm install --save-dev" };

function manifestOf(text: string | undefined): z.infer<typeof manifestSchema> | undefined {
  if (text === undefined) return undefined;
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
