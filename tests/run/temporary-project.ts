import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Files of a project by path; a value `{ link }` makes a symbolic link, a path that ends in `/` a folder. */
export type ProjectTree = Readonly<Record<string, string | Uint8Array | { readonly link: string }>>;

/** Makes a folder with these files that goes away with the test, in the folder `parent` if it must lie there. */
export function temporaryProject(tree: ProjectTree, parent = tmpdir()): string {
  const folder = temporaryFolder(parent);
  for (const [path, content] of Object.entries(tree)) {
    const file = join(folder, path);
    mkdirSync(path.endsWith("/") ? file : dirname(file), { recursive: true });
    if (path.endsWith("/")) continue;
    if (typeof content === "object" && "link" in content) symlinkSync(content.link, file);
    else writeFileSync(file, content);
  }
  return folder;
}

/** A copy of a folder that goes away with the test; names that begin with `dot-` begin with a dot in it. */
export function temporaryCopy(source: string): string {
  const folder = temporaryFolder();
  cpSync(source, folder, { recursive: true });
  // Renamed afterwards, so that git never takes a fixture's ignore files for the repository's own.
  renameDots(folder);
  return folder;
}

function temporaryFolder(parent = tmpdir()): string {
  const folder = realpathSync(mkdtempSync(join(parent, "copydesk-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function renameDots(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) renameDots(path);
    if (entry.name.startsWith("dot-"))
      renameSync(path, join(folder, `.${basename(path).slice(4)}`));
  }
}
