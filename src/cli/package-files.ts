import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isThere } from "../files/look.js";

/** The page of a built-in rule in the installed package; undefined when it is not there. */
export function rulePageFile(id: string): string | undefined {
  // Bundled, this module lies in dist/ or dist/chunks/; unbundled, in src/cli/.
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    dirname(folder) !== folder;
    folder = dirname(folder)
  ) {
    const page = join(folder, "rules", `${id}.md`);
    if (isThere(page)) return page;
    if (isThere(join(folder, "package.json"))) return undefined;
  }
  return undefined;
}
